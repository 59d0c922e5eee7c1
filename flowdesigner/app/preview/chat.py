"""The pane in which the chat is shown; it stays at the end unless the author scrolled up."""

from collections.abc import Iterable, Sequence
from itertools import takewhile

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from flowdesigner.app.guarded import guarded
from flowdesigner.app.preview.bubble import Bubble
from flowdesigner.app.preview.chat_button import ChatButton
from flowdesigner.app.preview.lines import Line
from flowdesigner.app.preview.look import EDGE
from flowdesigner.app.preview.rows import Row, SpokenRow, row_of
from flowdesigner.app.theme import Theme
from flowdesigner.app.widgets.icon_button import IconButton
from flowdesigner.simulate.entry import Place
from flowdesigner.texts import N_, translate

_BY_KEY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
_NEAR = 24
"""So near to the end counts as the end."""


class ChatView(QScrollArea):
    """The lines of a chat, one below the other."""

    tapped = Signal(str)
    list_asked = Signal(object)
    picked = Signal(object)
    focus_lost = Signal()
    """What had the keyboard is not there any more."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lit: frozenset[Place] = frozenset()
        self._at_end, self._arranging = True, False
        self._column = _Column(theme)
        self.setWidget(self._column)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._to_end = IconButton("arrow-down", N_("To the last message"), theme, self)
        self._to_end.setObjectName("to_end")
        self._to_end.clicked.connect(self.scroll_to_end)
        self._to_end.hide()
        self._ring = QFrame(self)
        self._ring.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._ring.hide()
        self.verticalScrollBar().valueChanged.connect(self._on_scroll)
        self.set_theme(theme)

    @property
    def rows(self) -> Sequence[Row]:
        """What is shown, top to bottom."""
        return self._column.rows

    @property
    def bubbles(self) -> tuple[Bubble, ...]:
        """All bubbles, top to bottom."""
        return tuple(bubble for row in self.rows for bubble in row.bubbles)

    def show_lines(self, lines: Sequence[Line], *, anew: bool = False) -> None:
        """Show these; what is shown already stays as it is."""
        had = self.focusWidget() if self._has_keyboard() else None
        rows = self._column.rows
        kept = {} if anew else _kept(rows, lines)
        self._column.rows = [kept.get(at) or self._make(line) for at, line in enumerate(lines)]
        staying = set(kept.values())
        gone = [each for each in rows if each not in staying]
        lost = had is not None and any(each.isAncestorOf(had) for each in gone)
        for each in gone:
            each.hide()
            each.deleteLater()
        self._arrange()
        if gone or len(lines) != len(kept):
            self._order_keyboard()
        if lost:
            self.focus_lost.emit()

    def light(self, places: frozenset[Place]) -> None:
        """Mark what these blocks said."""
        self._lit = places
        for row in self.rows:
            row.light(row.line.block in places)

    def live_buttons(self) -> tuple[ChatButton, ...]:
        """What can be tapped now, links left out."""
        for row in reversed(self.rows):
            if isinstance(row, SpokenRow) and row.is_live:
                return row.buttons
        return ()

    def scroll_to_end(self) -> None:
        """Show the last line."""
        self._at_end = True
        bar = self.verticalScrollBar()
        bar.setValue(bar.maximum())

    def set_theme(self, theme: Theme) -> None:
        """Take other colours; the lines are to be shown anew."""
        self._theme = self._column.theme = theme
        self._ring.setStyleSheet(f"border: 2px solid {theme.accent}; background: transparent;")
        self._to_end.set_theme(theme)
        self._to_end.setStyleSheet(
            f"QToolButton {{ background: {theme.surface}; border: 1px solid {theme.border};"
            " border-radius: 15px; }"
        )

    def retranslate(self) -> None:
        """Speak the language in use."""
        self._to_end.retranslate()
        self.setAccessibleName(translate(N_("Chat")))

    # ------------------------------------------------------------------ rows

    def _make(self, line: Line) -> Row:
        row = row_of(line, self._theme, self._column)
        row.tapped.connect(self.tapped)
        row.list_asked.connect(self.list_asked)
        row.picked.connect(self.picked)
        row.stepped.connect(self._step)
        row.light(line.block in self._lit)
        row.show()
        return row

    def _arrange(self) -> None:
        self._arranging = True
        try:
            # Room for the scroll bar is kept while it is hidden: lines break alike either way.
            bar = self.verticalScrollBar().sizeHint().width()
            room = self.viewport().size()
            self._column.arrange(self.width() - bar, room.width(), room.height())
        finally:
            self._arranging = False
        if self._at_end:
            self.scroll_to_end()
        self._place_to_end()

    def _order_keyboard(self) -> None:
        """Tab goes from one button to the next as they are read, also from a bubble on."""
        last: QWidget = self
        for bubble in self.bubbles:
            for each in (bubble, *(one for one in bubble.buttons if one.isEnabled())):
                QWidget.setTabOrder(last, each)
                last = each

    def _has_keyboard(self) -> bool:
        focused = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    # ------------------------------------------------------------------ moving

    def _step(self, by: int) -> None:
        bubbles = self.bubbles
        at = next((n for n, each in enumerate(bubbles) if each.hasFocus()), len(bubbles))
        self._go_to(at + by)

    def _go_to(self, at: int) -> None:
        bubbles = self.bubbles
        if bubbles:
            bubble = bubbles[max(0, min(at, len(bubbles) - 1))]
            bubble.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(bubble, 0, 16)

    def _on_scroll(self, value: int) -> None:
        if not self._arranging:
            self._at_end = value >= self.verticalScrollBar().maximum() - _NEAR
            self._place_to_end()

    def _place_to_end(self) -> None:
        self._to_end.setVisible(not self._at_end)
        port = self.viewport().geometry()
        self._to_end.setGeometry(port.right() - 30 - EDGE, port.bottom() - 30 - EDGE, 30, 30)
        self._to_end.raise_()
        self._ring.setGeometry(self.rect())
        self._ring.raise_()

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Up and self.bubbles:
            self._go_to(len(self.bubbles) - 1)
        else:
            super().keyPressEvent(event)

    @guarded(None)
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._ring.setVisible(event.reason() in _BY_KEY)

    @guarded(None)
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._ring.hide()

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @guarded(None)
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.show_lines([each.line for each in self.rows], anew=True)


class _Column(QWidget):
    """Carries the rows, on the colour of the pane."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.rows: list[Row] = []

    def arrange(self, width: int, least_width: int, least: int) -> None:
        """Put the rows below one another."""
        y = 2
        for row in self.rows:
            y = row.arrange(y, width)
        self.resize(least_width, max(y + EDGE, least))

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), QColor(self.theme.canvas))


def _kept(rows: Sequence[Row], lines: Sequence[Line]) -> dict[int, Row]:
    """The rows that show one of the lines already, by the line's position.

    Lines change where they stand, or come and go in one place.
    """
    if len(rows) == len(lines):
        return {at: row for at, row in enumerate(rows) if row.line == lines[at]}
    start = _alike(zip(rows, lines, strict=False))
    rest, left = rows[start:], lines[start:]
    end = _alike(zip(reversed(rest), reversed(left), strict=False))
    shift = len(lines) - len(rows)
    kept = {at: rows[at] for at in range(start)}
    return kept | {at + shift: rows[at] for at in range(len(rows) - end, len(rows))}


def _alike(pairs: Iterable[tuple[Row, Line]]) -> int:
    """How many pairs from the first on belong together."""
    return sum(1 for _each in takewhile(lambda pair: pair[0].line == pair[1], pairs))
