"""Where two projects differ, string by string: what an author is shown before a large edit."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from flowdesigner.model.change import Missing, compare
from flowdesigner.model.part import Part
from flowdesigner.model.project import Project
from flowdesigner.model.walk import Path


class Differing(Struct, frozen=True):
    """A value that is another one afterwards; empty words stand for none."""

    root: Path
    """The entry of the file it is in."""
    path: Path
    before: str
    after: str


def differing(before: Project, after: Project) -> Iterator[Differing]:
    """Every single value in which two projects differ, entry by entry."""
    for entry in compare(before, after):
        old, new = _plain(entry.before), _plain(entry.after)
        yield from _leaves(entry.path, (), old, new)


def _plain(value: object) -> object:
    if isinstance(value, Missing):
        return None
    if isinstance(value, Part):
        return value.as_written()
    return value


def _leaves(root: Path, path: Path, before: object, after: object) -> Iterator[Differing]:
    if before == after:
        return
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        yield from _of_mappings(root, path, before, after)
    elif _alike(before, after):
        for at, (old, new) in enumerate(zip(before, after, strict=True)):  # type: ignore[call-overload]
            yield from _leaves(root, (*path, _step(old, at)), old, new)
    else:
        yield Differing(root, path, _told(before), _told(after))


def _of_mappings(
    root: Path, path: Path, before: Mapping[str, object], after: Mapping[str, object]
) -> Iterator[Differing]:
    same = before.keys() == after.keys()
    if same or len(before) != len(after):
        for key in {**before, **after}:
            yield from _leaves(root, (*path, key), before.get(key), after.get(key))
        return
    for (old, value), (new, other) in zip(before.items(), after.items(), strict=True):
        if old != new:
            yield Differing(root, (*path, old), old, new)
        yield from _leaves(root, (*path, old), value, other)


def _alike(before: object, after: object) -> bool:
    lists = isinstance(before, list | tuple) and isinstance(after, list | tuple)
    return lists and len(before) == len(after)  # type: ignore[arg-type]


def _step(value: object, at: int) -> str | int:
    """How a listed part is named in a path."""
    return str(value["id"]) if isinstance(value, Mapping) and value.get("id") else at


def _told(value: object) -> str:
    return "" if value is None else str(value)
