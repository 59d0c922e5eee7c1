"""Fields hold exactly what they were given, and tell only what a person typed."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from flowdesigner.app.widgets.line import Line
from flowdesigner.app.widgets.text_box import MOST_LINES, TextBox

texts = st.text(st.characters(codec="utf-8", exclude_characters="\0\r\u2029\ufdd0\ufdd1"))


@pytest.fixture(scope="module")
def box(qapp: QApplication) -> TextBox:
    return TextBox()


@given(before=texts, after=texts)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_a_text_is_shown_as_it_is_and_nobody_is_told(box: TextBox, before: str, after: str) -> None:
    told: list[str] = []
    box.typed.connect(told.append)
    box.show_text(before)
    box.show_text(after)
    box.typed.disconnect(told.append)

    assert box.text() == after
    assert told == []


def test_line_ends_of_other_systems_are_taken_as_lines(box: TextBox) -> None:
    box.show_text("one\r\ntwo\rthree")

    assert box.text() == "one\ntwo\nthree"


def test_a_space_that_must_not_break_survives_typing(box: TextBox) -> None:
    told: list[str] = []
    box.typed.connect(told.append)
    box.show_text("Rp\u00a05")
    QTest.keySequence(box, QKeySequence(QKeySequence.StandardKey.MoveToEndOfDocument))
    QTest.keyClicks(box, "0")
    box.typed.disconnect(told.append)

    assert told == ["Rp\u00a050"]


@pytest.mark.parametrize("field", [TextBox, Line])
@pytest.mark.parametrize("keys", ["Undo", "Redo"])
def test_a_field_has_no_undo_of_its_own(
    qapp: QApplication, field: type[TextBox | Line], keys: str
) -> None:
    one = field()
    one.show_text("Halo")
    QTest.keyClicks(one, "xy")
    written = one.text()
    QTest.keySequence(one, QKeySequence(QKeySequence.StandardKey[keys]))

    assert one.text() == written
    assert isinstance(one, Line) or not one.document().isUndoRedoEnabled()


def test_a_text_grows_until_it_scrolls(qapp: QApplication) -> None:
    box = TextBox()
    box.resize(200, 30)
    box.show()
    heights = []
    for lines in range(1, MOST_LINES + 4):
        box.show_text("\n".join("x" * lines))
        qapp.processEvents()
        heights.append(box.height())

    assert heights[: MOST_LINES + 1] == [*sorted(set(heights[:MOST_LINES])), heights[MOST_LINES]]
    assert len(set(heights[MOST_LINES - 1 :])) == 1
    box.close()


@pytest.mark.parametrize(
    ("before", "caret", "after", "then"),
    [("abc", 3, "abcd", 4), ("abc", 1, "xabc", 2), ("abc", 1, "abcx", 1), ("abc", 2, "ac", 1)],
)
def test_the_caret_of_a_line_stays_with_its_words(
    qapp: QApplication, before: str, caret: int, after: str, then: int
) -> None:
    line = Line()
    line.show_text(before)
    line.setCursorPosition(caret)
    line.show_text(after)

    assert line.cursorPosition() == then
