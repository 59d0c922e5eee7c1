"""The preview in the words of an author: write, tap, step back, skip the wait, read the chat."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu, QPushButton

from flowdesigner.app.document import Document
from flowdesigner.app.focus import Focus
from flowdesigner.app.preview.chat_button import ChatButton
from flowdesigner.app.preview.lines import NoteLine
from flowdesigner.app.preview.panel import PreviewPanel
from flowdesigner.app.preview.rows import SpokenRow
from flowdesigner.app.preview.strips import Strip
from flowdesigner.app.theme import LIGHT
from flowdesigner.edits.blocks import SetValue
from flowdesigner.edits.edit import Edit
from flowdesigner.model.project import Project

Left = Qt.MouseButton.LeftButton


class PreviewDriver:
    """Chats in a preview as a person would, and tells what can be read there."""

    def __init__(self, qtbot, project: Project) -> None:
        self.bot = qtbot
        self.document = Document(project)
        self.focus = Focus(self.document)
        self.panel = PreviewPanel(self.document, self.focus, LIGHT)
        self.lit: list[tuple[str, str]] = []
        self.panel.active_changed.connect(lambda flow, block: self.lit.append((flow, block)))
        qtbot.addWidget(self.panel)
        self.panel.resize(380, 700)
        with qtbot.waitExposed(self.panel):
            self.panel.show()
        self.panel.activateWindow()
        self.talk = self.panel.talk

    # ------------------------------------------------------------------ what the author does

    def write(self, text: str) -> None:
        """As the customer, and Enter."""
        line = self.talk.composer.line
        assert line.isEnabled(), line.placeholderText()
        line.setFocus()
        line.insert(text)
        self.bot.keyClick(line, Qt.Key.Key_Return)

    def write_as_colleague(self, text: str) -> None:
        line = self.talk.waits.agent.line
        assert line.isVisible()
        line.insert(text)
        self.bot.keyClick(line, Qt.Key.Key_Return)

    def tap(self, words: str) -> None:
        self.bot.mouseClick(self._button(words), Left)

    def choose_in_list(self, words: str) -> None:
        """In the sheet that a list's button opened."""
        row = next(each for each in self.talk.sheet.rows if each.reply.label == words)
        self.bot.mouseClick(row, Left)

    def press(self, words: str) -> None:
        """A button of the strips, the empty pane or the suggestions."""
        shown = [each for each in self.panel.findChildren(QPushButton) if each.isVisible()]
        found = [each for each in shown if each.text() == words]
        assert found, [each.text() for each in shown]
        self.bot.mouseClick(found[0], Left)

    def from_menu(self, *path: str) -> None:
        """Choose an entry of the menu, through its menus."""
        menu = self.talk.bar.menu
        menu.aboutToShow.emit()
        for title in path[:-1]:
            menu = _entry(menu, title).menu()
        action = _entry(menu, path[-1])
        assert action.isEnabled()
        action.trigger()

    def answer(self, text: str) -> None:
        """What the panel asked for."""
        line = self.talk.prompt.line
        assert line.isVisible()
        line.setText(text)
        self.bot.keyClick(line, Qt.Key.Key_Return)

    def step_back(self) -> None:
        self.bot.mouseClick(self.talk.bar.back, Left)

    def restart(self) -> None:
        self.bot.mouseClick(self.talk.bar.restart, Left)

    def switch(self, *, channel: str = "", language: str = "", flow: str = "") -> None:
        bar = self.talk.bar
        for choice, word in ((bar.channel, channel), (bar.language, language), (bar.flow, flow)):
            if word:
                at = choice.findData(word)
                assert at >= 0, word
                choice.setCurrentIndex(at)
                choice.activated.emit(at)

    def begin_by(self, words: str) -> None:
        """Choose how the flow begins, by the sentence that says so."""
        choice = self.talk.bar.start
        at = choice.findText(words)
        assert at >= 0, self.starts
        choice.setCurrentIndex(at)
        choice.activated.emit(at)

    def edit(self, flow: str, block: str, path: tuple[str, ...], value: object) -> None:
        """In the inspector; the chat follows after a moment."""
        self.do(SetValue(flow, block, path, value))

    def do(self, edit: Edit) -> None:
        self.document.do(edit)
        with self.bot.waitSignal(self.panel.player.changed, timeout=5000):
            pass

    def undo(self) -> None:
        self.document.undo()
        with self.bot.waitSignal(self.panel.player.changed, timeout=5000):
            pass

    def click_bubble(self, text: str) -> None:
        bubble = next(b for b in self.talk.chat.bubbles if text in b.content.text)
        self.bot.mouseClick(bubble, Left, pos=bubble.rect().center())

    def set_variable(self, name: str, value: str) -> None:
        self.talk.variables.unfold(name)
        line = self.talk.variables.lines[name]
        line.clear()
        self.bot.keyClicks(line, value)
        self.bot.keyClick(line, Qt.Key.Key_Return)

    def run_saved(self) -> None:
        self.panel.run_conversations()
        self.bot.waitUntil(lambda: not self.panel.runs.running)

    def open_saved(self, name: str) -> None:
        page = self.panel.saved.list
        rows = [page.item(at) for at in range(page.count())]
        row = next(each for each in rows if each.data(Qt.ItemDataRole.UserRole) == name)
        self.bot.mouseClick(page.viewport(), Left, pos=page.visualItemRect(row).center())

    # ------------------------------------------------------------------ what can be read

    @property
    def chat(self) -> list[str]:
        """Every line but the days: who, and what."""
        lines = []
        for row in self.talk.chat.rows:
            if isinstance(row, SpokenRow):
                who = row.line.entry.who
                lines += [f"{who}: {each.content.text}" for each in row.bubbles]
            elif isinstance(row.line, NoteLine) and row.line.tone != "day":
                lines.append(row.line.text)
        return lines

    @property
    def days(self) -> list[str]:
        lines = [row.line for row in self.talk.chat.rows if isinstance(row.line, NoteLine)]
        return [each.text for each in lines if each.tone == "day"]

    @property
    def last(self) -> str:
        return self.chat[-1]

    @property
    def answers(self) -> list[str]:
        """What can be tapped now."""
        return [each.words for each in self._buttons() if each.isEnabled()]

    @property
    def dead_answers(self) -> list[str]:
        """What could be tapped once."""
        return [each.words for each in self._buttons() if not each.isEnabled()]

    @property
    def starts(self) -> list[str]:
        """How the flow can begin."""
        choice = self.talk.bar.start
        return [choice.itemText(at) for at in range(choice.count())]

    @property
    def why_not(self) -> str:
        """Why nothing can be written; empty when something can."""
        line = self.talk.composer.line
        return "" if line.isEnabled() else line.placeholderText()

    @property
    def suggestions(self) -> list[str]:
        return [each.text() for each in self.talk.chips.buttons if self.talk.chips.isVisible()]

    @property
    def waits(self) -> str:
        """What the strip under the chat says of the wait."""
        strip = self.talk.waits.wait
        return strip.label.text() if strip.isVisible() else ""

    @property
    def asked(self) -> list[str]:
        """What the strips between chat and field say, one after another."""
        strips = [each for each in self.panel.findChildren(Strip) if each.isVisible()]
        return [each.label.text() for each in strips]

    @property
    def offered(self) -> list[str]:
        """What can be pressed in those strips."""
        strips = [each for each in self.panel.findChildren(Strip) if each.isVisible()]
        return [each.text() for strip in strips for each in strip.buttons if each.isVisible()]

    @property
    def told(self) -> str:
        """The news that is shown for a while."""
        strip = self.talk.news
        return strip.label.text() if strip.isVisible() else ""

    @property
    def clock(self) -> str:
        return self.talk.variables.clock.text()

    @property
    def clipboard(self) -> str:
        return QGuiApplication.clipboard().text()

    def variable(self, name: str) -> str:
        self.talk.variables.unfold()
        return self.talk.variables.lines[name].text()

    def verdict(self, name: str) -> str:
        page = self.panel.saved.list
        rows = [page.item(at) for at in range(page.count())]
        row = next(each for each in rows if each.data(Qt.ItemDataRole.UserRole) == name)
        return row.data(Qt.ItemDataRole.UserRole + 1)

    def _buttons(self) -> list[ChatButton]:
        rows = [each for each in self.talk.chat.rows if isinstance(each, SpokenRow)]
        return [button for row in rows for button in row.buttons]

    def _button(self, words: str) -> ChatButton:
        live = [each for each in self._buttons() if each.words == words and each.isEnabled()]
        assert live, self.answers
        return live[-1]


def _entry(menu: QMenu, title: str) -> QAction:
    titles = {each.text(): each for each in menu.actions()}
    assert title in titles, list(titles)
    return titles[title]
