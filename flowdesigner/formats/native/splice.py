"""Saving is splicing: canonical text for the entries that changed, every other byte as it was.

Comments, styles, blank lines and line ends of all other entries stay; so does a comment above a
changed entry, and the one behind its value. Comments go with an entry that moves or is removed.
The result is read back; where it is not what was wanted, more is rewritten, at last the whole file.
"""

from collections.abc import Iterable, Mapping, Sequence

from flowdesigner.errors import FileError
from flowdesigner.formats.native.layout_of_file import ordered_containers
from flowdesigner.formats.native.read_tree import read_tree
from flowdesigner.formats.native.reorder import reordered
from flowdesigner.formats.native.splice_plan import Plan, keys_only, plan_of
from flowdesigner.formats.native.splice_text import apply_plan
from flowdesigner.formats.native.tree import Plain, Tree
from flowdesigner.formats.native.write_tree import write_tree

Keys = tuple[str, ...]


def splice(tree: Tree, new_root: Mapping[str, Plain], changed: Iterable[Sequence[object]]) -> str:
    """The text of the file with the entries at these paths as they are in the new root."""
    return spliced(tree, new_root, changed).text


def spliced(tree: Tree, new_root: Mapping[str, Plain], changed: Iterable[Sequence[object]]) -> Tree:
    """The file with the entries at these paths as they are in the new root, read back."""
    told = {keys_only(path) for path in changed}
    plan = plan_of(tree, new_root, told)
    result = _tried(tree, new_root, plan)
    if result is None:  # something else differs too, or a style that cannot be edited
        plan = plan_of(tree, new_root, {*told, *differences(tree.root, new_root)})
        result = _tried(tree, new_root, plan)
    while result is None:
        plan = plan.wider(tree)
        result = _tried(tree, new_root, plan)
    return result


def differences(
    old: Mapping[str, Plain], new: Mapping[str, Plain], path: Keys = ()
) -> Iterable[Keys]:
    """The deepest paths of mappings in which two roots differ."""
    for key in {**old, **new}:
        before, after = old.get(key), new.get(key)
        if isinstance(before, Mapping) and isinstance(after, Mapping):
            yield from differences(before, after, (*path, key))
        elif key not in old or key not in new or before != after:
            yield (*path, key)


def _tried(tree: Tree, new_root: Mapping[str, Plain], plan: Plan) -> Tree | None:
    """The file with a plan carried out, or nothing when that is not what was wanted."""
    if plan.whole:
        return _rewritten(tree, new_root)
    try:
        result = _read_back(apply_plan(tree, new_root, plan), tree)
        for container in ordered_containers(new_root):
            text = reordered(result, container, new_root)
            if text is None:
                return None
            if text != result.text:
                result = _read_back(text, tree)
    except FileError:
        return None
    return result if result.root == new_root and _in_order(result.root, new_root) else None


def _in_order(root: Mapping[str, Plain], new_root: Mapping[str, Plain]) -> bool:
    return all(
        list(_mapping_at(root, container)) == list(_mapping_at(new_root, container))
        for container in ordered_containers(new_root)
    )


def _mapping_at(root: Mapping[str, Plain], path: Keys) -> Mapping[str, Plain]:
    value: Plain = root
    for key in path:
        value = value[key] if isinstance(value, Mapping) else None
    assert isinstance(value, Mapping)
    return value


def _rewritten(tree: Tree, new_root: Mapping[str, Plain]) -> Tree:
    """The whole file anew, under the comments it began with."""
    text = write_tree(new_root, head=_head(tree.text))
    return _read_back(text.replace("\n", tree.newline), tree)


def _head(text: str) -> str:
    lines = text.splitlines(keepends=True)
    count = next((at for at, line in enumerate(lines) if not line.startswith("#")), len(lines))
    return "".join(line.rstrip() + "\n" for line in lines[:count])


def _read_back(text: str, old: Tree) -> Tree:
    return read_tree(Tree({}, text, bom=old.bom).encode())
