"""Words of right-to-left scripts stand at the right edge, with their marks at the right end."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from flowdesigner.app.canvas.card import WIDTH, Around, card_of
from flowdesigner.app.canvas.paint_card import paint_card
from flowdesigner.app.canvas.paint_ground import paint_note
from flowdesigner.app.canvas.reading_way import runs_left, write
from flowdesigner.app.canvas.typeset import font, measure
from flowdesigner.app.theme import LIGHT
from flowdesigner.model.flow import Note
from tests.app.drivers.canvas import project_of


@pytest.mark.parametrize(
    ("words", "leftwards"),
    [
        ("Hello", False), ("", False), ("123 …", False), ("Café שלום", False),
        ("שלום Hello", True), ("(2) مرحبا", True), ("👋 مرحبا", True), ("→ Über", False),
    ],
)  # fmt: skip
def test_the_first_letter_with_a_direction_decides(words: str, leftwards: bool) -> None:
    assert runs_left(words) is leftwards


def drawn(draw: Callable[[QPainter], object]) -> QImage:
    picture = QImage(int(WIDTH), 120, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    try:
        draw(painter)
    finally:
        painter.end()
    return picture


def ink(picture: QImage, top: int, bottom: int, colour: str = LIGHT.text) -> list[int]:
    """The columns in which something of a colour is seen."""
    wanted = QColor(colour).lightness() + 60
    return [
        x
        for x in range(picture.width())
        if any(picture.pixelColor(x, y).lightness() < wanted for y in range(top, bottom))
    ]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(("words", "at_right"), [("Ask them.", False), ("שאל אותם.", True)])
def test_a_note_is_read_from_its_edge(words: str, at_right: bool) -> None:
    note, box = Note(text=words, color="grey"), (0.0, 0.0, WIDTH, 80.0)
    picture = drawn(lambda painter: paint_note(painter, note, box, LIGHT, 13))
    columns = ink(picture, 8, 40)
    assert (min(columns) > WIDTH / 2) is at_right
    assert (max(columns) < WIDTH / 2) is not at_right


@pytest.mark.parametrize(("words", "at_right"), [("Hi {name}!", False), ("שלום {name}!", True)])
def test_a_card_is_read_from_its_edge(qtbot: QtBot, words: str, at_right: bool) -> None:
    project = project_of({"b": {"type": "message", "text": {"en": words}}})
    around = Around(project.facts, project.outcomes, "en", project.flows["main"].blocks, None, {})
    card = card_of("b", around)
    picture = drawn(lambda painter: paint_card(painter, card, LIGHT))
    columns = ink(picture, 50, 70)
    assert (min(columns) > WIDTH / 2) is at_right


@pytest.mark.usefixtures("qapp")
def test_a_mark_at_the_end_stands_at_the_left() -> None:
    """The full stop of a right-to-left sentence is the leftmost thing of it."""
    words, wide = "שלום.", measure(24)("שלום.")

    def draw(painter: QPainter) -> None:
        painter.setFont(font(24))
        write(painter, QPointF(40, 60), words)

    columns = ink(drawn(draw), 20, 100, "#000000")
    tall = ink(drawn(draw), 20, 52, "#000000")
    assert 40 - 2 <= min(columns) <= max(columns) <= 40 + wide + 2
    assert min(columns) < min(tall)
