"""Rows that can be added and removed, for settings that are lists of words."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from flowdesigner.app.inspector.editor import bare, column
from flowdesigner.app.inspector.offers import Offer
from flowdesigner.app.theme import Theme
from flowdesigner.app.widgets.add_button import AddButton
from flowdesigner.app.widgets.choice import Choice
from flowdesigner.app.widgets.icon_button import IconButton
from flowdesigner.app.widgets.line import Line
from flowdesigner.texts import N_, translate

Pair = tuple[str, str]


@dataclass(frozen=True)
class Titles:
    """What the two columns are called, and an example of the second; English keys."""

    first: str
    second: str
    example: str = ""


class ChosenAndTyped(QWidget):
    """A row: one of a few words, and words that are typed."""

    def __init__(self, offers: Sequence[Offer], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.choice, self.line = Choice(self), Line(self)
        self.away = IconButton("x", N_("Remove"), theme, self)
        self._offers = offers
        box = bare(QHBoxLayout(self), 4)
        for each in (self.choice, self.line):
            box.addWidget(each, 1)
        box.addWidget(self.away)
        self.choice.offer(offers)
        self.choice.setCurrentIndex(0)

    @property
    def pair(self) -> Pair:
        """What stands there."""
        return str(self.choice.currentData()), self.line.text().strip()

    def show_pair(self, pair: Pair) -> None:
        """Show another pair; a word that is not offered is offered too."""
        word, typed = pair
        known = any(word == each for each, _title in self._offers)
        self.choice.offer([*self._offers, *([] if known else [(word, word)])])
        self.choice.choose(word)
        self.line.show_text(typed)


class SmallList(QWidget):
    """Rows of two columns."""

    edited = Signal(bool)
    """Whether it was one of a row of keystrokes."""
    left = Signal()

    def __init__(self, titles: Titles, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._titles, self._theme = titles, theme
        self._offers: Sequence[Offer] = ()
        self.rows: list[ChosenAndTyped] = []
        self.add = AddButton(theme)
        self._box = column(self)
        self._box.addWidget(self.add)
        self.add.clicked.connect(self._add)

    def offer(self, offers: Sequence[Offer]) -> None:
        """Offer these words in the first column of new rows."""
        self._offers = offers

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """What stands in the rows."""
        return tuple(each.pair for each in self.rows)

    def show_pairs(self, pairs: Sequence[Pair]) -> None:
        """Show these rows."""
        while len(self.rows) > len(pairs):
            self._drop(self.rows[-1])
        while len(self.rows) < len(pairs):
            self._new()
        for row, pair in zip(self.rows, pairs, strict=True):
            row.show_pair(pair)

    def _add(self) -> None:
        free = [each for each in self._offers if each[0] not in dict(self.pairs)]
        self._new()
        if free:
            self.rows[-1].choice.choose(free[0][0])
        self.rows[-1].line.setFocus()
        self.edited.emit(False)

    def _new(self) -> None:
        row = ChosenAndTyped(self._offers, self._theme, self)
        row.choice.activated.connect(lambda _at: self.edited.emit(False))
        row.line.typed.connect(lambda _text: self.edited.emit(True))
        row.line.left.connect(self.left)
        row.away.clicked.connect(lambda: self._remove(row))
        self.rows.append(row)
        self._box.insertWidget(len(self.rows) - 1, row)
        self._word(row)

    def _remove(self, row: ChosenAndTyped) -> None:
        self._drop(row)
        self.edited.emit(False)

    def _drop(self, row: ChosenAndTyped) -> None:
        self.rows.remove(row)
        row.hide()
        row.deleteLater()

    def _word(self, row: ChosenAndTyped) -> None:
        row.choice.setAccessibleName(translate(self._titles.first))
        row.line.setAccessibleName(translate(self._titles.second))
        row.line.setPlaceholderText(self._titles.example)
        row.away.retranslate()

    def retranslate(self) -> None:
        """Speak the language in use."""
        self.add.setText(translate(N_("Add a line")))
        for row in self.rows:
            self._word(row)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.add.set_theme(theme)
        for row in self.rows:
            row.away.set_theme(theme)
