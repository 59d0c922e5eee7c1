"""Carries out the plan of a splice on the text of a file."""

from collections.abc import Mapping
from dataclasses import dataclass

from flowdesigner.formats.native.entry_lines import EntryLines, entry_lines
from flowdesigner.formats.native.splice_plan import Absent, Keys, Plan, value_at
from flowdesigner.formats.native.tree import Plain, Tree
from flowdesigner.formats.native.write_tree import write_entry


@dataclass(frozen=True, order=True)
class _Edit:
    """New text in the place of a stretch of the old; sorted by where, then by whose turn it is."""

    start: int
    turn: int
    end: int
    text: str


def apply_plan(tree: Tree, new_root: Mapping[str, Plain], plan: Plan) -> str:
    """The text with the plan carried out."""
    edits = [_replacement(tree, path, new_root) for path in plan.replace]
    edits += [_removal(tree, path) for path in plan.remove]
    for parent in {path[:-1] for path in plan.insert}:
        edits += _insertions(tree, parent, new_root, plan)
    return _edited(tree.text, sorted(edits))


def _edited(text: str, edits: list[_Edit]) -> str:
    pieces: list[str] = []
    at = 0
    for edit in edits:
        pieces += (text[at : edit.start], edit.text)
        at = edit.end
    return "".join((*pieces, text[at:]))


def _lines(tree: Tree, path: Keys) -> EntryLines:
    lines = entry_lines(tree, path)
    assert lines is not None
    return lines


def _written(tree: Tree, path: Keys, new_root: Mapping[str, Plain], column: int) -> str:
    value = value_at(new_root, path)
    assert not isinstance(value, Absent)
    return write_entry(path, value, column).replace("\n", tree.newline)


def _replacement(tree: Tree, path: Keys, new_root: Mapping[str, Plain]) -> _Edit:
    lines = _lines(tree, path)
    text = _written(tree, path, new_root, lines.column)[lines.column :]
    # Behind a text of several lines a comment would become part of it: it goes to the first line.
    first, newline, others = text.partition(tree.newline)
    text = first + lines.comment + newline + others
    return _Edit(lines.key, 1, lines.value_end + len(lines.comment), text)


def _removal(tree: Tree, path: Keys) -> _Edit:
    lines = _lines(tree, path)
    return _Edit(lines.first, 1, lines.end, "")


def _insertions(tree: Tree, parent: Keys, new_root: Mapping[str, Plain], plan: Plan) -> list[_Edit]:
    """The new entries of one mapping, each behind the one before it in the new order."""
    found = tree.find(parent)
    order = value_at(new_root, parent)
    assert found is not None
    assert isinstance(found.value, dict)
    assert isinstance(order, Mapping)
    first = _lines(tree, (*parent, next(iter(found.value))))
    at = first.first
    edits: list[_Edit] = []
    for turn, key in enumerate(order):
        path = (*parent, key)
        if path in plan.insert:
            text = _written(tree, path, new_root, first.column)
            edits.append(_Edit(at, turn - len(order), at, _on_own_lines(tree, text, at)))
        elif key in found.value:
            at = _lines(tree, path).end
    return edits


def _on_own_lines(tree: Tree, text: str, at: int) -> str:
    if at and tree.text[at - 1] != "\n":
        return tree.newline + text  # the last line of the file has no end
    return text + tree.newline
