"""Projects drawn at random, for the laws that hold for all of them.

What a part may hold is taken from its declarations, so a new block type is drawn without a word
here. Texts are those that YAML readers disagree about; exits lead anywhere or nowhere.
"""

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from flowdesigner.blocks import BLOCK_TYPES
from flowdesigner.formats.native.scalars import without_forbidden
from flowdesigner.formats.native.shapes import (
    AnyNumber,
    AnyText,
    Anything,
    Either,
    Listed,
    Named,
    OneOf,
    PartOf,
    Row,
    Shape,
    YesNo,
    file_fields,
)
from flowdesigner.model.block import Block, UnknownBlock
from flowdesigner.model.flow import Flow, Layout
from flowdesigner.model.part import Part
from flowdesigner.model.project import Project
from tests.formats.native.plain_trees import NASTY

IDS = ("greet", "ask_order", "main", "talk_to_us", "finished", "no", "on", "y", "null", "id", "x1")
ODD_TYPES = ("telepathy", "hologram", "no", "")
_FEW = 2

texts = st.sampled_from(NASTY) | st.text(max_size=12).map(without_forbidden)
ids = st.sampled_from(IDS)
numbers: SearchStrategy[Any] = st.integers(-(10**17), 10**17) | st.floats(
    allow_nan=False, allow_infinity=False
)
json_values: SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | numbers | texts,
    lambda inner: st.lists(inner, max_size=_FEW) | st.dictionaries(texts, inner, max_size=_FEW),
    max_leaves=4,
)
unknown_keys = st.dictionaries(
    st.sampled_from(("x-owner", "x-no", "mood", "colour of sky")), json_values, max_size=1
)


def values(shape: Shape) -> SearchStrategy[Any]:
    """What a field of a shape may hold, as the file has it."""
    match shape:
        case Named(value):
            return st.dictionaries(ids | texts, values(value), max_size=_FEW)
        case Listed(item):
            return st.lists(values(item), max_size=_FEW)
        case Row(items):
            return st.tuples(*map(values, items)).map(list)
        case Either(options):
            return st.one_of(*map(values, options))
        case PartOf(part_type):
            return st.deferred(lambda: parts(part_type))
    return _LEAVES[type(shape)](shape)


_LEAVES: dict[type, Callable[[Any], SearchStrategy[Any]]] = {
    AnyText: lambda shape: ids | texts if shape.word else texts,
    AnyNumber: lambda shape: st.integers(0, 10**6) if shape.whole else numbers,
    YesNo: lambda shape: st.booleans(),
    OneOf: lambda shape: st.sampled_from(shape.words),
    Anything: lambda shape: json_values,
}


@st.composite
def fields(draw: DrawFn, part_type: type[Part], most: int = 4) -> dict[str, Any]:
    """Some of the fields of a part, its keys as the file has them."""
    declared = {field.key: field for field in file_fields(part_type)}
    must = [key for key, field in declared.items() if field.required]
    may = [key for key in declared if key not in must and key not in ("flows", "blocks")]
    chosen = draw(st.lists(st.sampled_from(may), max_size=most, unique=True)) if may else []
    return {
        **{key: draw(values(declared[key].shape)) for key in (*must, *chosen)},
        **draw(unknown_keys),
    }


def parts(part_type: type[Part]) -> SearchStrategy[Any]:
    """Parts of a type, half-filled as while a person works on them."""
    return fields(part_type).map(part_type.model_validate)


def _block(part_type: type[Block]) -> SearchStrategy[Block]:
    return parts(part_type)


def _unknown_block(odd: str) -> SearchStrategy[Block]:
    return fields(UnknownBlock).map(
        lambda given: UnknownBlock.model_validate(given | {"type": odd})
    )


blocks: SearchStrategy[Block] = st.one_of(
    *map(_block, BLOCK_TYPES), st.sampled_from(ODD_TYPES).flatmap(_unknown_block)
)


@st.composite
def flows(draw: DrawFn) -> Flow:
    """Flows of a few blocks whose exits lead to one another, elsewhere or nowhere."""
    given = draw(fields(Flow))
    given["blocks"] = draw(st.dictionaries(ids, blocks, max_size=3))
    if draw(st.booleans()):
        given["layout"] = draw(parts(Layout))
    return Flow.model_validate(given)


@st.composite
def projects(draw: DrawFn) -> Project:
    """Whole projects: valid to read, seldom finished."""
    given = draw(fields(Project))
    given["flowdesigner"] = 1
    given["flows"] = draw(st.dictionaries(ids, flows(), max_size=_FEW))
    return Project.model_validate(given)
