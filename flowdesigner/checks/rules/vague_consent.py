"""The rule *vague-consent*."""

from collections.abc import Iterator, Mapping

from flowdesigner.blocks.consent import Consent
from flowdesigner.checks.about import being
from flowdesigner.checks.context import BlockContext
from flowdesigner.checks.rule import Finding, Findings, Fix, Manual, Rule, Severity
from flowdesigner.checks.vocabulary import vocabulary
from flowdesigner.checks.vocabulary.consent import mentions_terms, tells_channel, tells_purpose
from flowdesigner.edits.blocks import SetValue
from flowdesigner.model.walk import Path
from flowdesigner.texts import N_, message

_PLAIN: Mapping[tuple[str, str], str] = {
    ("id", "marketing"): "Boleh {brand} mengirim promo lewat {channel}? Bisa berhenti kapan saja.",
    (
        "id",
        "service",
    ): "Boleh {brand} kirim kabar pesanan lewat {channel}? Bisa berhenti nanti.",
    ("en", "marketing"): "May {brand} send you offers by {channel}? You can stop at any time.",
    ("en", "service"): "May {brand} send news of your orders by {channel}? You can stop any time.",
}
"""By language and purpose."""
_NO_NAME = N_("The question does not say to whom the customer agrees: {brand} is not in it.")
_NO_PURPOSE = N_("The question does not say what the customer will be sent.")
_NO_CHANNEL = N_("The question does not say where it will be sent, such as on WhatsApp.")
_TERMS = N_("Agreeing to messages is tied to agreeing to the terms here.")


def _of_block(context: BlockContext) -> Findings:
    block = context.block
    if not isinstance(block, Consent) or block.action != "ask":
        return
    for path, language, words in _questions(context):
        place = (*path, language)
        if words.strip() and vocabulary(language) is not None:
            brand = context.around.facts.settings.brand or ""
            purpose = block.purpose or "marketing"
            for told in _missing(words, purpose, brand):
                fixes = tuple(_fixes(context, place, purpose))
                yield Finding(message=message(told, brand=brand), field=place, fixes=fixes)


def _fixes(context: BlockContext, place: Path, purpose: str) -> Iterator[Fix]:
    """A question that says it all, where the business and the channel are known."""
    brand, channels = context.around.facts.settings.brand, context.channels
    asked = _PLAIN.get((str(place[-1]), purpose))
    if asked is not None and brand and channels:
        plain = asked.format(brand=brand, channel=channels[0].title)
        title = message(N_("Ask: “{words}”"), words=plain)
        edit = SetValue(context.flow, context.id, place, plain, title)
        yield Fix(title=title, edit=edit)


def _questions(context: BlockContext) -> Iterator[tuple[Path, str, str]]:
    for spot in context.block.texts:
        if spot.path[-1] == "text":
            for language, words in spot.text.items():
                yield spot.path, language, words


def _missing(words: str, purpose: str, brand: str) -> Iterator[str]:
    if brand and brand.casefold() not in words.casefold():
        yield _NO_NAME
    if not tells_purpose(words, purpose):
        yield _NO_PURPOSE
    if not tells_channel(words):
        yield _NO_CHANNEL
    if mentions_terms(words):
        yield _TERMS


RULE = Rule(
    name="vague-consent",
    alias="CO05",
    severity=Severity.WARNING,
    title=N_("A question for consent says who, what and where"),
    manual=Manual(
        means=N_(
            "A question for consent leaves out the name of the business, what will be sent or on "
            "which channel; or it is tied to the terms of business."
        ),
        why=N_(
            "Consent has to be plain and apart from other matters, else it is void (Indonesia's UU "
            "27/2022, articles 20 to 23). WhatsApp demands that the question names the business "
            "and says that messages will come."
        ),
        cure=N_(
            "Say for instance: “May TokoKita send you offers on WhatsApp, at most once a week? You "
            "can stop at any time.” Ask for the terms elsewhere."
        ),
        source=N_("UU 27/2022, read in November 2026; Meta, opt-in, December 2025."),
    ),
    of_block=_of_block,
    blocks=being(Consent),
)
