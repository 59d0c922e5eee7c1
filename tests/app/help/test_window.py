"""The help window: its index, its search, its links, and the way back."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from flowdesigner.app.help.topic import KEYS, START, Topic
from flowdesigner.app.help.window import ADDRESS, HelpWindow, show_help
from flowdesigner.app.theme import LIGHT
from flowdesigner.blocks import BLOCK_TYPES
from flowdesigner.checks.rules import RULES
from flowdesigner.texts import set_language
from tests.app.drivers.inspector import replace_in


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def help(parent: QWidget) -> Iterator[HelpWindow]:
    made = show_help(Topic(), LIGHT, parent)
    yield made
    made.close()
    set_language("en")


def listed(help: HelpWindow) -> list[str]:
    return [each.data(0, ADDRESS) for each in help.items() if not each.isHidden()]


def test_the_index_has_groups_with_a_page_on_everything(help: HelpWindow) -> None:
    tops = [each for each in help.items() if each.parent() is None]
    assert [each.text(0) for each in tops] == [
        "Reference", "Blocks", "Channels", "Checks", "Formats", "Settings", "Keys",
    ]  # fmt: skip
    assert tops[1].childCount() == len(BLOCK_TYPES)
    assert tops[3].childCount() == len(RULES)


def test_every_page_can_be_read(help: HelpWindow) -> None:
    for item in help.items():
        help.index.setCurrentItem(item)
        assert help.address == item.data(0, ADDRESS)
        title = help.text.toPlainText().splitlines()[0]
        assert title == item.text(0) or item.childCount()


def test_a_link_is_followed_and_the_trail_goes_back_and_forward(help: HelpWindow) -> None:
    help.text.anchorClicked.emit(QUrl("blocks/otp.md"))
    help.text.anchorClicked.emit(QUrl("checks/weak-code.md"))
    assert help.address == "checks/weak-code"
    assert help.index.currentItem().text(0) == "A one-time code is safe, and reaches the customer"

    QTest.keyClick(help.text, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert help.address == "blocks/otp"
    help.back.click()
    assert (help.address, help.back.isEnabled()) == (START, False)
    QTest.keyClick(help.index, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert help.address == "blocks/otp"

    help.home.click()
    assert (help.address, help.forward.isEnabled()) == (START, False)


def test_links_that_lead_nowhere_lead_to_the_first_page(help: HelpWindow) -> None:
    help.open_at(Topic("blocks/unheard_of"))
    assert help.address == START


def test_a_field_is_lit_and_in_view(help: HelpWindow) -> None:
    help.open_at(Topic("blocks/template", "buttons.kind"))
    assert help.text.lit_row()[0] == "Buttons: What it does"
    line = help.text.cursorRect(help.text.textCursor())
    assert help.text.viewport().rect().contains(line)

    help.open_at(Topic("blocks/template"))
    assert help.text.lit_row() == ()
    assert help.text.verticalScrollBar().value() == 0


def test_words_find_the_pages_they_are_on(help: HelpWindow) -> None:
    replace_in(help.search, "RESEND.cooldown sooner")
    assert listed(help) == ["blocks/README", "blocks/otp"]

    replace_in(help.search, "zebra")
    assert listed(help) == []

    replace_in(help.search, "")
    assert len(listed(help)) == len(list(help.items()))


def test_the_keys_stand_on_a_page(help: HelpWindow) -> None:
    help.open_at(Topic(KEYS))
    told = help.text.toPlainText()
    assert "F1\nHelp on this" in told
    assert "Alt+Left" in told


def test_it_is_opened_once_for_a_window(help: HelpWindow, parent: QWidget) -> None:
    assert show_help(Topic("blocks/menu"), LIGHT, parent) is help
    assert help.address == "blocks/menu"


def test_it_speaks_the_other_language_when_it_is_come_back_to(
    help: HelpWindow, parent: QWidget
) -> None:
    help.open_at(Topic("blocks/otp"))
    set_language("id")
    show_help(Topic("blocks/otp"), LIGHT, parent)
    assert help.text.toPlainText().startswith("Kode sekali pakai")
    assert "Blok" in [each.text(0) for each in help.items()]


def test_larger_letters_make_wider_columns(help: HelpWindow) -> None:
    help.open_at(Topic(KEYS))
    before = _first_width(help)
    QTest.keyClick(help.text, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert _first_width(help) > before


def _first_width(help: HelpWindow) -> float:
    (table, *_others) = help.text.tables()
    return table.format().columnWidthConstraints()[0].rawValue()
