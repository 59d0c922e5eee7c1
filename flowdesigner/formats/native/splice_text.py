"""Carries out the plan of a splice on the text of a file."""

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct

from flowdesigner.formats.native.entry_lines import EntryLines, entry_lines
from flowdesigner.formats.native.splice_plan import Absent, Keys, Plan, value_at
from flowdesigner.formats.native.tree import Plain, Tree
from flowdesigner.formats.native.write_scalars import literal
from flowdesigner.formats.native.write_tree import write_entry

_LAST = (1, 0)  # inner entries come in before outer ones, both before what is taken out
_INSET = re.compile(r"^[ \t]+(?=#)", re.MULTILINE)


class _Edit(Struct, frozen=True, order=True):
    """New text in the place of a stretch of the old; sorted by where, then by whose turn it is."""

    start: int
    turn: tuple[int, int]
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


def _value(path: Keys, new_root: Mapping[str, Plain]) -> Plain:
    value = value_at(new_root, path)
    assert not isinstance(value, Absent)
    return value


def _written(tree: Tree, path: Keys, value: Plain, column: int) -> str:
    return write_entry(path, value, column).replace("\n", tree.newline)


def _replacement(tree: Tree, path: Keys, new_root: Mapping[str, Plain]) -> _Edit:
    lines = _lines(tree, path)
    value = _value(path, new_root)
    text = _written(tree, path, value, lines.column)[lines.column :]
    # Behind a text of several lines a comment would become part of it: it goes to the first line.
    first, newline, others = text.partition(tree.newline)
    text = first + lines.comment + newline + others
    end = lines.value_end + len(lines.comment)
    if lines.end > end and _ends_in_lines(value):
        # So would the comments below: they move out as far as they have to.
        inset = " " * (lines.column + (1 if isinstance(value, str) else 2))
        text += _INSET.sub(inset, tree.text[end : lines.end])
        end = lines.end
    return _Edit(lines.key, _LAST, end, text)


def _ends_in_lines(value: Plain) -> bool:
    """Whether the last thing written of a value is a text over several lines."""
    while isinstance(value, Mapping | Sequence) and value and not isinstance(value, str):
        value = list(value.values())[-1] if isinstance(value, Mapping) else value[-1]
    return isinstance(value, str) and literal(value) is not None


def _removal(tree: Tree, path: Keys) -> _Edit:
    lines = _lines(tree, path)
    return _Edit(lines.first, _LAST, lines.end, "")


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
            text = _written(tree, path, _value(path, new_root), first.column)
            edits.append(_Edit(at, (-len(path), turn), at, _on_own_lines(tree, text, at)))
        elif key in found.value:
            lines = entry_lines(tree, path)
            at = lines.end if lines else at
    return edits


def _on_own_lines(tree: Tree, text: str, at: int) -> str:
    if at and tree.text[at - 1] != "\n":
        return tree.newline + text  # the last line of the file has no end
    return text + tree.newline
