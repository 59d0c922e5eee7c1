"""The rule *offer-in-utility*."""

from flowdesigner.blocks.template import Template
from flowdesigner.checks.about import being
from flowdesigner.checks.context import BlockContext
from flowdesigner.checks.rule import Finding, Findings, Fix, Manual, Rule, Severity
from flowdesigner.checks.vocabulary.offers import offer_in
from flowdesigner.edits.blocks import SetValue
from flowdesigner.texts import N_, message

_CATEGORY = ("category",)
_FOOTER = "footer"


def _of_block(context: BlockContext) -> Findings:
    block = context.block
    if not isinstance(block, Template) or block.category != "utility":
        return
    title = message(N_("Send it as marketing"))
    edit = SetValue(context.flow, context.id, _CATEGORY, "marketing", title)
    for spot in block.texts:
        for language, words in spot.text.items():
            if spot.path[0] != _FOOTER and (offer := offer_in(words)):
                told = N_("“{words}” reads like an offer, and this template is for news.")
                yield Finding(
                    message=message(told, words=offer),
                    field=(*spot.path, language),
                    fixes=(Fix(title=title, edit=edit),),
                )


RULE = Rule(
    name="offer-in-utility",
    alias="WA009",
    severity=Severity.WARNING,
    title=N_("Templates for news advertise nothing"),
    manual=Manual(
        means=N_(
            "A template of the category “utility” has words of advertising in it, such as a "
            "discount, a voucher or “buy now”."
        ),
        why=N_(
            "Since 9 April 2025 WhatsApp approves such a template as marketing: in Indonesia it "
            "then costs 1.6 times as much, needs the customer's consent, and is held back from "
            "customers who get many offers (Meta's page on categories of templates, seen in "
            "November 2026)."
        ),
        cure=N_(
            "Take the offer out and send it in a template of its own to customers who agreed to "
            "offers, or choose the category “marketing”."
        ),
        source="Meta, template categorization, December 2025",
    ),
    of_block=_of_block,
    blocks=being(Template),
    channels=lambda channel: "template_text" in channel.limits,
)
