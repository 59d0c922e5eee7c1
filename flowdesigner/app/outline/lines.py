"""What the lines of the outline say."""

from collections.abc import Iterator

from msgspec import Struct

from flowdesigner.app.canvas.typeset import plain
from flowdesigner.app.outline.order import Way
from flowdesigner.model.block import Block, Exit, Outcomes
from flowdesigner.model.facts import Facts
from flowdesigner.model.fields import fields_of
from flowdesigner.model.walk import Path
from flowdesigner.texts import N_, translate

LONGEST = 80


class ExitLine(Struct, frozen=True):
    """An exit under its block."""

    id: str
    name: str
    target: str | None
    optional: bool
    own_words: Path
    """Where the block holds what the author calls it; empty when its name is ours."""


def block_words(block: Block, facts: Facts, language: str) -> tuple[str, str]:
    """The name of a block, or the word of its type; and the first words it says."""
    name = block.title or translate(block.look.title)
    words = " ".join(plain(block.first_words(facts, language)).split())
    short = words if len(words) <= LONGEST else words[: LONGEST - 1].rstrip() + "…"
    return name, short


def exit_lines(
    block: Block, facts: Facts, outcomes: Outcomes, language: str
) -> tuple[ExitLine, ...]:
    """The exits of a block, top to bottom; those that can never be taken are left out."""
    return tuple(
        ExitLine(
            way.id,
            " ".join(way.name(facts, language).split()),
            block.exits.get(way.id),
            way.falls_to is not None,
            words_of_exit(block, way),
        )
        for way in _ways(block, outcomes)
    )


def _ways(block: Block, outcomes: Outcomes) -> Iterator[Exit]:
    ways = block.ways_out(outcomes)
    yield from (way for way in ways if way.happens or way.id in block.exits)
    known = {way.id for way in ways}
    yield from (Exit(id=id) for id in block.exits if id not in known)


def words_of_exit(block: Block, way: Exit) -> Path:
    """Where the words of an exit stand in its block, such as the label of an option."""
    if not way.words:
        return ()
    for name in fields_of(type(block)):
        parts = getattr(block, name)
        for part in parts if isinstance(parts, tuple) else ():
            if getattr(part, "id", None) == way.id and hasattr(part, "label"):
                return name, way.id, "label"
    return ()


def told(line: ExitLine, way: Way, target: str) -> str:
    """An exit in words: what it is called, and where it leads."""
    match way:
        case Way.ON:
            return translate(N_("{exit}: on to {block}"), exit=line.name, block=target)
        case Way.BACK:
            return translate(N_("{exit}: goes back to {block}"), exit=line.name, block=target)
        case Way.AHEAD:
            return translate(N_("{exit}: goes on at {block}"), exit=line.name, block=target)
        case Way.NOWHERE:
            return translate(N_("{exit}: leads nowhere yet"), exit=line.name)
        case Way.OPTIONAL:
            return translate(N_("{exit}: not used"), exit=line.name)
