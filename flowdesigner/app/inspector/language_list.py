"""The languages of a project; the first is the one that every text has."""

import re

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from flowdesigner.app.document import Document
from flowdesigner.app.inspector.editor import Hint, bare, column
from flowdesigner.app.naming import LANGUAGE_NAMES, language_name
from flowdesigner.app.theme import Theme
from flowdesigner.app.widgets.choice import OpenChoice
from flowdesigner.app.widgets.icon_button import IconButton
from flowdesigner.app.widgets.plain_label import PlainLabel
from flowdesigner.edits.project import SetProjectValue
from flowdesigner.texts import N_, translate

_CODE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


class LanguageList(QWidget):
    """Languages below one another, to be ordered, removed and added."""

    def __init__(self, document: Document, theme: Theme) -> None:
        super().__init__()
        self._document, self._theme = document, theme
        self._shown: tuple[str, ...] | None = None
        self._rows = bare(QVBoxLayout(), 2)
        self.code, self.add = OpenChoice(), QPushButton()
        self.hint = Hint(theme.warning)
        foot = bare(QHBoxLayout(), 4)
        foot.addWidget(self.code, 1)
        foot.addWidget(self.add)
        box = column(self)
        box.addLayout(self._rows)
        box.addLayout(foot)
        box.addWidget(self.hint)
        self.add.clicked.connect(self.add_language)
        self.code.line.returnPressed.connect(self.add_language)

    @property
    def _languages(self) -> tuple[str, ...]:
        return self._document.project.languages

    def add_language(self) -> None:
        """Add the language whose code was typed or chosen."""
        typed = self.code.line.text().strip()
        is_offered = bool(typed) and self.code.itemText(self.code.currentIndex()) == typed
        code = str(self.code.currentData()) if is_offered else typed
        if not _CODE.fullmatch(code) or code in self._languages:
            self.hint.say(translate(N_("Write a new language code, such as ms or zh-TW.")))
            return
        self.hint.say("")
        self.code.show_word("")
        self._set((*self._languages, code))

    def _set(self, languages: tuple[str, ...]) -> None:
        self._document.do(SetProjectValue(("languages",), languages))

    def remove(self, code: str) -> None:
        """Take a language away; its texts stay in the file."""
        self._set(tuple(each for each in self._languages if each != code))

    def put_first(self, code: str) -> None:
        """Make a language the one that every text has."""
        self._set((code, *(each for each in self._languages if each != code)))

    def refresh(self) -> None:
        """Show the languages as they are now."""
        if self._languages != self._shown:
            self._shown = self._languages
            self._fill()

    def _fill(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for at, code in enumerate(self._languages):
            self._rows.addWidget(self._row(code, first=at == 0))
        known = [code for code in LANGUAGE_NAMES if code not in self._languages]
        self.code.offer([(code, f"{language_name(code)} ({code})") for code in known])
        self.code.show_word("")

    def _row(self, code: str, *, first: bool) -> QWidget:
        row = QWidget()
        box = bare(QHBoxLayout(row), 4)
        words = f"{language_name(code)} ({code})"
        if first:
            words = translate(N_("{language}, written first"), language=words)
        box.addWidget(PlainLabel(words), 1)
        if not first:
            up = IconButton("arrow-up", N_("Write this language first"), self._theme)
            up.clicked.connect(lambda: self.put_first(code))
            box.addWidget(up)
        if len(self._languages) > 1:
            away = IconButton("x", N_("Remove this language"), self._theme)
            away.clicked.connect(lambda: self.remove(code))
            box.addWidget(away)
        return row

    def retranslate(self) -> None:
        """Speak the language in use."""
        self.add.setText(translate(N_("Add")))
        self.add.setAccessibleName(translate(N_("Add a language")))
        self.code.setAccessibleName(translate(N_("Another language")))
        self.code.line.setPlaceholderText(translate(N_("Another language")))
        self._shown = None
        self.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.hint.colour(theme.warning)
        self._shown = None
        self.refresh()
