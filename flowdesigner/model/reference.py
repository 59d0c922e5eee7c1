"""The reference of the block types, as Markdown in the language in use."""

from collections.abc import Iterable, Iterator, Sequence

from pydantic import ValidationError

from flowdesigner.model.block import Block, Exit
from flowdesigner.model.fields import Field, Kind, fields_of, part_type_of
from flowdesigner.model.part import Part
from flowdesigner.texts import N_, translate

_INTRODUCTION = N_(
    "A journey is drawn from blocks. Each block does one thing and goes on by one of its exits."
)
_NOTHING = "\N{EN DASH}"
"""Stands in an empty cell, which readers of Markdown would otherwise join to its neighbour."""
_SAMPLE = "x"
"""An id that no block has an exit of by itself."""


def word_of(block_type: type[Block]) -> str:
    """The word the file calls a type of block."""
    return str(block_type.model_fields["type"].default)


def contents(block_types: Sequence[type[Block]]) -> str:
    """The page that leads to those of all block types."""
    rows = [
        f"| [{translate(each.look.title)}]({word_of(each)}.md) | {translate(each.look.summary)} |"
        for each in block_types
    ]
    title = "# " + translate(N_("Blocks"))
    table = _table((N_("Block"), N_("What it is for")), rows)
    return "\n\n".join((title, translate(_INTRODUCTION), table)) + "\n"


def page(block_type: type[Block]) -> str:
    """The page of a type of block."""
    look = block_type.look
    parts = [
        f"# {translate(look.title)}",
        translate(look.summary),
        "## " + translate(N_("What is filled in")),
        _table((N_("Field"), N_("Needed"), N_("What it is for")), _field_rows(block_type)),
    ]
    exits = tuple(exits_of(block_type))
    if exits:
        parts += [
            "## " + translate(N_("How it can go on")),
            _table(
                (N_("Exit"), N_("When nothing is drawn")),
                (_exit_row(each, exits) for each in exits),
            ),
        ]
    parts.append(translate(N_("In the file: `type: {word}`."), word=word_of(block_type)))
    return "\n\n".join(parts) + "\n"


def _table(heads: Sequence[str], rows: Iterable[str]) -> str:
    head = "| " + " | ".join(map(translate, heads)) + " |"
    return "\n".join((head, "|---" * len(heads) + "|", *rows))


def _field_rows(block_type: type[Block]) -> Iterator[str]:
    common = Block.model_fields
    fields = fields_of(block_type)
    for name in sorted(fields, key=lambda each: each in common):
        yield from _rows_of(block_type, name, fields[name])


def _rows_of(owner: type[Part], name: str, field: Field, within: str = "") -> Iterator[str]:
    label = within + translate(field.label)
    needed = translate(N_("yes") if field.required else N_("no"))
    yield f"| {label} | {needed} | {_plain(_words(field)) or _NOTHING} |"
    if field.kind in (Kind.PART, Kind.PARTS):
        inner = part_type_of(owner, name)
        for key, each in fields_of(inner).items():
            if key != "id":
                yield from _rows_of(inner, key, each, f"{label}: ")


def _words(field: Field) -> str:
    choices = ", ".join(translate(each) for each in field.choices.values())
    return ". ".join(filter(None, (translate(field.help).rstrip("."), choices)))


def _plain(words: str) -> str:
    """Words that no table takes for its own."""
    return words.replace("|", "\\|").replace("\n", " ")


def exits_of(block_type: type[Block]) -> Iterator[Exit]:
    """Every exit a type of block can have, however it is filled in; each once."""
    known: set[str] = set()
    for each in _filled_in(block_type):
        for way in each.ways_out():
            if way.id not in known and way.id != _SAMPLE:
                known.add(way.id)
                yield way
    for label in _listed(block_type):
        words = translate(N_("One for each: {label}"), label=translate(label))
        yield Exit(id=_SAMPLE, words={"": words})


def _filled_in(block_type: type[Block]) -> Iterator[Block]:
    """A type of block, empty and with each value of each choice."""
    yield block_type.model_validate({"type": word_of(block_type)})
    for name, field in fields_of(block_type).items():
        values: Iterable[object] = field.choices
        if field.kind is Kind.FLAG:
            values = (True,)
        elif field.kind is Kind.PART:
            values = ({},)
        for value in values:
            yield block_type.model_validate({"type": word_of(block_type), name: value})


def _listed(block_type: type[Block]) -> Iterator[str]:
    """The labels of the lists that make an exit of each of their entries."""
    for name, field in fields_of(block_type).items():
        if field.kind is not Kind.PARTS:
            continue
        part = {"id": _SAMPLE, "kind": "reply"}
        try:
            made = block_type.model_validate({"type": word_of(block_type), name: [part]})
        except ValidationError:
            continue
        if any(way.id == _SAMPLE for way in made.ways_out()):
            yield field.label


def _exit_row(way: Exit, ways: Iterable[Exit]) -> str:
    titles = {each.id: _title(each) for each in ways}
    if way.falls_to is None:
        falls = translate(
            N_("is a problem") if way.happens else N_("is a problem once it can happen")
        )
    else:
        exit = titles.get(way.falls_to, way.falls_to)
        falls = translate(N_("goes on by “{exit}”"), exit=exit)
    return f"| {_plain(_title(way))} | {falls} |"


def _title(way: Exit) -> str:
    return way.words.get("") or str(way.title) or way.id
