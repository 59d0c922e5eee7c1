"""Puts the entries of a mapping into another order; their comments go with them."""

from collections.abc import Mapping

from flowdesigner.formats.native.entry_lines import EntryLines, entry_lines
from flowdesigner.formats.native.splice_plan import value_at
from flowdesigner.formats.native.tree import Plain, Tree


def reordered(tree: Tree, container: tuple[str, ...], new_root: Mapping[str, Plain]) -> str | None:
    """The text with the entries in the new root's order; nothing when they cannot be moved."""
    found = tree.find(container)
    wanted = value_at(new_root, container)
    if found is None or not isinstance(found.value, dict) or not isinstance(wanted, Mapping):
        return None
    if list(found.value) == list(wanted):
        return tree.text
    if set(found.value) != set(wanted):
        return None
    lines: dict[str, EntryLines] = {}
    for key in found.value:
        here = entry_lines(tree, (*container, key))
        if here is None:
            return None
        lines[key] = here
    return _moved(tree, list(lines.values()), [lines[key] for key in wanted])


def _moved(tree: Tree, old: list[EntryLines], new: list[EntryLines]) -> str:
    text = tree.text
    pieces = [text[: old[0].first]]
    for place, entry in enumerate(new):
        piece = text[entry.first : entry.end]
        pieces.append(piece if piece.endswith("\n") else piece + tree.newline)
        if place + 1 < len(old):  # what stands between two entries and belongs to neither
            pieces.append(text[old[place].end : old[place + 1].first])
    return "".join((*pieces, text[old[-1].end :]))
