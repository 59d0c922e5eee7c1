"""What a command is."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from datetime import date

from msgspec import Struct

from flowdesigner.texts import N_, translate

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


def add_format(parser: ArgumentParser, *others: str) -> None:
    """Choose between words for people, JSON, and other formats of some commands."""
    parser.add_argument("--format", choices=("text", "json", *others), default="text")


def add_as_of(parser: ArgumentParser) -> None:
    """Take the day whose limits, prices and laws count."""
    parser.add_argument(
        "--as-of", metavar="DATE",
        help=translate(N_("the day whose limits, prices and laws count, as 2026-12-31")),
    )  # fmt: skip


def day_of(word: str | None) -> date:
    """The day that was typed, else today."""
    if word is None:
        return date.today()
    try:
        return date.fromisoformat(word)
    except ValueError:
        words = N_("“{word}” is no date. Write it as year-month-day, such as 2026-12-31.")
        raise Refused(translate(words, word=word)) from None
