"""What a rule is about, for those who look for the rules that concern something."""

from collections.abc import Callable, Iterator

from flowdesigner.model.block import Block
from flowdesigner.model.channel import Channel
from flowdesigner.model.fields import Field, Kind, fields_of, holding, part_type_of
from flowdesigner.model.part import Part

AboutBlock = Callable[[type[Block]], bool]
"""Whether a rule is about a type of block."""
AboutChannel = Callable[[Channel], bool]
"""Whether a rule is about a channel."""


def having(*kinds: Kind) -> AboutBlock:
    """About the blocks that have fields of some kinds, besides those that every block has."""
    return lambda block_type: any(
        kind in kinds for name, kind in _kinds(block_type) if name not in Block.model_fields
    )


def declaring(something: Callable[[Field], bool]) -> AboutBlock:
    """About the blocks that have a field which declares something of itself."""
    return lambda block_type: any(map(something, fields_of(block_type).values()))


def being(*block_types: type[Block]) -> AboutBlock:
    """About some types of block; about no block at all when none is named."""
    return lambda block_type: block_type in block_types


def naming(block_type: type[Block]) -> bool:
    """About the blocks that list parts with ids."""
    lists = (name for name, field in fields_of(block_type).items() if field.kind is Kind.PARTS)
    return any("id" in fields_of(part_type_of(block_type, name)) for name in lists)


def either(*abouts: AboutBlock) -> AboutBlock:
    """About what one or another is about."""
    return lambda block_type: any(about(block_type) for about in abouts)


def _kinds(part_type: type[Part]) -> Iterator[tuple[str, Kind]]:
    """The kinds of the fields of a part and of those within it, by the name of the outer field."""
    for name, field in fields_of(part_type).items():
        yield name, field.kind
        if name in holding(part_type) and field.kind is not Kind.CONDITION:
            yield from ((name, kind) for _inner, kind in _kinds(part_type_of(part_type, name)))
