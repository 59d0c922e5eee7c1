"""A project file in canonical style, its comments kept."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from msgspec import Struct

from flowdesigner.formats.native.dump import plain
from flowdesigner.formats.native.read_tree import read_tree
from flowdesigner.formats.native.tree import Found, Path, Tree
from flowdesigner.formats.native.write_tree import write_tree
from flowdesigner.model.project import Project

_COMMENT = re.compile(r"(?:(?<=\s)|^)#.*")
_KEY = re.compile(r'"(?:[^"\\]|\\.)*"|\'(?:[^\']|\'\')*\'|[^:\n]+')

Entries = Sequence[tuple[Path, Found]]


class _Comment(Struct, frozen=True):
    """A comment, and the entry it stands above or behind; without one it ends the file."""

    text: str
    path: Path | None
    behind: bool = False


def canonical_text(project: Project, tree: Tree) -> str:
    """The canonical text of a project, each comment by the entry it stood by."""
    comments = tuple(_comments(tree))
    head = "".join(f"{each.text}\n" for each in comments if each.path == ())
    text = write_tree(plain(project), head=head)
    placed = [each for each in comments if each.path != ()]
    return _with_comments(text, placed) if placed else text


def _comments(tree: Tree) -> Iterator[_Comment]:
    if "#" not in tree.text:
        return
    entries = sorted(_entries(tree), key=lambda entry: (entry[1].start, len(entry[0])))
    starts = [found.start for _path, found in entries]
    at = 0
    for line in _without_words(tree, entries).splitlines(keepends=True):
        if hit := _COMMENT.search(line.rstrip("\r\n")):
            begin = at + hit.start()
            words = tree.text[begin : at + hit.end()].rstrip()
            before = bisect_right(starts, begin)
            if tree.text[at:begin].strip():
                yield _Comment(words, entries[before - 1][0], behind=True)
            elif before == 0:
                yield _Comment(words, ())
            else:
                yield _Comment(words, entries[before][0] if before < len(entries) else None)
        at += len(line)


def _entries(tree: Tree) -> Iterator[tuple[Path, Found]]:
    """Every entry with its path, however deep."""
    waiting: list[tuple[Path, Found]] = [((), Found(tree.root, 0, 0, tree.marks))]
    while waiting:
        path, found = waiting.pop()
        if path:
            yield path, found
        keys = list(found.value) if isinstance(found.value, dict) else []
        for position, part in enumerate(found.parts()):
            waiting.append(((*path, keys[position] if keys else position), part))


def _without_words(tree: Tree, entries: Entries) -> str:
    """The text with all keys and values blanked out, so that each `#` in it is a comment's."""
    text = list(tree.text)
    for _path, found in entries:
        if found.start < found.value_start and (key := _KEY.match(tree.text, found.start)):
            _blank(text, found.start, key.end())
        if not isinstance(found.value, dict | list):
            _blank(text, found.value_start, found.end)
    return "".join(text)


def _blank(text: list[str], start: int, end: int) -> None:
    # What is blanked out is not space, so that no `#` behind it begins a comment by mistake.
    text[start:end] = ["\n" if letter == "\n" else "_" for letter in text[start:end]]


def _with_comments(text: str, comments: Sequence[_Comment]) -> str:
    tree = read_tree(text.encode())
    lines = text.splitlines()
    above: dict[int, list[str]] = {}
    tail: list[str] = []
    for each in comments:
        if each.path is None:
            tail.append(each.text)
            continue
        row = tree.place(each.path).line - 1
        if each.behind and not lines[row].endswith(("|", "|-", "|+")) and "  #" not in lines[row]:
            lines[row] = f"{lines[row]}  {each.text}"
        else:
            above.setdefault(row, []).append(each.text)
    told: list[str] = []
    for row, line in enumerate(lines):
        pad = line[: len(line) - len(line.lstrip())]
        told += [f"{pad}{comment}" for comment in above.get(row, ())]
        told.append(line)
    return "\n".join([*told, *tail]) + "\n"
