"""The lines an entry of a block mapping stands on, with the comments that belong to it."""

import re
from collections.abc import Iterator

from msgspec import Struct

from flowdesigner.formats.native.tree import Found, Path, Tree

_COMMENT_LINE = re.compile(r"[ \t]*#")
_REST_OF_LINE = re.compile(r"[ \t]*(?:#[^\r\n]*)?(?=\r?\n|\Z)")
_HASH = re.compile(r"(?:^|(?<=\s))#")


class EntryLines(Struct, frozen=True):
    """One entry: its comments above, its key, its value, the last of its lines."""

    first: int  # start of the line of the first comment above it, else of its own
    key: int
    value_end: int  # after the last character of the value
    end: int  # start of the line after it
    column: int
    comment: str  # what follows the value on its line


def entry_lines(tree: Tree, path: Path) -> EntryLines | None:
    """The lines of an entry, or nothing when it shares a line with something else."""
    found = tree.find(path)
    above = tree.find(path[:-1])
    if found is None or above is None or not above.in_block:
        return None
    text = tree.text
    line = _line_start(text, found.start)
    value_end = found.start + len(text[found.start : found.end].rstrip())
    rest = _REST_OF_LINE.match(text, value_end)
    if text[line : found.start].strip(" ") or rest is None:
        return None
    column = found.start - line
    floor = _end_before(above, found.start)
    return EntryLines(
        first=_first_comment(text, line, column, floor),
        key=found.start,
        value_end=value_end,
        end=_after_deeper_comments(text, max(_line_after(text, rest.end()), found.end), column),
        column=column,
        comment=rest[0].rstrip(),
    )


def holds_comments(tree: Tree, path: Path) -> bool:
    """Whether comments may stand inside an entry; looks only where no text value stands."""
    found = tree.find(path)
    if found is None or "#" not in tree.text[found.start : found.end]:
        return False
    at = found.start
    for value in _without_parts(found):
        if _HASH.search(tree.text, at, value.value_start):
            return True
        at = value.end
    return _HASH.search(tree.text, at, found.end) is not None


def _without_parts(found: Found) -> Iterator[Found]:
    if not isinstance(found.value, dict | list):
        yield found
    for part in found.parts():
        yield from _without_parts(part)


def _end_before(above: Found, start: int) -> int:
    """Where the entry that stands before this place ends, or where the parent begins."""
    end = above.start
    for part in above.parts():
        if part.start >= start:
            break
        end = part.end
    return end


def _line_start(text: str, index: int) -> int:
    return text.rfind("\n", 0, index) + 1


def _line_after(text: str, index: int) -> int:
    found = text.find("\n", index)
    return len(text) if found < 0 else found + 1


def _first_comment(text: str, line: int, column: int, floor: int) -> int:
    """The start of the comment lines right above, as far in as the entry itself."""
    first = line
    while first > floor:
        above = _line_start(text, first - 1)
        written = text[above:first]
        if above < floor or not written.lstrip(" ").startswith("#"):
            break
        if len(written) - len(written.lstrip(" ")) != column:
            break
        first = above
    # The comments that open a file are about the file.
    return line if first == 0 else first


def _after_deeper_comments(text: str, end: int, column: int) -> int:
    """Past the comments after an entry that are further in than its key."""
    at = end
    while at < len(text):
        after = _line_after(text, at)
        written = text[at:after]
        if written.strip():
            inset = len(written) - len(written.lstrip(" "))
            if not _COMMENT_LINE.match(written) or inset <= column:
                break
            end = after
        at = after
    return end
