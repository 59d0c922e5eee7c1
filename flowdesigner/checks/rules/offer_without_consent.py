"""The rule *offer-without-consent*."""

from flowdesigner.blocks.consent import Consent
from flowdesigner.blocks.end import End
from flowdesigner.checks.about import having
from flowdesigner.checks.context import FlowContext
from flowdesigner.checks.rule import Basis, Finding, Findings, Fix, Manual, Rule, Severity
from flowdesigner.checks.sendings import (
    PAUSE_EVERY,
    answers_directly,
    offers,
    ways_with_consent,
)
from flowdesigner.edits.sending import PutBefore
from flowdesigner.model.fields import Kind
from flowdesigner.model.passage import EVER
from flowdesigner.texts import N_, message

_MISSING = frozenset({"unknown", "none"})
"""What consent may be when it is not known to be there; who has refused is another matter."""


def _of_flow(context: FlowContext) -> Findings:
    told, walks = set[str](), ways_with_consent(context)
    for at, (id, _node, begin, state) in enumerate(offers(context)):
        if at % PAUSE_EVERY == 0:
            yield None
        if id in told or answers_directly(state):
            continue
        if not state.marketing & _MISSING:
            continue
        told.add(id)
        surely = "given" not in state.marketing and state.silence[1] == EVER
        told_so = N_("An offer is sent here to customers who have not agreed to offers.")
        maybe = N_("There is a way here on which the customer has not agreed to offers.")
        walk = yield from walks.begun_with(begin.state.marketing)
        yield Finding(
            block=id,
            message=message(told_so if surely else maybe),
            severity=None if surely else Severity.WARNING,
            path=walk.to(id, lambda known: bool(known & _MISSING)),
            fixes=(_look_first(context, id),),
        )


def _look_first(context: FlowContext, id: str) -> Fix:
    title = message(N_("Look for the consent first, and end without it"))
    look = Consent(action="look", purpose="marketing")
    end = ("has_not", End())
    return Fix(title=title, edit=PutBefore(context.id, id, "may_we", look, "has", title, end))


RULE = Rule(
    name="offer-without-consent",
    alias="CO01",
    severity=Severity.ERROR,
    kind=Basis.WAYS,
    title=N_("Offers go only to customers who have agreed to them"),
    manual=Manual(
        means=N_(
            "A marketing template, or the first message of a flow that is begun for offers, is "
            "sent, and nobody has made sure on the way that the customer has agreed to offers. "
            "When that is so on every way and your business writes first, it is an error, else a "
            "warning. A template that directly answers what the customer just wrote is fine."
        ),
        why=N_(
            "WhatsApp asks for an opt-in before a business writes first (WhatsApp Business "
            "policy). In Indonesia, SMS offers need consent (Permenkominfo 9/2017), and personal "
            "data may be used for them only with consent that can be shown (UU 27/2022, articles "
            "20 to 24; fines up to 2 % of a year's revenue, article 57). Checked 24 November "
            "2026."
        ),
        cure=N_(
            "Put a “Consent” block that looks for the consent, or asks for it, before the offer, "
            "and lead customers without it past the offer."
        ),
        source=N_("Law 27/2022 on personal data, articles 20 to 24; Permenkominfo 9/2017."),
    ),
    of_flow=_of_flow,
    blocks=having(Kind.TEXT),
)
