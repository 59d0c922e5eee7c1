"""The rule *offer-to-america*."""

from flowdesigner.blocks.template import Template
from flowdesigner.checks.about import being
from flowdesigner.checks.context import BlockContext
from flowdesigner.checks.rule import Basis, Finding, Findings, Manual, Rule, Severity
from flowdesigner.texts import N_, message

_AMERICA = "+1"


def _of_block(context: BlockContext) -> Findings:
    block = context.block
    if not isinstance(block, Template) or block.category != "marketing":
        return
    for contact in context.around.facts.settings.contacts or ():
        if (contact.phone or "").startswith(_AMERICA):
            told = N_("WhatsApp delivers no offers to numbers in the USA, such as that of {name}.")
            name = contact.name or contact.id
            yield Finding(message=message(told, name=name), field=("category",))
            return


RULE = Rule(
    name="offer-to-america",
    alias="WA025",
    severity=Severity.HINT,
    kind=Basis.DATA,
    title=N_("Offers go where WhatsApp delivers them"),
    manual=Manual(
        means=N_(
            "There is a template for offers, and one of the customers to try out with has a phone "
            "number that begins with +1."
        ),
        why=N_(
            "WhatsApp delivers no templates for offers to numbers in the USA (Meta's page on "
            "limits for marketing templates, 29 April 2026). Numbers in Canada begin the same way "
            "and are reached."
        ),
        cure=N_("Leave such customers out of the list, or write to them by mail."),
        source="Meta, limits for marketing templates, 29 April 2026",
    ),
    of_block=_of_block,
    blocks=being(Template),
    channels=lambda channel: "template_text" in channel.limits,
)
