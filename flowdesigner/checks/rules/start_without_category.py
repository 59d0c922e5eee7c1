"""The rule *start-without-category*."""

from flowdesigner.checks.about import being
from flowdesigner.checks.context import FlowContext
from flowdesigner.checks.rule import Finding, Findings, Fix, Manual, Rule, Severity
from flowdesigner.edits.fixes import SetStart
from flowdesigner.model.flow import CATEGORY_LABELS
from flowdesigner.texts import N_, Message, message


def _of_flow(context: FlowContext) -> Findings:
    for position, start in enumerate(context.flow.starts or ()):
        if start.trigger == "audience" and start.category is None:
            yield Finding(
                message=message(N_("Nothing says what kind of message goes to this list.")),
                field=("starts", position, "category"),
                fixes=tuple(
                    Fix(
                        title=message(N_("It is “{category}”"), category=Message(label)),
                        edit=SetStart(context.id, position, ("category",), category),
                    )
                    for category, label in CATEGORY_LABELS.items()
                ),
            )


RULE = Rule(
    name="start-without-category",
    severity=Severity.WARNING,
    title=N_("What goes to a list says for what it is"),
    manual=Manual(
        means=N_("A flow is sent to a list of customers, and nothing says for what purpose."),
        why=N_(
            "Who agreed to news about an order has not agreed to offers. Without the purpose "
            "nobody can tell whom the message may be sent to; Indonesia's law on personal data "
            "(UU 27/2022) asks for consent by purpose."
        ),
        cure=N_("Choose whether it is an offer, news about an order, or a reminder to pay."),
        source=N_("Law 27/2022 on personal data; WhatsApp template categories."),
    ),
    of_flow=_of_flow,
    blocks=being(),
)
