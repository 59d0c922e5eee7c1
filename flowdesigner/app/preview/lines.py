"""The lines of a chat as they are to be shown: days, what was said, and notes between."""

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from flowdesigner.app.preview.content import Letterhead, letterhead
from flowdesigner.app.preview.wording import day
from flowdesigner.simulate.entry import Entry, Place
from flowdesigner.simulate.session import Session
from flowdesigner.texts import N_, translate

MOST = 250
"""So many lines are shown; what was before them is not."""

Tone = Literal["quiet", "day", "bad", "edit"]


class NoteLine(Struct, frozen=True):
    """Small words in the middle."""

    text: str
    tone: Tone = "quiet"
    block: Place | None = None


class SpokenLine(Struct, frozen=True):
    """What somebody said."""

    entry: Entry
    live: bool = False
    """Whether its answers can be tapped now."""
    first: bool = True
    """Whether somebody else spoke before."""
    letterhead: Letterhead | None = None
    """Who it comes from, if it is a mail."""

    @property
    def block(self) -> Place | None:
        """Where it was said."""
        return self.entry.block


Line = NoteLine | SpokenLine

PARTED = N_("After your change the conversation goes another way from here.")


def lines_of(
    session: Session, parted: int | None = None, *, at_rest: bool = False
) -> tuple[Line, ...]:
    """The lines of a chat; `parted` is the line before which an edit led it elsewhere.

    At rest, nothing can be tapped.
    """
    return tuple(_lines(session, parted, None if at_rest else _live(session)))


def _lines(session: Session, parted: int | None, live: int | None) -> Iterator[Line]:
    entries = session.transcript
    start = max(len(entries) - MOST, 0)
    if start:
        yield NoteLine(translate(N_("Earlier lines are not shown.")))
    shown, who, head = None, "", letterhead(session.project)
    for at, entry in enumerate(entries[start:], start):
        if entry.at.date() != shown:
            shown, who = entry.at.date(), ""
            yield NoteLine(day(entry.at), "day")
        if at == parted:
            yield NoteLine(translate(PARTED), "edit")
        if entry.who == "system":
            bad = session.state == "stopped" and at == len(entries) - 1
            yield NoteLine(entry.shown(), "bad" if bad else "quiet", entry.block)
        else:
            mail = any(each.shape == "mail" for each in entry.messages)
            yield SpokenLine(entry, at == live, entry.who != who, head if mail else None)
        who = entry.who
    if parted == len(entries):
        yield NoteLine(translate(PARTED), "edit")


def _live(session: Session) -> int | None:
    """The line whose answers the chat waits for."""
    if session.state != "waiting" or not session.options:
        return None
    for at in range(len(session.transcript) - 1, -1, -1):
        entry = session.transcript[at]
        if entry.options == session.options and entry.block == session.place:
            return at
    return None
