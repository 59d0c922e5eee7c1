"""The table of what each platform can say, as a page of the documentation."""

from collections.abc import Iterator, Sequence

from flowdesigner.blocks import BY_TYPE
from flowdesigner.formats.features import FEATURES
from flowdesigner.formats.format import Format, Support, title_of

MARKS = {
    Support.SUPPORTED: "yes",
    Support.APPROXIMATED: "nearly",
    Support.UNSUPPORTED: "no",
}

HEAD = """\
<!-- Written by scripts/generate from flowdesigner/formats; do not change by hand. -->
# What each platform can say

*Yes* means as it is meant, *nearly* means with a difference that the export tells of, *no* means
that it is left out and the export tells so. The same words stand in the window and on the command
line when a project is exported. Saved conversations that use only *yes* and *nearly* are compared
with the real engines by `make test-engines`.
"""


def support_table(formats: Sequence[Format]) -> str:
    """The page, a row for each type of block and each feature."""
    titles = " | ".join(each.title for each in formats)
    lines = [f"| | {titles} |", "|---" * (len(formats) + 1) + "|"]
    lines += [_row(thing, formats) for thing in _things()]
    return "\n".join([HEAD, *lines]) + "\n"


def _things() -> Iterator[str]:
    """Block types with their features behind them, then what holds for all."""
    for word in BY_TYPE:
        yield word
        yield from (name for name in FEATURES if name.startswith(f"{word}."))
    yield from (name for name in FEATURES if name.partition(".")[0] not in BY_TYPE)


def _row(thing: str, formats: Sequence[Format]) -> str:
    name = f"**{title_of(thing)}**" if thing in BY_TYPE else title_of(thing)
    cells = []
    for each in formats:
        saying = each.support(thing)
        cells.append(f"{MARKS[saying.status]}: {saying.how}")
    return f"| {name} (`{thing}`) | {' | '.join(cells)} |"
