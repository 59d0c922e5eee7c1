"""The pages of the formats: what each platform can say, and how."""

from collections.abc import Iterator

from flowdesigner.blocks import BY_TYPE
from flowdesigner.formats.features import FEATURES
from flowdesigner.formats.format import Format, title_of
from flowdesigner.formats.platforms import FORMATS
from flowdesigner.reference.block_page import SUPPORT
from flowdesigner.reference.markdown import heading, joined, link, plain, table
from flowdesigner.texts import N_, translate

_INTRODUCTION = N_(
    "A journey is exported for the platform that runs it. What a platform cannot say is told "
    "before it is exported, block by block."
)


def contents() -> str:
    """The page that leads to those of all formats."""
    rows = [(link(each.title, f"formats/{each.id}"), translate(each.describe)) for each in FORMATS]
    return joined(
        heading(N_("Formats"), 1),
        translate(_INTRODUCTION),
        table((N_("Platform"), N_("What it is")), rows),
    )


def page(format: Format) -> str:
    """The page of a format."""
    return joined(
        f"# {format.title}",
        translate(format.describe),
        heading(N_("What it can say")),
        table((N_("What is said"), N_("How well"), N_("How")), _rows(format)),
    )


def _rows(format: Format) -> Iterator[tuple[str, ...]]:
    for thing in _things():
        saying, title = format.support(thing), translate(title_of(thing))
        named = link(title, f"blocks/{thing}") if thing in BY_TYPE else plain(title)
        yield named, translate(SUPPORT[saying.status]), plain(translate(saying.how))


def _things() -> Iterator[str]:
    """Block types with their features behind them, then what holds for all."""
    for word in BY_TYPE:
        yield word
        yield from (name for name in FEATURES if name.startswith(f"{word}."))
    yield from (name for name in FEATURES if name.partition(".")[0] not in BY_TYPE)
