"""Which entries a splice writes anew, which it takes out and which it puts in."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from flowdesigner.formats.native.entry_lines import entry_lines, holds_comments
from flowdesigner.formats.native.layout_of_file import style_at
from flowdesigner.formats.native.tree import Path, Plain, Tree

Keys = tuple[str, ...]


class Plan(Struct, frozen=True):
    """The entries to write anew, to take out and to put in; or the whole file."""

    replace: frozenset[Keys] = frozenset()
    remove: frozenset[Keys] = frozenset()
    insert: frozenset[Keys] = frozenset()

    @property
    def whole(self) -> bool:
        """Whether nothing less than the whole file has to be written."""
        return () in self.replace

    def wider(self, tree: Tree) -> "Plan":
        """The same with the entry around each change written anew."""
        changes = self.replace | self.remove | self.insert
        around = {_writable(tree, path[:-1]) for path in changes} or {()}
        return Plan(replace=frozenset(_outermost(around)))


def keys_only(path: Sequence[object]) -> Keys:
    """A path down to the first list in it."""
    keys: list[str] = []
    for step in path:
        if not isinstance(step, str):
            break
        keys.append(step)
    return tuple(keys)


def plan_of(tree: Tree, new_root: Mapping[str, Plain], paths: Iterable[Keys]) -> Plan:
    """The plan that brings the entries at these paths to where they are in the new root."""
    actions = {where: kind for path in paths for where, kind in _actions(tree, new_root, path)}
    kept = _outermost(actions)
    return Plan(
        replace=frozenset(path for path in kept if actions[path] == "replace"),
        remove=frozenset(path for path in kept if actions[path] == "remove"),
        insert=frozenset(path for path in kept if actions[path] == "insert"),
    )


def _actions(tree: Tree, new_root: Mapping[str, Plain], path: Keys) -> Iterator[tuple[Keys, str]]:
    """What to do for one changed path: on it, on what stands around it, or on parts of it."""
    for depth in range(1, len(path) + 1):
        here = path[:depth]
        old, new = tree.find(here), value_at(new_root, here)
        if old is None or new is ABSENT:
            yield from _coming_or_going(tree, new_root, here)
            return
        parts = old.in_block and isinstance(old.value, dict) and isinstance(new, Mapping) and new
        if not parts:
            yield _writable(tree, here), "replace"
            return
    yield from _parts(tree, new_root, path)


def _coming_or_going(
    tree: Tree, new_root: Mapping[str, Plain], here: Keys
) -> Iterator[tuple[Keys, str]]:
    old, new = tree.find(here), value_at(new_root, here)
    if old is None and new is ABSENT:
        return
    neighbours = tree.find(here[:-1])
    lines = entry_lines(tree, here) if old else _any_lines(tree, here[:-1])
    if neighbours is None or lines is None:
        yield _writable(tree, here[:-1]), "replace"
    else:
        yield here, "insert" if old is None else "remove"


def _any_lines(tree: Tree, path: Keys) -> object:
    """The lines of some entry in a mapping, when it has one on lines of its own."""
    found = tree.find(path)
    if found is None or not isinstance(found.value, dict) or not found.value:
        return None
    return entry_lines(tree, (*path, next(iter(found.value))))


def _parts(tree: Tree, new_root: Mapping[str, Plain], path: Keys) -> Iterator[tuple[Keys, str]]:
    """A changed mapping: written as a whole, unless it holds entries or comments to keep."""
    old, new = tree.find(path), value_at(new_root, path)
    assert old is not None
    assert isinstance(old.value, dict)
    assert isinstance(new, Mapping)
    if not style_at(path).shared and not holds_comments(tree, path):
        yield _writable(tree, path), "replace"
        return
    for key in {**old.value, **new}:
        if not _same(old.value.get(key, ABSENT), new.get(key, ABSENT)):
            yield from _actions(tree, new_root, (*path, key))


def _writable(tree: Tree, path: Keys) -> Keys:
    """The smallest entry around a path that has lines of its own; the whole file at last."""
    while path and entry_lines(tree, path) is None:
        path = path[:-1]
    return path


def _outermost(paths: Iterable[Keys]) -> set[Keys]:
    known = set(paths)
    return {path for path in known if not any(path[:depth] in known for depth in range(len(path)))}


class Absent:
    """Stands for a value that is not there."""


ABSENT = Absent()


def value_at(root: Mapping[str, Plain], path: Path) -> Plain | Absent:
    """What stands at a path of mappings."""
    value: Plain = root
    for key in path:
        if not isinstance(value, Mapping) or key not in value:
            return ABSENT
        value = value[str(key)]
    return value


def _same(old: Plain | Absent, new: Plain | Absent) -> bool:
    # True == 1 and 1 == 1.0, but a file tells them apart.
    return old == new and (isinstance(old, Mapping | list | str) or type(old) is type(new))
