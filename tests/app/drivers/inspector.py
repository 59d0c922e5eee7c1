"""Fills in forms as an author does: by field, with the keyboard and the mouse."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QWidget,
)

from flowdesigner.app.document import Document
from flowdesigner.app.focus import Focus
from flowdesigner.app.inspector.block_page import BlockPage
from flowdesigner.app.inspector.editor import Editor
from flowdesigner.app.inspector.editors.part_card import PartCard
from flowdesigner.app.inspector.editors.parts import PartsEditor
from flowdesigner.app.inspector.editors.text import TextEditor
from flowdesigner.app.inspector.inspector import Inspector
from flowdesigner.app.theme import LIGHT
from flowdesigner.app.widgets.tick_list import TickList
from flowdesigner.model.block import Block
from flowdesigner.model.flow import Flow
from flowdesigner.model.project import Project

Field = str | int
"""A step of the way to a field, such as `text` or `id`."""


class InspectorDriver:
    """A window with the inspector in it, whose undo is the document's."""

    def __init__(self, project: Project, width: int = 360) -> None:
        self.document = Document(project)
        self.focus = Focus(self.document)
        self.inspector = Inspector(self.document, self.focus, LIGHT)
        self.window = QMainWindow()
        self.window.setCentralWidget(self.inspector)
        for keys, step in (
            (QKeySequence.StandardKey.Undo, self.document.undo),
            (QKeySequence.StandardKey.Redo, self.document.redo),
        ):
            QShortcut(QKeySequence(keys), self.window, step)
        self.window.resize(width, 800)
        self.window.show()
        self.window.activateWindow()
        QTest.qWaitForWindowActive(self.window)

    def close(self) -> None:
        """Be done with it."""
        self.window.close()
        self.window.deleteLater()
        QApplication.processEvents()

    # ------------------------------------------------------------------ looking

    @property
    def project(self) -> Project:
        """The project as it is now."""
        return self.document.project

    def block(self, id: str | None = None) -> Block:
        """The selected block, or another one."""
        found = self.project.block(self.focus.flow, id or self.focus.block or "")
        assert found is not None
        return found

    @property
    def steps(self) -> int:
        """How many steps can be undone."""
        return self.document.history.index()

    @property
    def page(self) -> BlockPage:
        """The form of the selected block."""
        page = self.inspector.page
        assert isinstance(page, BlockPage)
        return page

    def field(self, *path: Field) -> QWidget:
        """What has the keyboard when a field is filled in."""
        found = self.page.reveal(path)
        assert found is not None, path
        return found

    def editor(self, *path: Field) -> Editor:
        """The editor around a field."""
        widget: QWidget | None = self.field(*path)
        while widget is not None and not (isinstance(widget, Editor) and _is_at(widget, path)):
            widget = widget.parentWidget()
        assert isinstance(widget, Editor)
        return widget

    def shown(self, *path: Field) -> str:
        """What stands in a field."""
        return text_of(self.field(*path))

    def caret(self, *path: Field) -> int:
        """Where the caret is, in Qt's units."""
        return caret_of(self.field(*path))

    def says(self, words: str) -> bool:
        """Whether a label or a button that can be seen says this."""
        return any(words in each for each in self.words())

    def words(self) -> Iterator[str]:
        """All that can be read in labels and on buttons."""
        for each in self.inspector.findChildren(QWidget):
            if each.isVisible() and hasattr(each, "text") and not isinstance(each, QLineEdit):
                yield str(each.text())

    def counts(self, *path: Field) -> dict[str, str]:
        """The counters under a text, by channel."""
        editor = self.editor(*path)
        assert isinstance(editor, TextEditor)
        box = editor.languages.boxes[str(path[-1])]
        return {channel: label.text() for channel, label in box.counts.items()}

    # ------------------------------------------------------------------ doing

    def select(self, *blocks: str) -> None:
        """Click on blocks on the canvas."""
        self.focus.select(*blocks)
        QApplication.processEvents()

    def go_to(self, *path: Field) -> QWidget:
        """Put the keyboard into a field."""
        target = self.field(*path)
        target.setFocus()
        QApplication.processEvents()
        return target

    def type(self, *path: Field, text: str) -> None:
        """Type into a field, where its caret is."""
        type_into(self.go_to(*path), text)

    def replace(self, *path: Field, text: str) -> None:
        """Select all of a field and type something else."""
        replace_in(self.go_to(*path), text)

    def paste(self, *path: Field, text: str) -> None:
        """Paste at the end of a field."""
        target = self.go_to(*path)
        QApplication.clipboard().setText(text)
        press_in(target, QKeySequence.StandardKey.MoveToEndOfDocument)
        press_in(target, QKeySequence.StandardKey.Paste)

    def leave(self) -> None:
        """Let the keyboard go elsewhere."""
        self.inspector.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.inspector.setFocus()
        QApplication.processEvents()

    def press(self, keys: QKeySequence.StandardKey | Qt.Key) -> None:
        """Press a key in what has the keyboard."""
        press_in(QApplication.focusWidget(), keys)

    def choose(self, *path: Field, word: object) -> None:
        """Choose from a box of choices."""
        choose_in(self.field(*path), word)

    def tick(self, *path: Field) -> None:
        """Click on a checkbox."""
        box = self.field(*path)
        assert isinstance(box, QCheckBox)
        box.click()

    def click(self, words: str) -> None:
        """Click on the button that says, or is called, this."""
        click_in(self.inspector, words)

    def parts(self, *path: Field) -> PartsEditor:
        """The editor of a list."""
        row = self.page.form.rows[str(path[0])]
        assert isinstance(row.editor, PartsEditor)
        return row.editor

    def card(self, field: str, at: int) -> PartCard:
        """A part of a list."""
        return self.parts(field).cards[at]

    def add(self, field: str, words: str = "") -> None:
        """Type the words of the next part of a list and press Enter; or click on Add."""
        parts = self.parts(field)
        if words:
            parts.line.setFocus()
            QTest.keyClicks(parts.line, words)
            QTest.keyClick(parts.line, Qt.Key.Key_Return)
        else:
            parts.add.click()
        QApplication.processEvents()

    def compose(self, *path: Field, text: str) -> None:
        """Let an input method show characters that are not decided yet."""
        QApplication.sendEvent(self.go_to(*path), QInputMethodEvent(text, []))

    def commit(self, text: str) -> None:
        """Let the input method decide."""
        event = QInputMethodEvent("", [])
        event.setCommitString(text)
        QApplication.sendEvent(QApplication.focusWidget(), event)


def _is_at(editor: Editor, path: tuple[Field, ...]) -> bool:
    """Whether an editor stands on the way to a field; a part may be named by its position."""
    own = editor.slot.path
    return len(own) <= len(path) and own[-1] == path[len(own) - 1]


def text_of(target: QWidget) -> str:
    """What stands in a field."""
    if isinstance(target, QPlainTextEdit):
        return target.toPlainText()
    if isinstance(target, QComboBox):
        return target.currentText()
    assert isinstance(target, QLineEdit)
    return target.text()


def caret_of(target: QWidget) -> int:
    """Where the caret of a field is."""
    if isinstance(target, QPlainTextEdit):
        return target.textCursor().position()
    assert isinstance(target, QLineEdit)
    return target.cursorPosition()


def type_into(target: QWidget, text: str) -> None:
    """Type, key by key; what no key has comes as an input method's."""
    line = target.lineEdit() if isinstance(target, QComboBox) else target
    for each in text:
        if each.isascii():
            QTest.keyClicks(line, each)
        else:
            event = QInputMethodEvent("", [])
            event.setCommitString(each)
            QApplication.sendEvent(line, event)


def replace_in(target: QWidget, text: str) -> None:
    """Select all and type something else, or delete it."""
    line = target.lineEdit() if isinstance(target, QComboBox) else target
    line.selectAll()
    if text:
        type_into(target, text)
    else:
        QTest.keyClick(line, Qt.Key.Key_Delete)


def press_in(target: QWidget, keys: QKeySequence.StandardKey | Qt.Key) -> None:
    """Press a key, or what stands for it on this system."""
    if isinstance(keys, Qt.Key):
        QTest.keyClick(target, keys)
    else:
        QTest.keySequence(target, QKeySequence(keys))


def choose_in(box: QWidget, word: object) -> None:
    """Choose a word from a box of choices."""
    assert isinstance(box, QComboBox)
    at = box.findData(word)
    assert at >= 0, [box.itemData(each) for each in range(box.count())]
    box.setCurrentIndex(at)
    box.activated.emit(at)


def click_in(panel: QWidget, words: str) -> None:
    """Click on the button that says, or is called, this."""
    QApplication.processEvents()
    for button in panel.findChildren(QAbstractButton):
        if button.isVisible() and words in (button.text(), button.accessibleName()):
            button.click()
            QApplication.processEvents()
            return
    raise AssertionError(words)


def tick_in(box: QWidget, name: str) -> None:
    """Tick a line of a list, or take the tick away."""
    assert isinstance(box, TickList)
    (found,) = [each for each in box.boxes.values() if each.text() == name]
    found.click()


def project_of(languages: tuple[str, ...] = ("id", "en"), **blocks: Block) -> Project:
    """A small project of one flow."""
    return Project(
        languages=languages,
        flows={"main": Flow(name="Main", first=next(iter(blocks), None), blocks=dict(blocks))},
    )
