"""The colours of a chat, by theme, channel and speaker."""

from msgspec import Struct
from PySide6.QtGui import QColor

from flowdesigner.app.theme import Theme
from flowdesigner.channels import BY_ID

GAP = 3
"""Between bubbles of one speaker."""
TURN = 10
"""Between bubbles of different speakers."""
EDGE = 12
"""From the bubbles to the sides of the pane."""
PAD_X, PAD_Y = 11, 7
"""Inside a bubble."""
ROUND = 12


class BubbleLook(Struct, frozen=True, kw_only=True):
    """How a bubble is painted."""

    back: str
    text: str
    muted: str
    border: str
    link: str
    """What can be tapped, and who a colleague is; 4.5 to 1 on the bubble."""
    warning: str


def is_plain(channel: str) -> bool:
    """Whether a channel shows nothing but text."""
    known = BY_ID.get(channel)
    return known is None or "buttons" not in known.can


def reads_marks(channel: str) -> bool:
    """Whether a channel shows `*bold*` in bold."""
    known = BY_ID.get(channel)
    return known is not None and known.marks


def bubble_look(theme: Theme, who: str, channel: str) -> BubbleLook:
    """The colours of a speaker's bubble on a channel."""
    back, text, muted, border = theme.bubble_bot, theme.text, theme.muted, theme.border
    if who == "customer" and is_plain(channel):
        back, text, border = theme.accent, theme.on_accent, theme.accent
        muted = theme.on_accent
    elif who == "customer":
        back = theme.bubble_customer
        border = mixed(theme.bubble_customer, theme.good, 0.25)
        muted = mixed(theme.muted, theme.text, 0.35)
    elif who == "agent":
        back = theme.accent_soft
        border = mixed(theme.accent_soft, theme.accent, 0.3)
        muted = mixed(theme.muted, theme.text, 0.35)
    elif is_plain(channel):
        back = theme.raised if theme.dark else mixed(theme.raised, theme.border, 0.35)
        border, muted = back, mixed(theme.muted, theme.text, 0.35)
    return BubbleLook(
        back=back,
        text=text,
        muted=muted,
        border=border,
        link=mixed(theme.accent, theme.text, 0.3 if who == "agent" else 0.08),
        warning=mixed(theme.warning, theme.text, 0.15),
    )


def mixed(one: str, other: str, share: float) -> str:
    """A colour between two; `share` of the other."""
    a, b = QColor(one), QColor(other)
    parts = [
        round(x + (y - x) * share)
        for x, y in zip(a.toTuple()[:3], b.toTuple()[:3], strict=True)  # type: ignore[index]
    ]
    return QColor(*parts).name()
