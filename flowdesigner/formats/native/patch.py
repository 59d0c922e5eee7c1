"""The tree of a file with the entries of a change in it, and everything else as it was read.

What the file says besides the project (an empty value, the layout of a flow that is not there)
stays, so that saving touches nothing but what the author changed.
"""

from collections.abc import Iterable, Mapping
from typing import cast

from flowdesigner.formats.native.layout_of_file import ordered_containers
from flowdesigner.formats.native.splice_plan import ABSENT, Absent, value_at
from flowdesigner.formats.native.tree import Plain, Value

Keys = tuple[str, ...]


def patched(
    root: Mapping[str, Value], wanted: Mapping[str, Plain], paths: Iterable[Keys]
) -> dict[str, Plain]:
    """The root with what stands in the wanted one at these paths, in the wanted order."""
    result: dict[str, Plain] = dict(root)
    for path in paths:
        _put(result, wanted, path)
    for path in ordered_containers(wanted):
        _sort(result, wanted, path)
    return result


def _put(holder: dict[str, Plain], wanted: Mapping[str, Plain], path: Keys) -> None:
    """Copy one entry over; an entry that came or went may bring or take the ones around it."""
    key, below = path[0], path[1:]
    old, new = holder.get(key), wanted.get(key, ABSENT)
    gone = isinstance(new, Absent)
    if below and isinstance(old, Mapping) and (gone or isinstance(new, Mapping)):
        holder[key] = inner = dict(old)
        _put(inner, new if isinstance(new, Mapping) else {}, below)
        gone = gone and not inner
    elif not isinstance(new, Absent):
        _set(holder, key, new, list(wanted))
    if gone:
        holder.pop(key, None)


def _set(holder: dict[str, Plain], key: str, value: Plain, order: list[str]) -> None:
    if key in holder:
        holder[key] = value
        return
    before = set(order[: order.index(key)])
    at = max((place for place, each in enumerate(holder, 1) if each in before), default=0)
    entries = list(holder.items())
    entries.insert(at, (key, value))
    holder.clear()
    holder.update(entries)


def _sort(result: dict[str, Plain], wanted: Mapping[str, Plain], path: Keys) -> None:
    """Put the entries of a mapping in the author's order; what only the file has stays behind."""
    order = cast(Mapping[str, Plain], value_at(wanted, path))
    found = value_at(result, path)
    if not isinstance(found, Mapping) or list(found) == list(order):
        return
    holder = result
    for key in path[:-1]:
        holder[key] = holder = dict(cast(Mapping[str, Plain], holder[key]))
    known = {key: found[key] for key in order if key in found}
    holder[path[-1]] = {**known, **{key: found[key] for key in found if key not in known}}
