"""An author goes to a block by its name, shows only some, and renames a variable everywhere."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPlainTextEdit, QTabBar

from flowdesigner.app.inspector.template_edit import TemplateEdit
from flowdesigner.app.inspector.variables_panel import VariablesPanel
from flowdesigner.app.rename_variable import RenameVariableDialog
from tests.app.drivers.finding import CONTROL, SHIFT, FindingDriver


def test_a_block_is_reached_by_a_few_letters(author: FindingDriver) -> None:
    author.press(Qt.Key.Key_P, CONTROL)
    assert author.titles[:3] == ["Parcels", "Help", "Hello! Where is your parcel?"]

    author.type("coll")
    assert author.titles == ["A colleague comes."]
    author.press(Qt.Key.Key_Return)

    assert (author.desk.focus.flow, author.desk.focus.block) == ("help", "person")
    assert author.keyboard is author.desk.canvas


def test_a_block_is_reached_by_its_id_and_a_flow_by_its_name(author: FindingDriver) -> None:
    author.press(Qt.Key.Key_P, CONTROL)
    author.type("track")
    assert author.titles[0] == "Ask for the number"
    author.press(Qt.Key.Key_Escape)

    author.press(Qt.Key.Key_P, CONTROL)
    author.type("help")
    author.press(Qt.Key.Key_Return)
    assert author.desk.focus.flow == "help"


def test_escape_gives_the_keyboard_back(author: FindingDriver) -> None:
    author.desk.canvas.setFocus()
    author.press(Qt.Key.Key_P, CONTROL)
    assert author.keyboard is author.lookup.line
    author.type("zzz")
    assert author.lookup.nothing.isVisible()

    author.press(Qt.Key.Key_Escape)
    assert not author.lookup.isVisible()
    assert author.keyboard is author.desk.canvas


# ------------------------------------------------------------------ only some blocks


@pytest.mark.parametrize(
    ("box", "words", "kept"),
    [
        ("Type of block", "Message", {"greet", "tell"}),
        ("Channel", "SMS", {"tell"}),
        ("Missing language", "Missing: Indonesian", {"track"}),
        ("Problems", "With a problem", {"greet", "track", "tell"}),
    ],
)
def test_only_some_blocks_are_shown_well(
    author: FindingDriver, box: str, words: str, kept: set[str]
) -> None:
    author.press(Qt.Key.Key_F, CONTROL | SHIFT)
    author.choose(box, words)
    if box == "Problems":
        kept = {each.block for each in author.desk.panels.checks.issues if each.flow == "main"}
        kept -= {None}

    assert author.dimmed == {"greet", "track", "tell", "done"} - kept
    assert author.filter.count.text() == f"{len(kept)} of 4 blocks"

    author.press(Qt.Key.Key_Escape)
    assert author.dimmed == set()
    assert author.keyboard is author.desk.canvas


def test_it_follows_edits_and_escape_on_the_canvas_ends_it(author: FindingDriver) -> None:
    author.press(Qt.Key.Key_F, CONTROL | SHIFT)
    author.choose("Type of block", "End")
    assert author.dimmed == {"greet", "track", "tell"}

    author.select("main", "done")
    author.window.add("end")
    assert author.dimmed == {"greet", "track", "tell"}
    assert author.filter.count.text() == "2 of 5 blocks"

    author.desk.focus.open_flow("help")
    author.settle()
    assert author.dimmed == {"person"}

    author.desk.canvas.setFocus()
    author.press(Qt.Key.Key_Escape)
    author.press(Qt.Key.Key_Escape)
    assert author.dimmed == set()
    assert not author.filter.isVisible()


def test_it_follows_the_checks(author: FindingDriver) -> None:
    author.press(Qt.Key.Key_F, CONTROL | SHIFT)
    author.choose("Problems", "With a problem")
    assert author.dimmed == {"greet", "tell", "done"}
    assert "track" not in author.dimmed

    author.select("main", "track")
    author.window.write("Question, Indonesian", "Nomornya?")
    author.settle()
    assert author.dimmed == {"greet", "track", "tell", "done"}


def test_another_project_is_shown_whole_and_searched_anew(
    author: FindingDriver, tmp_path: Path
) -> None:
    author.look_for("parcel")
    author.press(Qt.Key.Key_F, CONTROL | SHIFT)
    author.choose("Type of block", "End")
    author.window.choose("new")
    author.settle()

    assert author.dimmed == set()
    assert not author.filter.isVisible()
    assert author.count == "Nothing found"


# ------------------------------------------------------------------ variables


def answer(name: str, seen: list[list[str]]) -> None:
    """Type a name in the dialog when it is there, and press Enter."""

    def type_it() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, RenameVariableDialog)
        QTest.keyClicks(dialog.line, name)
        columns = range(3)
        items = [dialog.list.topLevelItem(at) for at in range(dialog.list.topLevelItemCount())]
        seen.extend([item.text(column) for column in columns] for item in items if item)
        QTest.keyClick(dialog.line, Qt.Key.Key_Return)
        if dialog.isVisible():
            dialog.reject()

    QTimer.singleShot(0, type_it)


def test_a_variable_is_renamed_everywhere_after_a_look_at_the_places(
    author: FindingDriver,
) -> None:
    seen: list[list[str]] = []
    author.window.choose("rename_variable")
    assert author.titles == ["parcel", "state"]
    answer("box", seen)
    author.press(Qt.Key.Key_Return)

    assert seen == [
        ["Save the answer in · Ask for the number · Parcels", "parcel", "box"],
        [
            "Text, English · Message: Parcel {{ parcel }} is on its way. · Parcels",
            "Parcel {{ parcel }} is on its way.",
            "Parcel {{ box }} is on its way.",
        ],
        [
            "Text, Indonesian · Message: Parcel {{ parcel }} is on its way. · Parcels",
            "Paket {{ parcel }} di jalan.",
            "Paket {{ box }} di jalan.",
        ],
    ]
    assert list(author.desk.document.project.variables) == ["box", "state"]
    assert author.text("tell", "id") == "Paket {{ box }} di jalan."
    assert author.desk.document.step_name(0) == "Rename variable parcel to box"


@pytest.mark.parametrize("name", ["state", "No Good", "parcel"])
def test_a_name_that_cannot_be_is_refused(author: FindingDriver, name: str) -> None:
    before = author.desk.document.project
    author.window.choose("rename_variable")
    answer(name, [])
    author.press(Qt.Key.Key_Return)

    assert author.desk.document.project is before


def test_the_variable_at_the_caret_is_the_one_that_is_meant(author: FindingDriver) -> None:
    author.select("main", "tell")
    author.window.settle()
    field = author.window.field("Text, English")
    assert isinstance(field, QPlainTextEdit)
    field.setFocus()
    cursor = field.textCursor()
    cursor.setPosition(12, QTextCursor.MoveMode.MoveAnchor)
    field.setTextCursor(cursor)
    answer("box", [])
    author.window.choose("rename_variable")

    assert author.text("tell", "en") == "Parcel {{ box }} is on its way."


# ------------------------------------------------------------------ commands


def test_everything_can_be_done_by_its_name(author: FindingDriver) -> None:
    author.press(Qt.Key.Key_P, CONTROL | SHIFT)
    author.type("select all")
    assert author.titles[0] == "Select all"
    author.press(Qt.Key.Key_Return)
    assert set(author.desk.focus.blocks) == {"greet", "track", "tell", "done"}

    author.press(Qt.Key.Key_P, CONTROL | SHIFT)
    assert author.titles[0] == "Select all"  # used last


def test_a_command_is_found_by_its_words_in_either_language(author: FindingDriver) -> None:
    author.press(Qt.Key.Key_P, CONTROL | SHIFT)
    author.type("pilih semua")

    assert author.titles[0] == "Select all"
    assert author.lookup.entries[0].keys == "Ctrl+A"


def test_blocks_are_added_by_their_names(author: FindingDriver) -> None:
    author.press(Qt.Key.Key_P, CONTROL | SHIFT)
    author.type("add menu")
    author.press(Qt.Key.Key_Return)

    assert author.desk.focus.block == "menu"


def test_every_entry_of_the_menus_is_there_and_says_what_is_not_possible(
    author: FindingDriver,
) -> None:
    author.press(Qt.Key.Key_P, CONTROL | SHIFT)
    keys = {str(each.key) for each in author.lookup.entries}
    assert {f"menu:{id}" for id in author.desk.window.actions_by_id} <= keys

    author.type("redo")
    redo = author.lookup.entries[0]
    assert (redo.key, redo.possible) == ("menu:redo", False)
    author.press(Qt.Key.Key_Return)
    assert author.lookup.isVisible()


# ------------------------------------------------------------------ history


def test_steps_are_named_and_one_can_be_gone_to(author: FindingDriver) -> None:
    author.window.add("message")
    author.window.add("end")
    author.window.choose("history")
    assert author.steps == [
        "As it was opened",
        "Add “Message”",
        "Add “End”. You are here",
    ]

    author.press(Qt.Key.Key_Up)
    author.press(Qt.Key.Key_Up)
    author.press(Qt.Key.Key_Return)
    assert author.steps[0] == "As it was opened. You are here"
    assert author.steps[2] == "Add “End”. undone"
    assert set(author.window.flow_blocks) == {"greet", "track", "tell", "done"}

    author.press(Qt.Key.Key_End)
    author.press(Qt.Key.Key_Return)
    assert len(author.window.flow_blocks) == 6
    assert author.desk.focus.block == "end"


def test_what_is_saved_is_marked(author: FindingDriver, tmp_path: Path) -> None:
    author.window.add("message")
    assert author.desk.files.save_to(tmp_path / "saved.flow.yaml")
    author.window.add("end")
    author.window.choose("history")

    assert author.steps[1] == "Add “Message”. Saved"


def test_panels_that_are_seldom_wanted_do_not_push_others_away(author: FindingDriver) -> None:
    docks = author.desk.window.docks
    bars = author.desk.window.findChildren(
        QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly
    )
    on_top = {bar.tabText(bar.currentIndex()) for bar in bars if bar.count() > 1}

    assert on_top == {"Blocks", "Properties", "Problems"}
    assert docks["find_panel"].isHidden()
    assert docks["history_panel"].isHidden()
    assert "find" not in author.desk.panels
    assert "history" not in author.desk.panels


def test_the_list_of_variables_leads_to_the_places(author: FindingDriver) -> None:
    panel = VariablesPanel(author.desk.document, author.desk.theme)
    panel.choose("parcel")
    assert panel.page is not None
    seen: list[list[str]] = []
    answer("box", seen)
    QTest.mouseClick(panel.page.rename, Qt.MouseButton.LeftButton)

    assert len(seen) == 3
    assert panel.chosen == "box"
    panel.deleteLater()


def test_the_menu_of_a_text_offers_to_rename_the_variable_at_the_caret(
    author: FindingDriver,
) -> None:
    author.select("main", "tell")
    field = author.window.field("Text, English")
    assert isinstance(field, TemplateEdit)
    for caret, offered in [(2, False), (12, True), (30, False)]:
        cursor = field.textCursor()
        cursor.setPosition(caret)
        field.setTextCursor(cursor)
        titles: list[str] = []

        def look(titles: list[str] = titles) -> None:
            menu = QApplication.activePopupWidget()
            assert isinstance(menu, QMenu)
            titles.extend(each.text() for each in menu.actions())
            menu.close()

        QTimer.singleShot(0, look)
        spot = field.rect().center()
        reason = QContextMenuEvent.Reason.Keyboard
        QApplication.sendEvent(field, QContextMenuEvent(reason, spot, field.mapToGlobal(spot)))

        assert ("Rename the variable “parcel”…" in titles) is offered
