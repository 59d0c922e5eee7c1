"""What is written in a chat can be read, in both themes."""

import pytest
from PySide6.QtGui import QColor

from flowdesigner.app.preview.look import bubble_look
from flowdesigner.app.theme import THEMES, Theme


def brightness(colour: str) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4

    shown = QColor(colour)
    red, green, blue = (linear(each) for each in (shown.redF(), shown.greenF(), shown.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((brightness(one), brightness(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.id)
@pytest.mark.parametrize("channel", ["whatsapp", "sms"])
@pytest.mark.parametrize("who", ["bot", "customer", "agent"])
def test_words_stand_out_from_their_bubble(theme: Theme, channel: str, who: str) -> None:
    look = bubble_look(theme, who, channel)

    assert contrast(look.text, look.back) >= 4.5
    assert contrast(look.muted, look.back) >= 4.5
    if who != "customer":
        assert contrast(look.link, look.back) >= 4.5
        assert contrast(look.warning, look.back) >= 4.5
