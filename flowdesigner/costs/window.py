"""Whether WhatsApp's window is open at a place: it decides what a message costs."""

from functools import cache
from typing import Literal

from flowdesigner.channels.terms import terms
from flowdesigner.model.flow import Start
from flowdesigner.model.passage import Passage

Window = Literal["closed", "open", "free"]
"""`open` for a day after the customer wrote; `free` for three days after they came by an
advertisement, when nothing is billed."""

_BY_START: dict[str, Window] = {"message": "open", "ad": "free", "call": "open"}


def at_start(start: Start) -> Window:
    """How the window stands when a flow begins."""
    return _BY_START.get(start.trigger or "", "closed")


def after(window: Window, passage: Passage) -> Window:
    """How it stands after a passage; one passage is looked at alone, not the sum of several."""
    silence = passage.silence.kept
    if silence is None:
        return "free" if window == "free" else "open"
    if silence[0] >= _seconds("free_entry_hours" if window == "free" else "window_hours"):
        return "closed"
    return window


@cache
def _seconds(name: str) -> int:
    """How long something is open, by the newest that is known."""
    return int(terms()[f"whatsapp.{name}"][-1].value) * 3600
