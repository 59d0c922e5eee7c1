"""Rows that can be added and removed, for settings that are lists of words."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from flowdesigner.app.inspector.editor import bare, column
from flowdesigner.app.theme import Theme
from flowdesigner.app.widgets.add_button import AddButton
from flowdesigner.app.widgets.icon_button import IconButton
from flowdesigner.app.widgets.line import Line
from flowdesigner.texts import N_, translate

Row = tuple[str, ...]


class SmallList(QWidget):
    """Rows of a few lines each; a row that is empty is kept here and not told."""

    edited = Signal(bool)
    """Whether it was one of a row of keystrokes."""
    left = Signal()

    def __init__(
        self, columns: tuple[tuple[str, str], ...], theme: Theme, is_whole: Callable[[Row], bool]
    ) -> None:
        super().__init__()
        self._columns, self._theme, self._is_whole = columns, theme, is_whole
        self._rows: list[tuple[QWidget, tuple[Line, ...], IconButton]] = []
        self.add = AddButton(theme)
        self._box = column(self)
        self._box.addWidget(self.add)
        self.add.clicked.connect(self._add)
        self.retranslate()

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows that are whole."""
        written = (tuple(line.text().strip() for line in lines) for _w, lines, _b in self._rows)
        return tuple(row for row in written if self._is_whole(row))

    @property
    def lines(self) -> list[tuple[Line, ...]]:
        """The lines, row by row."""
        return [lines for _widget, lines, _button in self._rows]

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show rows, unless what stands there means them already."""
        if rows == self.rows:
            return
        while len(self._rows) > len(rows):
            self._drop(len(self._rows) - 1)
        while len(self._rows) < len(rows):
            self._new()
        for (_widget, lines, _button), row in zip(self._rows, rows, strict=True):
            for line, word in zip(lines, row, strict=True):
                line.show_text(word)

    def _add(self) -> None:
        self._new()
        self._rows[-1][1][0].setFocus()

    def _new(self) -> None:
        row = QWidget()
        box = bare(QHBoxLayout(row), 4)
        lines = tuple(Line() for _each in self._columns)
        away = IconButton("x", N_("Remove"), self._theme)
        for each in (*lines, away):
            box.addWidget(each)
        for line in lines:
            line.typed.connect(lambda _text: self.edited.emit(True))
            line.left.connect(self.left)
        away.clicked.connect(lambda: self._remove(row))
        self._rows.append((row, lines, away))
        self._box.insertWidget(len(self._rows) - 1, row)
        self.retranslate()

    def _remove(self, row: QWidget) -> None:
        self._drop(next(at for at, each in enumerate(self._rows) if each[0] is row))
        self.edited.emit(False)

    def _drop(self, at: int) -> None:
        row = self._rows.pop(at)[0]
        row.hide()
        row.deleteLater()

    def retranslate(self) -> None:
        """Speak the language in use."""
        self.add.setText(translate(N_("Add a line")))
        for _widget, lines, away in self._rows:
            away.retranslate()
            for line, (title, example) in zip(lines, self._columns, strict=True):
                line.setAccessibleName(translate(title))
                line.setPlaceholderText(example or translate(title))

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.add.set_theme(theme)
        for _widget, _lines, away in self._rows:
            away.set_theme(theme)
