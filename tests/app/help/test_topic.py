"""F1 opens the page on what has the keyboard."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QPushButton,
    QTreeWidget,
    QWidget,
)

from flowdesigner.app.help.topic import Topic
from flowdesigner.app.help.window import HelpWindow
from flowdesigner.app.inspector.row import FieldRow
from flowdesigner.app.theme import DARK
from flowdesigner.places import samples_folder
from tests.app.drivers.window import WindowDriver

PLAIN = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def sample(window: WindowDriver) -> WindowDriver:
    window.desk.open(Path(samples_folder() / "order_status.flow.yaml"))
    window.settle()
    return window


def opened(within: QWidget) -> tuple[str, str]:
    """The page that is open, and the field that is lit on it."""
    (help,) = within.findChildren(HelpWindow)
    return help.address, (help.text.lit_row() or ("",))[-1]


def asked(window: WindowDriver, focused: QWidget) -> tuple[str, str]:
    """Press F1 where the keyboard is."""
    window.desk.window.activateWindow()
    focused.setFocus()
    window.settle()
    window.press(Qt.Key.Key_F1, PLAIN)
    return opened(window.desk.window)


def row(window: WindowDriver, *path: str) -> QWidget:
    """What has the keyboard in a field of the form."""
    rows = window.desk.panels.inspector.findChildren(FieldRow)
    found = next(each for each in rows if each.editor.slot.path == path)
    return found.editor.target()


def choose(window: WindowDriver, type: str) -> None:
    """Select the first block of a type."""
    blocks = window.desk.document.project.flows[window.desk.focus.flow].blocks
    window.desk.focus.select(next(id for id, block in blocks.items() if block.type == type))
    window.settle()


def test_a_field_of_the_form(sample: WindowDriver) -> None:
    choose(sample, "ask")
    assert asked(sample, row(sample, "save_to")) == ("blocks/ask", "save_to")
    assert asked(sample, row(sample, "retry", "text")) == ("blocks/ask", "retry.text")


def test_a_field_of_a_listed_part(sample: WindowDriver) -> None:
    choose(sample, "menu")
    (first, *_others) = sample.desk.document.project.block(*_selected(sample)).options
    assert asked(sample, row(sample, "options", first.id, "label")) == (
        "blocks/menu", "options.label",
    )  # fmt: skip


def _selected(window: WindowDriver) -> tuple[str, str]:
    return window.desk.focus.flow, window.desk.focus.block or ""


def test_a_field_of_the_flow(sample: WindowDriver) -> None:
    sample.desk.focus.select()
    sample.settle()
    assert asked(sample, row(sample, "name")) == ("settings/flow", "name")


def test_the_selected_block_on_the_canvas(sample: WindowDriver) -> None:
    choose(sample, "webhook")
    assert asked(sample, sample.desk.canvas) == ("blocks/webhook", "")


def test_a_line_of_the_outline(sample: WindowDriver) -> None:
    choose(sample, "menu")
    sample.desk.window.docks["outline_panel"].raise_()
    sample.settle()
    assert asked(sample, sample.desk.panels.outline.tree) == ("blocks/menu", "")


def test_nothing_in_particular(sample: WindowDriver) -> None:
    sample.desk.focus.select()
    assert asked(sample, sample.desk.canvas) == ("start", "")


def test_the_start_page(window: WindowDriver) -> None:
    window.choose("manual")
    assert opened(window.desk.window) == ("start", "")


def test_an_entry_of_the_palette(sample: WindowDriver) -> None:
    tree = sample.desk.panels.palette.findChild(QTreeWidget)
    assert isinstance(tree, QTreeWidget)
    tree.setCurrentItem(tree.topLevelItem(1).child(0))
    assert asked(sample, tree) == ("blocks/menu", "")


def test_a_problem(window: WindowDriver) -> None:
    window.choose("new")
    window.add("message")
    view = window.desk.panels.problems.list
    view.setCurrentIndex(next(each for each in window.problem_rows() if "Text" in str(each.data())))
    assert asked(window, view) == ("checks/field-missing", "")


def test_the_channel_in_the_preview(sample: WindowDriver) -> None:
    sample.choose("preview")
    channel = sample.desk.panels.preview.talk.bar.channel
    channel.setCurrentIndex(channel.findData("sms"))
    assert asked(sample, channel) == ("channels/sms", "")


def test_the_settings_of_the_project(sample: WindowDriver, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = press_in_dialogs(monkeypatch, "Brand")
    sample.choose("project_settings")
    assert shown == [("settings/project", "brand")]


def test_a_promise(sample: WindowDriver, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = press_in_dialogs(monkeypatch, "What you promise")
    sample.choose("project_settings")
    assert shown == [("settings/promise", "")]


def test_a_variable(sample: WindowDriver, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = press_in_dialogs(monkeypatch, "Description")
    sample.choose("variables")
    assert shown == [("settings/variable", "label")]


def test_the_platforms_to_export_to(sample: WindowDriver, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = press_in_dialogs(monkeypatch, "Platform")
    sample.choose("export")
    assert shown == [("formats/README", "")]


def press_in_dialogs(monkeypatch: pytest.MonkeyPatch, name: str) -> list[tuple[str, str]]:
    """Press F1 where the keyboard is in the next dialog; what was opened is in the list."""
    shown: list[tuple[str, str]] = []

    def press(dialog: QDialog) -> int:
        dialog.show()
        QApplication.processEvents()
        found = next(each for each in dialog.findChildren(QWidget) if each.accessibleName() == name)
        found.setFocus()
        QApplication.processEvents()
        QTest.keyClick(found, Qt.Key.Key_F1)
        shown.append(opened(dialog))
        dialog.close()
        return 0

    monkeypatch.setattr(QDialog, "exec", press)
    return shown


def test_the_sign_at_the_head_of_the_form(sample: WindowDriver) -> None:
    choose(sample, "ask")
    sample.desk.panels.inspector.page.header.help.click()
    assert opened(sample.desk.window) == ("blocks/ask", "")


def test_more_on_a_check(window: WindowDriver) -> None:
    window.choose("new")
    window.add("message")
    view = window.desk.panels.problems.list
    view.setCurrentIndex(next(each for each in window.problem_rows() if "Text" in str(each.data())))
    buttons = window.desk.panels.problems.findChildren(QPushButton)
    next(each for each in buttons if each.text() == "More on this check").click()
    assert opened(window.desk.window) == ("checks/field-missing", "")


def test_it_takes_the_colours_of_the_window(sample: WindowDriver) -> None:
    sample.choose("reference")
    (help,) = sample.desk.window.findChildren(HelpWindow)
    help.open_at(Topic("blocks/menu"))
    sample.choose("dark")
    (table, *_others) = help.text.tables()
    assert table.format().borderBrush().color().name() == DARK.border


def test_it_goes_with_the_window(sample: WindowDriver) -> None:
    sample.choose("reference")
    (help,) = sample.desk.window.findChildren(HelpWindow)
    assert help.isVisible()
    sample.desk.window.close()
    assert not help.isVisible()
