"""The exits that a type of block can have, and when each is taken."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace
from pydantic_core import ValidationError

from flowdesigner.model.block import Block, Exit
from flowdesigner.model.fields import Kind, fields_of
from flowdesigner.reference.markdown import plain, table
from flowdesigner.texts import N_, translate

_SAMPLE = "x"
"""An id that no block has an exit of by itself."""
_HEADS = (N_("Exit"), N_("When it is taken"), N_("When nothing is drawn"), N_("In the file"))


def word_of(block_type: type[Block]) -> str:
    """The word the file calls a type of block."""
    return str(block_type.model_fields["type"].default)


def exit_table(block_type: type[Block]) -> str:
    """A row for each exit; nothing for a block that has none."""
    exits = tuple(exits_of(block_type))
    return table(_HEADS, (_row(each, exits) for each in exits))


def exits_of(block_type: type[Block]) -> Iterator[Exit]:
    """Every exit a type of block can have, however it is filled in; each once."""
    known: set[str] = set()
    for each in _filled_in(block_type):
        for way in each.ways_out():
            if way.id not in known and way.id != _SAMPLE:
                known.add(way.id)
                yield way
    yield from _listed(block_type)


def title_of(way: Exit) -> str:
    """What an exit is called."""
    return way.words.get("") or str(way.title) or way.id


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


def _listed(block_type: type[Block]) -> Iterator[Exit]:
    """What stands for the exits of the entries of a list, such as the answers of a menu."""
    for name, field in fields_of(block_type).items():
        if field.kind is not Kind.PARTS:
            continue
        part = {"id": _SAMPLE, "kind": "reply"}
        try:
            made = block_type.model_validate({"type": word_of(block_type), name: [part]})
        except ValidationError:
            continue
        for way in made.ways_out():
            if way.id == _SAMPLE:
                words = translate(N_("One for each: {label}"), label=translate(field.label))
                yield replace(way, words={"": words})


def _row(way: Exit, ways: Iterable[Exit]) -> tuple[str, ...]:
    titles = {each.id: title_of(each) for each in ways}
    if way.falls_to is None:
        falls = translate(
            N_("is a problem") if way.happens else N_("is a problem once it can happen")
        )
    else:
        exit = titles.get(way.falls_to, way.falls_to)
        falls = translate(N_("goes on by “{exit}”"), exit=exit)
    key = translate(N_("its id")) if way.id == _SAMPLE else f"`{way.id}`"
    return plain(title_of(way)), translate(way.help), falls, key
