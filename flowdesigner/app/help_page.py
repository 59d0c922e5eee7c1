"""Help on a block: what it is for, what is filled in, how it goes on, what is wrong with it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from flowdesigner.app.theme import SPACE
from flowdesigner.app.widgets.plain_label import PlainLabel
from flowdesigner.checks.rule import Issue
from flowdesigner.checks.rules import RULES
from flowdesigner.model.block import Block
from flowdesigner.model.fields import Field, Kind, fields_of, part_type_of
from flowdesigner.texts import N_, translate

_KINDS: Mapping[Kind, str] = {
    Kind.TEXT: N_("A text in each language. Type {{ to put in a variable."),
    Kind.LABEL: N_("A few words in each language. Type {{ to put in a variable."),
    Kind.VARIABLE: N_("The variable that keeps it for later texts and conditions."),
    Kind.URL: N_("A web address begins with https:// and has no spaces."),
}
"""What holds for every field of a kind that says nothing of its own."""


@dataclass(frozen=True)
class Entry:
    """Something by its name, and what is to be said of it."""

    name: str
    words: str


@dataclass(frozen=True)
class Section:
    """A heading with entries below."""

    title: str
    entries: tuple[Entry, ...]


def help_on(block: Block, issues: Sequence[Issue]) -> tuple[Section, ...]:
    """The help on a block, in the language in use; `issues` are those of the block."""
    fields = tuple(_fields(block))
    exits = tuple(Entry(str(each.title), "") for each in block.ways_out())
    sections = (
        Section(translate(N_("Problems")), tuple(_problems(issues))),
        Section(translate(N_("What is filled in")), fields),
        Section(translate(N_("How it can go on")), exits),
    )
    return tuple(each for each in sections if each.entries)


def _problems(issues: Sequence[Issue]) -> Iterator[Entry]:
    """Every problem once, with what to do about it below the last of its kind."""
    for rule in RULES:
        found = dict.fromkeys(str(each.message) for each in issues if each.rule == rule.name)
        if found:
            words = map(translate, (rule.manual.why, rule.manual.cure))
            yield Entry("\n".join(found), "\n".join(words))


def _fields(block: Block) -> Iterator[Entry]:
    common = Block.model_fields
    for name, field in sorted(fields_of(type(block)).items(), key=lambda each: each[0] in common):
        if name in common and not field.help:
            continue
        yield Entry(_label(field), _words(field))
        if field.kind in (Kind.PART, Kind.PARTS):
            for inner in fields_of(part_type_of(type(block), name)).values():
                yield Entry(f"{translate(field.label)}: {_label(inner)}", _words(inner))


def _label(field: Field) -> str:
    words = translate(field.label)
    return translate(N_("{label} (needed)"), label=words) if field.required else words


def _words(field: Field) -> str:
    if field.choices:
        return ", ".join(translate(each) for each in field.choices.values())
    return translate(field.help or _KINDS.get(field.kind, ""))


class HelpPage(QScrollArea):
    """Help that is read from top to bottom, by eye or by a screen reader."""

    def __init__(self, summary: str, sections: Sequence[Section]) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(translate(N_("Help")))
        page = QWidget()
        box = QVBoxLayout(page)
        box.setContentsMargins(0, 0, SPACE, 0)
        box.setSpacing(SPACE // 2)
        box.addWidget(PlainLabel(summary, wrap=True))
        for section in sections:
            box.addSpacing(SPACE)
            heading = PlainLabel(section.title)
            heading.embolden()
            box.addWidget(heading)
            for entry in section.entries:
                box.addWidget(PlainLabel(entry.name, wrap=True))
                for each in filter(None, entry.words.split("\n")):
                    box.addWidget(self._said(each))
        box.addStretch(1)
        self.setWidget(page)

    def _said(self, words: str) -> PlainLabel:
        label = PlainLabel(words, wrap=True)
        label.set_colour(self.palette().placeholderText().color().name())
        label.setContentsMargins(SPACE * 2, 0, 0, SPACE // 2)
        return label
