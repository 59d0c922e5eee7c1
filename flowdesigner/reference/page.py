"""What a page of the reference is."""

from collections.abc import Callable

from msgspec import Struct


class Page(Struct, frozen=True):
    """A page, written when it is opened."""

    address: str
    """Its folder and its name, `blocks/menu`; pages refer to one another by it."""
    title: str
    """In the language in use."""
    write: Callable[[], str]
    """Its Markdown in the language in use."""


class Group(Struct, frozen=True):
    """Pages on things of one sort, the one that leads to them first."""

    title: str
    """In the language in use."""
    pages: tuple[Page, ...]
