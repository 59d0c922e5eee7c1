"""A button of a chat: a reply, the opener of a list, a link; painted, since its words are foreign.

Qt reads `&` in the words of its own buttons as a mark for the keyboard.
"""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from flowdesigner.app.guarded import guarded
from flowdesigner.app.icons import paint_icon
from flowdesigner.app.preview.markup import Run
from flowdesigner.app.preview.typeset import Lines
from flowdesigner.app.preview.wording import plain_tip
from flowdesigner.app.theme import Theme

_ICON = 15


class ChatButton(QAbstractButton):
    """One line of a bubble that can be tapped."""

    def __init__(
        self, words: str, colour: str, theme: Theme, *, icon: str = "", parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.words, self._colour, self._theme, self._icon = words, colour, theme, icon
        self.pill = False
        """Whether it stands alone, in an outline of its own, below the bubble."""
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def explain(self, tip: str) -> None:
        """Show a text while the mouse rests on it."""
        self.setToolTip(plain_tip(tip))
        self.setAccessibleDescription(tip)

    def height_for(self, width: int) -> int:
        """How high it is when it is so wide."""
        return max(self._lines(width).height + 14, 36)

    def natural_width(self) -> int:
        """How wide it wants to be."""
        return self.fontMetrics().horizontalAdvance(self.words) + self._beside + 28

    @property
    def _beside(self) -> int:
        """What an icon takes, and as much on the other side."""
        return 2 * (_ICON + 6) if self._icon else 0

    def _lines(self, width: int) -> Lines:
        lines = Lines((Run(self.words),), self.font(), middle=True)
        lines.break_at(width - 20 - self._beside)
        lines.break_at(lines.width)
        return lines

    @guarded(QSize(80, 36))
    def sizeHint(self) -> QSize:
        return QSize(self.natural_width(), 36)

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    @guarded(None)
    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    @guarded(None)
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(3, 2, -3, -3)
        corner = box.height() / 2 if self.pill else 8
        if self.pill:
            painter.setBrush(QColor(self._theme.bubble_bot))
            painter.setPen(
                QPen(QColor(self._colour if self.isEnabled() else self._theme.border), 1)
            )
            painter.drawRoundedRect(box, corner, corner)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isEnabled() and (self.underMouse() or self.isDown()):
            shade = QColor(self._theme.accent)
            shade.setAlphaF(0.18 if self.isDown() else 0.09)
            painter.setBrush(shade)
            painter.drawRoundedRect(box, corner, corner)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self._theme.accent), 1.5))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), corner, corner)
        self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        colour = self._colour if self.isEnabled() else self._theme.muted
        lines = self._lines(self.width())
        left, top = (self.width() - lines.width) / 2, (self.height() - lines.height) / 2
        if self._icon:
            left += (_ICON + 6) / 2
            spot = QRectF(left - _ICON - 6, (self.height() - _ICON) / 2, _ICON, _ICON)
            paint_icon(painter, self._icon, colour, spot)
        lines.paint(painter, QPointF(left, top), colour)
