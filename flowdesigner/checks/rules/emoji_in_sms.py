"""The rule *emoji-in-sms*."""

from flowdesigner.channels import BY_ID
from flowdesigner.checks.about import having
from flowdesigner.checks.context import BlockContext
from flowdesigner.checks.rule import Basis, Finding, Findings, Fix, Manual, Rule, Severity
from flowdesigner.checks.spoken import words_on
from flowdesigner.checks.wording import channel_name, language_name
from flowdesigner.edits.blocks import SetValue
from flowdesigner.edits.edit import Edit, Where
from flowdesigner.model.channel import Alphabet, Channel
from flowdesigner.model.fields import Kind
from flowdesigner.model.place import value_at
from flowdesigner.model.project import Project
from flowdesigner.model.walk import Path
from flowdesigner.texts import N_, Message, message

_BLANKS = " \n"
# Curly quotation marks, dashes, three dots, a bullet, special spaces, a cross and an arrow.
_PLAIN = str.maketrans({
    "\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u2013": "-",
    "\u2014": "-", "\u2011": "-", "\u2022": "-", "\u2026": "...", "\u00a0": " ", "\u200b": "",
    "\u00d7": "x", "\u2192": "->",
})  # fmt: skip


def written_plainly(text: str, alphabet: Alphabet) -> str:
    """The text with typographic signs written plainly, and what is left over taken out."""
    plain = text.translate(_PLAIN)
    foreign = alphabet.foreign(plain)
    kept = "".join(each for each in plain if each not in foreign)
    lines = (" ".join(line.split()) for line in kept.split("\n"))
    return "\n".join(lines).strip()


class WritePlainly(Edit, frozen=True):
    """Write a text with the standard letters of a channel."""

    flow: str
    block: str
    path: Path
    channel: str

    @property
    def title(self) -> Message:
        """Its name."""
        return message(N_("Write it with standard letters"))

    @property
    def where(self) -> Where:
        """The text."""
        return Where(self.flow, (self.block,), self.path)

    def apply(self, project: Project) -> Project:
        """Write it so."""
        text = value_at(project.block(self.flow, self.block), self.path)
        alphabet = BY_ID[self.channel].alphabet
        if not isinstance(text, str) or alphabet is None:
            return project
        plain = written_plainly(text, alphabet)
        return SetValue(self.flow, self.block, self.path, plain, self.title).apply(project)


def _of_block(context: BlockContext) -> Findings:
    for channel in context.channels:
        if channel.alphabet is not None:
            yield from _on_channel(context, channel, channel.alphabet)


def _on_channel(context: BlockContext, channel: Channel, alphabet: Alphabet) -> Findings:
    for place, words in words_on(context, channel):
        if foreign := alphabet.foreign(words):
            told = _told(channel, alphabet, foreign, str(place[-1]))
            left = set(words) - {*foreign, *_BLANKS}
            yield _finding(context, channel, place, told, mendable=bool(left))


def _told(channel: Channel, alphabet: Alphabet, foreign: str, language: str) -> Message:
    return message(
        N_(
            "{characters} makes texts by {channel} in {language} dearer: "
            "{fewer} instead of {most} letters a part."
        ),
        characters=" ".join(foreign),
        channel=channel_name(channel),
        language=language_name(language),
        fewer=alphabet.other_room,
        most=alphabet.room,
    )


def _finding(
    context: BlockContext, channel: Channel, place: Path, told: Message, *, mendable: bool
) -> Finding:
    edit = WritePlainly(context.flow, context.id, place, channel.id)
    return Finding(
        message=told,
        field=place,
        fixes=(Fix(title=edit.title, edit=edit),) if mendable else (),
    )


RULE = Rule(
    name="emoji-in-sms",
    alias="SMS01",
    severity=Severity.WARNING,
    kind=Basis.DATA,
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
        source="GSM 03.38; sent.dm and Vonage, SMS in Indonesia, November 2026",
    ),
    of_block=_of_block,
    blocks=having(Kind.TEXT, Kind.LABEL),
    channels=lambda channel: channel.alphabet is not None,
)
