"""The rule *emoji-in-sms*."""

from flowdesigner.channels.sms_parts import foreign_characters
from flowdesigner.checks.context import BlockContext
from flowdesigner.checks.rule import Finding, Findings, Fix, Manual, Rule, Severity
from flowdesigner.checks.sayings import written_at
from flowdesigner.checks.wording import language_name
from flowdesigner.edits.blocks import SetValue
from flowdesigner.model.place import value_at
from flowdesigner.model.walk import Path
from flowdesigner.texts import N_, message

_PLAIN = str.maketrans({  # noqa: RUF001 - these are the signs
    "‘": "'", "’": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-", "…": "...",
    "•": "-", "\u00a0": " ", "\u200b": "", "\u2011": "-", "×": "x", "→": "->",
})  # fmt: skip


def plain_for_sms(text: str) -> str:
    """The text with typographic signs written plainly, and what is left over taken out."""
    plain = text.translate(_PLAIN)
    kept = plain.translate({ord(each): "" for each in foreign_characters(plain)})
    lines = (" ".join(line.split()) for line in kept.split("\n"))
    return "\n".join(lines).strip()


def _of_block(context: BlockContext) -> Findings:
    if not any(each.id == "sms" for each in context.channels) or not _any_foreign(context):
        return
    for language in context.languages:
        for place in _places(context, language):
            text = value_at(context.block, place)
            if isinstance(text, str) and (foreign := foreign_characters(text)):
                yield _finding(context, place, text, foreign)


def _any_foreign(context: BlockContext) -> bool:
    texts = context.block.texts
    return any(foreign_characters(words) for spot in texts for words in spot.text.values())


def _places(context: BlockContext, language: str) -> tuple[Path, ...]:
    """Where the words of an SMS come from."""
    fields: dict[Path, None] = {}
    said = [
        each for each in context.sayings if (each.channel.id, each.language) == ("sms", language)
    ]
    for saying in said:
        fields[("retry", "text") if saying.again else ("text",)] = None
        for option in saying.outgoing.options:
            fields["options", option.id, "label"] = None
        if saying.outgoing.link:
            fields["link", "label"] = None
        if saying.outgoing.media:
            fields["media", "caption"] = None
    found = (written_at(context.block, each, "sms", language) for each in fields)
    return tuple(each for each in found if each is not None)


def _finding(context: BlockContext, place: Path, text: str, foreign: str) -> Finding:
    plain = plain_for_sms(text)
    title = message(N_("Write it plainly: “{text}”"), text=" ".join(plain.split())[:60])
    edit = SetValue(context.flow, context.id, place, plain, title)
    return Finding(
        message=message(
            N_("{characters} makes an SMS in {language} dearer: 70 instead of 160 letters a part."),
            characters=" ".join(foreign),
            language=language_name(str(place[-1])),
        ),
        field=place,
        fixes=(Fix(title=title, edit=edit),) if plain else (),
    )


RULE = Rule(
    name="emoji-in-sms",
    alias="SMS01",
    severity=Severity.WARNING,
    title=N_("SMS texts use the standard letters"),
    manual=Manual(
        means=N_(
            "A text that goes out by SMS has an emoji, a curly quotation mark, a dash or another "
            "sign that the standard alphabet of SMS lacks."
        ),
        why=N_(
            "A part then holds 70 letters instead of 160 (GSM 03.38), so that the message costs "
            "two or three times as much. Senders registered in Indonesia often cannot send such "
            "texts at all (sent.dm and Vonage, seen in November 2026)."
        ),
        cure=N_(
            "Write plain quotation marks and dashes and leave emoji out, or give SMS words of "
            "its own in the block's words by channel and keep the emoji for WhatsApp."
        ),
    ),
    of_block=_of_block,
)
