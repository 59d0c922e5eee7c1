"""Colours and sizes of the window, light and dark."""

from collections.abc import Mapping

from msgspec import Struct
from PySide6.QtGui import QColor, QPalette


class Theme(Struct, frozen=True, kw_only=True):
    """The colours by what they are for, as `#rrggbb`."""

    id: str
    dark: bool
    window: str
    """Panels and bars."""
    surface: str
    """Fields and lists."""
    raised: str
    """Buttons and hovered rows."""
    border: str
    text: str
    muted: str
    """Text of lesser weight; still 4.5 to 1 on panels and fields."""
    accent: str
    on_accent: str
    accent_soft: str
    """Behind what is selected."""
    canvas: str
    grid: str
    card: str
    card_border: str
    edge: str
    edge_back: str
    error: str
    warning: str
    hint: str
    good: str
    bubble_bot: str
    bubble_customer: str
    note: Mapping[str, str]
    groups: Mapping[str, str]
    """The colour of each room of the palette."""

    @property
    def severities(self) -> Mapping[str, str]:
        """The colour of each severity of a problem."""
        return {"error": self.error, "warning": self.warning, "hint": self.hint}


LIGHT = Theme(
    id="light",
    dark=False,
    window="#f6f7f9",
    surface="#ffffff",
    raised="#eceff3",
    border="#d5dae1",
    text="#1b2330",
    muted="#5a6575",
    accent="#2563eb",
    on_accent="#ffffff",
    accent_soft="#dbe6fd",
    canvas="#eef1f5",
    grid="#dde2e9",
    card="#ffffff",
    card_border="#cdd4dd",
    edge="#7d8998",
    edge_back="#a0762a",
    error="#c62828",
    warning="#9a5b00",
    hint="#31699c",
    good="#1d7a46",
    bubble_bot="#ffffff",
    bubble_customer="#d7f5dc",
    note={
        "yellow": "#fff3bf",
        "green": "#d8f5d0",
        "blue": "#d6e8ff",
        "pink": "#ffdfe8",
        "grey": "#e6e9ee",
    },
    groups={
        "say": "#2563eb",
        "ask": "#0f7b6c",
        "decide": "#8a5a00",
        "do": "#7446c4",
        "finish": "#5a6575",
    },
)

DARK = Theme(
    id="dark",
    dark=True,
    window="#1f2530",
    surface="#171c26",
    raised="#2c3442",
    border="#3a4454",
    text="#e7ebf1",
    muted="#a3afc0",
    accent="#5b96ff",
    on_accent="#0c1524",
    accent_soft="#263b63",
    canvas="#12161e",
    grid="#1d2430",
    card="#232a36",
    card_border="#414c5d",
    edge="#8b98aa",
    edge_back="#d3a14d",
    error="#ff7b72",
    warning="#f0b252",
    hint="#7cb8f2",
    good="#5fcf8b",
    bubble_bot="#2a3240",
    bubble_customer="#1f4a37",
    note={
        "yellow": "#4b4220",
        "green": "#23432a",
        "blue": "#233c5c",
        "pink": "#53303c",
        "grey": "#343c49",
    },
    groups={
        "say": "#5b96ff",
        "ask": "#3fc2ac",
        "decide": "#e0a94a",
        "do": "#b18cf5",
        "finish": "#a3afc0",
    },
)

THEMES: tuple[Theme, ...] = (LIGHT, DARK)

SPACE = 8
"""The step of all gaps, in device-independent pixels."""
RADIUS = 6


def palette_of(theme: Theme) -> QPalette:
    """The theme as Qt's own widgets want it."""
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: theme.window,
        QPalette.ColorRole.WindowText: theme.text,
        QPalette.ColorRole.Base: theme.surface,
        QPalette.ColorRole.AlternateBase: theme.window,
        QPalette.ColorRole.Text: theme.text,
        QPalette.ColorRole.Button: theme.raised,
        QPalette.ColorRole.ButtonText: theme.text,
        QPalette.ColorRole.BrightText: theme.error,
        QPalette.ColorRole.ToolTipBase: theme.surface,
        QPalette.ColorRole.ToolTipText: theme.text,
        QPalette.ColorRole.PlaceholderText: theme.muted,
        QPalette.ColorRole.Highlight: theme.accent,
        QPalette.ColorRole.HighlightedText: theme.on_accent,
        QPalette.ColorRole.Link: theme.accent,
        QPalette.ColorRole.Accent: theme.accent,
        QPalette.ColorRole.Light: theme.raised,
        QPalette.ColorRole.Midlight: theme.border,
        QPalette.ColorRole.Mid: theme.border,
        QPalette.ColorRole.Dark: theme.border,
        QPalette.ColorRole.Shadow: theme.canvas,
    }
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    for role in (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
    ):
        palette.setColor(QPalette.ColorGroup.Disabled, role, _mixed(theme.muted, theme.window))
    return palette


def _mixed(one: str, other: str) -> QColor:
    a, b = QColor(one), QColor(other)
    return QColor(
        (a.red() + b.red()) // 2, (a.green() + b.green()) // 2, (a.blue() + b.blue()) // 2
    )
