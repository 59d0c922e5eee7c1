"""The rule *emoji-in-sms*."""

from dataclasses import dataclass

from flowdesigner.channels.sms_parts import foreign_characters
from flowdesigner.checks.context import BlockContext
from flowdesigner.checks.rule import Finding, Findings, Fix, Manual, Rule, Severity
from flowdesigner.checks.wording import language_name
from flowdesigner.edits.blocks import SetValue
from flowdesigner.edits.edit import Edit, Where
from flowdesigner.model.place import value_at
from flowdesigner.model.project import Project
from flowdesigner.model.walk import Path
from flowdesigner.texts import N_, Message, message

_VARIANT = ("variants", "sms")
_BLANKS = " \n"
_NEVER_IN_SMS = frozenset(
    {"footer", "description", "section", "summary", "button", "subject", "preheader"}
)
# Curly quotation marks, dashes, three dots, a bullet, special spaces, a cross and an arrow.
_PLAIN = str.maketrans({
    "\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u2013": "-",
    "\u2014": "-", "\u2011": "-", "\u2022": "-", "\u2026": "...", "\u00a0": " ", "\u200b": "",
    "\u00d7": "x", "\u2192": "->",
})  # fmt: skip


def plain_for_sms(text: str) -> str:
    """The text with typographic signs written plainly, and what is left over taken out."""
    plain = text.translate(_PLAIN)
    foreign = foreign_characters(plain)
    kept = "".join(each for each in plain if each not in foreign)
    lines = (" ".join(line.split()) for line in kept.split("\n"))
    return "\n".join(lines).strip()


@dataclass(frozen=True)
class WritePlainly(Edit):
    """Write a text with the standard letters of SMS."""

    flow: str
    block: str
    path: Path

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
        if not isinstance(text, str):
            return project
        plain = plain_for_sms(text)
        return SetValue(self.flow, self.block, self.path, plain, self.title).apply(project)


def _of_block(context: BlockContext) -> Findings:
    if not any(each.id == "sms" for each in context.channels):
        return
    texts = context.block.texts
    own = {spot.path[2:] for spot in texts if spot.path[:2] == _VARIANT}
    for spot in texts:
        if spot.path[-1] in _NEVER_IN_SMS or spot.path in own:
            continue
        if spot.path[0] == "variants" and spot.path[:2] != _VARIANT:
            continue
        for language in context.languages:
            words = spot.text.get(language, "")
            if foreign := foreign_characters(words):
                yield _finding(context, (*spot.path, language), words, foreign)


def _finding(context: BlockContext, place: Path, text: str, foreign: str) -> Finding:
    edit = WritePlainly(context.flow, context.id, place)
    return Finding(
        message=message(
            N_("{characters} makes an SMS in {language} dearer: 70 instead of 160 letters a part."),
            characters=" ".join(foreign),
            language=language_name(str(place[-1])),
        ),
        field=place,
        fixes=(Fix(title=edit.title, edit=edit),) if set(text) - {*foreign, *_BLANKS} else (),
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
