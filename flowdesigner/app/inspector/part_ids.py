"""Ids of new parts of a list: made once from the words the author gives."""

from collections.abc import Iterable
from functools import cache

from flowdesigner.blocks import BLOCK_TYPES
from flowdesigner.model.ids import ID_LENGTH, free_id, make_id
from flowdesigner.model.part import Part

_ENDING = "_choice"


@cache
def names_of_exits() -> frozenset[str]:
    """The exits that block types have by themselves; no part may be called so."""
    return frozenset(exit.id for each in BLOCK_TYPES for exit in each.model_construct().ways_out())


def new_part_id(words: str, parts: Iterable[Part], fallback: str) -> str:
    """An id that no other part of the list and no exit of a block type has."""
    taken = {getattr(each, "id", "") for each in parts}
    id = make_id(words, taken, fallback=fallback)
    if id in names_of_exits():
        id = free_id(id[: ID_LENGTH - len(_ENDING) - 4] + _ENDING, taken)
    return id
