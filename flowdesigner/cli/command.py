"""What a command is."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable

from msgspec import Struct

GOOD, FOUND, UNUSABLE = 0, 1, 2
"""How a command ends: all is well; there is something to tell; it could not do its work."""


class Command(Struct, frozen=True, kw_only=True):
    """A word after `flowdesigner`, what may follow it, and what it does."""

    name: str
    help: str
    """An English key."""
    add_arguments: Callable[[ArgumentParser], None]
    run: Callable[[Namespace], int]
    """Does the work and tells how it ended."""


class Refused(Exception):  # noqa: N818 - reads as what it says
    """The command cannot do its work; says why in one sentence."""


def add_files(parser: ArgumentParser, *, several: bool = True) -> None:
    """Take project files."""
    if several:
        parser.add_argument("files", metavar="FILE", nargs="+")
    else:
        parser.add_argument("file", metavar="FILE")


def add_format(parser: ArgumentParser) -> None:
    """Choose between words for people and JSON."""
    parser.add_argument("--format", choices=("text", "json"), default="text")
