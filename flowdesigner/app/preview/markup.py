"""WhatsApp's marks in a text: *bold*, _italic_, ~struck out~, ```typewriter```."""

import re
from collections.abc import Callable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace


class Run(Struct, frozen=True):
    """A stretch of text that looks alike."""

    text: str
    bold: bool = False
    italic: bool = False
    struck: bool = False
    mono: bool = False


_LIKE: Mapping[str, Callable[[Run], Run]] = {
    "bold": lambda run: replace(run, bold=True),
    "italic": lambda run: replace(run, italic=True),
    "struck": lambda run: replace(run, struck=True),
}

_MARKS = re.compile(
    r"```(?P<block>.+?)```"
    r"|(?<![`\w])`(?P<mono>[^`\n]+)`(?![`\w])"
    r"|(?<![\w*])\*(?=[^\s*])(?P<bold>[^*\n]*[^\s*])\*(?![\w*])"
    r"|(?<![\w_])_(?=[^\s_])(?P<italic>[^_\n]*[^\s_])_(?![\w_])"
    r"|(?<![\w~])~(?=[^\s~])(?P<struck>[^~\n]*[^\s~])~(?![\w~])",
    re.DOTALL,
)


def read_markup(text: str) -> tuple[Run, ...]:
    """The stretches of a text; marks without a partner stay what they are."""
    return tuple(_runs(text, Run("")))


def _runs(text: str, like: Run) -> Iterator[Run]:
    done = 0
    for match in _MARKS.finditer(text):
        if match.start() > done:
            yield replace(like, text=text[done : match.start()])
        name = match.lastgroup or "block"
        inner = match[name]
        if name in ("block", "mono"):
            yield replace(like, text=inner, mono=True)
        else:
            yield from _runs(inner, _LIKE[name](like))
        done = match.end()
    if done < len(text):
        yield replace(like, text=text[done:])
