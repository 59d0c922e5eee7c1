"""What an edit did: the entries of the file that differ, derived by comparing, never written.

An entry is what the file keeps together: a block, a variable, a conversation, a setting. The
history, the canvas, the checks, the journal and the splice on save all live on it.
"""

from collections.abc import Iterator, Mapping
from itertools import compress, filterfalse, repeat
from operator import is_not, ne
from typing import Final

from msgspec import Struct

from flowdesigner.model.flow import Flow, Layout
from flowdesigner.model.part import Part
from flowdesigner.model.project import Project

EntryPath = tuple[str, ...]
"""Where an entry stands in the file, such as `("flows", "main", "blocks", "greet")`."""


class Missing:
    """Stands for an entry that is not there."""

    def __repr__(self) -> str:
        return "MISSING"


MISSING: Final = Missing()


class EntryChange(Struct, frozen=True):
    """An entry, as it was and as it is."""

    path: EntryPath
    before: object
    after: object


Change = tuple[EntryChange, ...]

_MAPPINGS = ("variables", "conversations", "translated_from")


def compare(before: Project, after: Project) -> Change:
    """The entries in which two projects differ; quick when they share what did not change."""
    return tuple(_project(before, after)) if before is not after else ()


def differ(before: Project, after: Project) -> bool:
    """Whether any entry differs."""
    return before is not after and any(True for _entry in _project(before, after))


def _project(before: Project, after: Project) -> Iterator[EntryChange]:
    for name in Project.model_fields:
        old, new = _given(before, name), _given(after, name)
        if old is new:
            continue
        if name in _MAPPINGS:
            yield from _mapping((name,), getattr(before, name), getattr(after, name))
        elif name != "flows" and old != new:
            yield EntryChange((name,), old, new)
    yield from _extras((), before, after)
    if before.flows is not after.flows:
        yield from _flows(before.flows, after.flows)


def _given(part: Part, name: str) -> object:
    return getattr(part, name) if name in part.model_fields_set else MISSING


def _extras(path: EntryPath, before: Part, after: Part) -> Iterator[EntryChange]:
    yield from _mapping(path, before.unknown, after.unknown)


def _mapping(
    path: EntryPath, before: Mapping[str, object], after: Mapping[str, object]
) -> Iterator[EntryChange]:
    if before is after:
        return
    # Without a loop in Python over what is the same, since a flow may have very many blocks.
    same_keys = len(before) == len(after) and not any(map(is_not, before, after))
    now = after.values() if same_keys else [*map(after.get, before, repeat(MISSING))]
    there = zip(before, before.values(), now, strict=True)
    for key, old, new in compress(there, map(is_not, before.values(), now)):
        if old != new:
            yield EntryChange((*path, key), old, new)
    for key in filterfalse(before.__contains__, after):
        yield EntryChange((*path, key), MISSING, after[key])


def _flows(before: Mapping[str, Flow], after: Mapping[str, Flow]) -> Iterator[EntryChange]:
    for id in {**before, **after}:
        old, new = before.get(id, MISSING), after.get(id, MISSING)
        if old is new:
            continue
        if isinstance(old, Flow) and isinstance(new, Flow):
            yield from _flow(id, old, new)
        else:
            yield EntryChange(("flows", id), old, new)


def _flow(id: str, before: Flow, after: Flow) -> Iterator[EntryChange]:
    path = ("flows", id)
    for name in Flow.model_fields:
        old, new = _given(before, name), _given(after, name)
        if name not in ("blocks", "layout") and old is not new and old != new:
            yield EntryChange((*path, name), old, new)
    yield from _extras(path, before, after)
    yield from _mapping((*path, "blocks"), before.blocks, after.blocks)
    if any(map(ne, before.blocks, after.blocks)) and before.blocks.keys() == after.blocks.keys():
        yield EntryChange((*path, "blocks"), tuple(before.blocks), tuple(after.blocks))
    if before.layout is not after.layout:
        yield from _layout(("layout", id), before.layout, after.layout)


def _layout(path: EntryPath, before: Layout, after: Layout) -> Iterator[EntryChange]:
    for name in Layout.model_fields:
        yield from _mapping((*path, name), getattr(before, name), getattr(after, name))
    yield from _extras(path, before, after)
