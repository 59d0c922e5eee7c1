"""The page of a type of block: what it is for, what is filled in, and what becomes of it."""

from collections.abc import Iterator, Sequence

from flowdesigner.blocks import BLOCK_TYPES
from flowdesigner.channels import CHANNELS
from flowdesigner.checks.rules import RULES
from flowdesigner.checks.sayings import sayings
from flowdesigner.formats.features import FEATURES
from flowdesigner.formats.format import Support, title_of
from flowdesigner.formats.platforms import FORMATS
from flowdesigner.model.block import Block
from flowdesigner.model.channel import Channel
from flowdesigner.model.fields import Field, Kind, fields_of, part_type_of
from flowdesigner.model.media import Variant
from flowdesigner.model.part import Part
from flowdesigner.model.samples import sample_run
from flowdesigner.reference.check_page import severity_of
from flowdesigner.reference.drawing import drawn
from flowdesigner.reference.examples import example_of, example_text, examples
from flowdesigner.reference.exits import exit_table, exits_of, word_of
from flowdesigner.reference.exits import title_of as exit_title
from flowdesigner.reference.fields import field_table
from flowdesigner.reference.markdown import bullets, heading, joined, link, plain, table
from flowdesigner.texts import N_, current_language, translate

_INTRODUCTION = N_(
    "A journey is drawn from blocks. Each block does one thing and goes on by one of its exits."
)
SUPPORT = {
    Support.SUPPORTED: N_("fully"),
    Support.APPROXIMATED: N_("nearly"),
    Support.UNSUPPORTED: N_("not at all"),
}
_MAIL_ONLY = ("subject", "preheader")
"""What only a channel with a subject can say, whatever the block."""


def contents() -> str:
    """The page that leads to those of all types of block."""
    rows = [(link(title(each), f"blocks/{word_of(each)}"), summary(each)) for each in BLOCK_TYPES]
    return joined(
        heading(N_("Blocks"), 1),
        translate(_INTRODUCTION),
        table((N_("Block"), N_("What it is for")), rows),
    )


def title(block_type: type[Block]) -> str:
    """What a type of block is called."""
    return translate(block_type.look.title)


def summary(block_type: type[Block]) -> str:
    """What it is for."""
    return translate(block_type.look.summary)


def page(block_type: type[Block]) -> str:
    """The page of a type of block."""
    return joined(
        f"# {title(block_type)}",
        summary(block_type),
        heading(N_("What is filled in")),
        field_table(block_type),
        *_section(N_("How it can go on"), exit_table(block_type)),
        *_section(N_("What it keeps"), bullets(_kept(block_type))),
        *_section(N_("On each channel"), _on_channels(block_type)),
        heading(N_("What each platform makes of it")),
        _platforms(block_type),
        heading(N_("What is checked")),
        _checks(block_type),
        heading(N_("Example")),
        translate(N_("A block of this type as it stands in the file:")),
        f"```yaml\n{example_text(word_of(block_type))}\n```",
    )


def _section(title: str, content: str) -> tuple[str, ...]:
    return (heading(title), content) if content else ()


# --------------------------------------------------------------------------- variables


def _kept(block_type: type[Block]) -> Iterator[str]:
    """Where it writes variables, and when they surely have a value."""
    for label in _writing(block_type):
        yield translate(N_("The variable chosen in “{field}”."), field=label)
    example = example_of(word_of(block_type))
    ways = {each.id: exit_title(each) for each in exits_of(block_type)}
    for way in example.ways_out(examples().outcomes):
        names = example.sets(way.id)
        if names:
            told = ", ".join(f"`{each}`" for each in names)
            exit = ways.get(way.id) or way.words.get(current_language()) or way.id
            yield translate(
                N_("In the example below, {names} has a value after “{exit}”."),
                names=told, exit=exit,
            )  # fmt: skip


def _writing(owner: type[Part]) -> Iterator[str]:
    """The labels of the fields in which a variable is written to."""
    for name, field in fields_of(owner).items():
        if field.kind in (Kind.PART, Kind.PARTS):
            inner = _writing(part_type_of(owner, name))
            yield from (f"{translate(field.label)}: {each}" for each in inner)
        elif _writes(owner, name, field):
            yield translate(field.label)


def _writes(owner: type[Part], name: str, field: Field) -> bool:
    return field.kind in (Kind.VARIABLE, Kind.SAVE) or name == "take"


# --------------------------------------------------------------------------- channels


def _on_channels(block_type: type[Block]) -> str:
    """What the customer gets of the example, and what can be said otherwise on a channel."""
    example = example_of(word_of(block_type))
    rows = [(link(each.title, f"channels/{each.id}"), _drawn(example, each)) for each in CHANNELS]
    if not any(shape for _name, shape in rows):
        return ""
    words = (f"“{each}”" for each in _own_words(block_type))
    told = translate(
        N_("Each channel may have words of its own for: {fields}."), fields=", ".join(words)
    )
    heads = (N_("Channel"), N_("What the customer gets of the example below"))
    return f"{table(heads, rows)}\n\n{told}"


def _drawn(example: Block, channel: Channel) -> str:
    run = sample_run(examples().facts, channel.id, examples().base_language)
    for saying in sayings(example, (run,)):
        return drawn(saying.rendered)
    return ""


def _own_words(block_type: type[Block]) -> Iterator[str]:
    for name, field in fields_of(Variant).items():
        if name in fields_of(block_type):
            yield translate(fields_of(block_type)[name].label)
        elif name in _MAIL_ONLY and "text" in fields_of(block_type):
            channels = ", ".join(each.title for each in CHANNELS if "subject" in each.can)
            yield f"{translate(field.label)} ({channels})"


# --------------------------------------------------------------------------- platforms


def _platforms(block_type: type[Block]) -> str:
    """How well each format says it, and each of the things it can do."""
    word = word_of(block_type)
    things = (word, *(name for name in FEATURES if name.startswith(f"{word}.")))
    heads = ("", *(link(each.title, f"formats/{each.id}") for each in FORMATS))
    return table(heads, (support_row(each) for each in things))


def support_row(thing: str) -> Sequence[str]:
    """What is said of a type of block or a feature on every platform."""
    cells = []
    for each in FORMATS:
        saying = each.support(thing)
        cells.append(f"**{translate(SUPPORT[saying.status])}**: {plain(translate(saying.how))}")
    return translate(title_of(thing)), *cells


# --------------------------------------------------------------------------- checks


def _checks(block_type: type[Block]) -> str:
    own = [rule for rule in RULES if rule.blocks is not None and rule.blocks(block_type)]
    every = [rule for rule in RULES if rule.blocks is None]
    lines = (f"{link(translate(r.title), f'checks/{r.name}')} ({severity_of(r)})" for r in own)
    others = ", ".join(link(translate(each.title), f"checks/{each.name}") for each in every)
    also = translate(N_("Looked at in every block: {checks}."), checks=others)
    return "\n\n".join(filter(None, (bullets(lines), also)))
