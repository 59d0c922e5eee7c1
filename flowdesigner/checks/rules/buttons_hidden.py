"""The rule *buttons-hidden*."""

from flowdesigner.blocks.template import Template
from flowdesigner.checks.about import being
from flowdesigner.checks.context import BlockContext
from flowdesigner.checks.rule import Finding, Findings, Manual, Rule, Severity
from flowdesigner.texts import N_, message

_MOST_SHOWN = 3


def _of_block(context: BlockContext) -> Findings:
    facts = context.around.facts.settings.whatsapp
    block = context.block
    if facts is None or not facts.computers or not isinstance(block, Template):
        return
    kinds = [each.kind for each in block.buttons or ()]
    if len(kinds) > _MOST_SHOWN:
        told = N_("WhatsApp on a computer shows no template with more than {most} buttons.")
        yield Finding(message=message(told, most=_MOST_SHOWN), field=("buttons",))
    elif "reply" in kinds and len({*kinds}) > 1:
        told = N_("WhatsApp on a computer shows no template with reply buttons and others.")
        yield Finding(message=message(told), field=("buttons",))


RULE = Rule(
    name="buttons-hidden",
    alias="WA011",
    severity=Severity.WARNING,
    title=N_("Templates can be seen on computers"),
    manual=Manual(
        means=N_(
            "The settings say that customers read WhatsApp on computers, and a template has four "
            "or more buttons, or reply buttons beside others."
        ),
        why=N_(
            "WhatsApp on a computer then shows only that the message can be read on a phone "
            "(Meta's page on template components, seen in December 2025)."
        ),
        cure=N_(
            "Keep to three buttons of one kind, or take the mark away from the settings if your "
            "customers use phones."
        ),
        source="Meta, template components, December 2025",
    ),
    of_block=_of_block,
    blocks=being(Template),
    channels=lambda channel: "template_buttons" in channel.limits,
)
