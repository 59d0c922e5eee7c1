"""A bubble of a chat: media, words, footer, time, and the buttons that belong to it."""

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QMenu, QWidget

from flowdesigner.app.guarded import guarded
from flowdesigner.app.icons import paint_icon
from flowdesigner.app.preview.chat_button import ChatButton
from flowdesigner.app.preview.content import Card, Content
from flowdesigner.app.preview.look import GAP, PAD_X, PAD_Y, ROUND, BubbleLook
from flowdesigner.app.preview.markup import Run, read_markup
from flowdesigner.app.preview.typeset import Lines
from flowdesigner.app.theme import Theme
from flowdesigner.app.widgets.plain_label import PlainLabel
from flowdesigner.texts import N_, translate

CARD = 46
"""How high the picture of a file is."""
_NARROWEST = 64


class Bubble(PlainLabel):
    """Words in a round box; a label, so that a screen reader reads it as text."""

    picked = Signal()
    """It was clicked, or Enter was pressed on it."""
    stepped = Signal(int)
    """The keyboard goes to the bubble so many further."""

    def __init__(
        self, content: Content, look: BubbleLook, theme: Theme, *, right: bool, parent: QWidget
    ) -> None:
        super().__init__("", parent)
        self.content, self._look, self._theme, self._right = content, look, theme, right
        self.lit = False
        """Whether its block is the selected one."""
        self.first = True
        """Whether it is the first of its speaker in a row, and so points at them."""
        self.buttons: list[ChatButton] = []
        self._small = QFont(self.font())
        self._small.setPointSizeF(self.font().pointSizeF() * 0.82)
        marked = read_markup(content.text) if content.marks else (Run(content.text),)
        titled = (Run(content.title, bold=True),) if content.title else ()
        between = (Run("\n"),) if content.title and content.text else ()
        self.words = Lines((*titled, *between, *marked), self.font())
        self._foot = Lines((Run(content.footer),), self._small) if content.footer else None
        self._time_at = QPointF()
        self._body = QRectF()
        self.setAccessibleName(content.spoken)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def add_button(self, words: str, icon: str) -> ChatButton:
        """Add a line that can be tapped."""
        button = ChatButton(words, self._look.link, self._theme, icon=icon, parent=self)
        button.pill = self.content.has_pills
        self.buttons.append(button)
        return button

    def copy(self) -> None:
        """Put its words on the clipboard."""
        QGuiApplication.clipboard().setText(self.content.copied)

    # ------------------------------------------------------------------ being used

    @guarded(None)
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self.picked.emit()

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in steps:
            self.stepped.emit(steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.picked.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            event.ignore()

    @guarded(None)
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @guarded(None)
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    @guarded(None)
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.addAction(translate(N_("Copy"))).triggered.connect(self.copy)
        menu.addAction(translate(N_("Show its block"))).triggered.connect(self.picked)
        menu.exec(event.globalPos())
        menu.deleteLater()

    # ------------------------------------------------------------------ laying out

    def arrange(self, at: QPoint, most: int) -> int:
        """Stand at a place, at most so wide; how high it is."""
        inner = most - 2 * PAD_X
        lines = () if self.content.has_chips else self.buttons
        wide = [_NARROWEST, *(each.natural_width() - 2 * PAD_X for each in lines)]
        y = PAD_Y
        if self.content.header:
            wide.append(self._small_metrics.horizontalAdvance(self.content.header) + 20)
            y += self._small_metrics.height() + 2
        if self.content.card:
            wide.append(self._card_width())
            y += CARD + 6
        y = self._arrange_words(inner, y, wide)
        width = min(max(wide), inner) + 2 * PAD_X
        self._place_time(width, y)
        for button in lines:
            height = button.height_for(width)
            button.setGeometry(0, y, width, height)
            y += height
        self._body = QRectF(0, 0, width, y)
        if self.content.has_chips:
            width, y = most, self._place_chips(most, y + GAP)
        x = at.x() + (most - width if self._right else 0)
        self.setGeometry(x, at.y(), width, y)
        return y

    def _place_chips(self, most: int, y: int) -> int:
        """Suggested replies in rows below the bubble; where they end."""
        x, high = 0, 0
        for button in self.buttons:
            width = min(button.natural_width(), most)
            if x and x + width > most:
                x, y, high = 0, y + high, 0
            height = button.height_for(width)
            button.setGeometry(x, y, width, height)
            x, high = x + width, max(high, height)
        return y + high

    def _arrange_words(self, inner: int, y: int, wide: list[int]) -> int:
        """Words, footer and time below one another; the time in the last line if it has room."""
        time = self._time_width()
        last, self._words_at = 0, y
        if self._has_words:
            self.words.break_at(inner)
            y += self.words.height
            last = self.words.last_line
            wide.append(self.words.width)
        if self._foot is not None:
            self._foot.break_at(inner)
            y += 3
            self._foot_at = y
            y += self._foot.height
            last = self._foot.last_line
            wide.append(self._foot.width)
        if time and last + time > inner:
            y += self._small_metrics.height()
            last = 0
        if time and not last and not (self._has_words or self.content.footer):
            y += self._small_metrics.height()
        wide.append(last + time)
        return y + PAD_Y

    @property
    def _has_words(self) -> bool:
        return bool(self.content.title or self.content.text)

    def _place_time(self, width: int, bottom: int) -> None:
        left = width - PAD_X + 2 - self._small_metrics.horizontalAdvance(self.content.time)
        self._time_at = QPointF(left, bottom - PAD_Y - self._small_metrics.descent() + 1)

    @property
    def _small_metrics(self) -> QFontMetrics:
        return QFontMetrics(self._small)

    def _time_width(self) -> int:
        shown = self.content.time
        return self._small_metrics.horizontalAdvance(shown) + 10 if shown else 0

    def _card_width(self) -> int:
        card = self.content.card
        if card is None:
            return 0
        metrics = self.fontMetrics()
        longest = max(metrics.horizontalAdvance(card.title), metrics.horizontalAdvance(card.name))
        return max(longest + CARD + 16, 190)

    # ------------------------------------------------------------------ painting

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(self._look.back))
        ring = self.lit or self.hasFocus()
        painter.setPen(QPen(QColor(self._theme.accent if ring else self._look.border), 1))
        painter.drawPath(self._shape(1.0 if ring else 0.5))
        painter.setFont(self._small)
        y = PAD_Y
        if self.content.header:
            y = self._paint_header(painter, y)
        if self.content.card:
            self._paint_card(painter, self.content.card, y)
        if self._has_words:
            self.words.paint(painter, QPointF(PAD_X, self._words_at), self._look.text)
        if self._foot is not None:
            self._foot.paint(painter, QPointF(PAD_X, self._foot_at), self._look.muted)
        painter.setPen(QColor(self._look.warning if self.content.dear else self._look.muted))
        painter.setFont(self._small)
        painter.drawText(self._time_at, self.content.time)
        painter.setPen(QPen(QColor(self._look.border), 1))
        for button in () if self.content.has_chips else self.buttons:
            painter.drawLine(1, button.y(), self.width() - 2, button.y())

    def _shape(self, inset: float) -> QPainterPath:
        """A round box with a sharper corner towards who speaks."""
        box = self._body.adjusted(inset, inset, -inset, -inset)
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        path.addRoundedRect(box, ROUND, ROUND)
        if not self.first:
            return path
        corner = QPainterPath()
        left = box.right() - ROUND if self._right else box.left()
        corner.addRoundedRect(QRectF(left, box.top(), ROUND, ROUND), 3, 3)
        return path.united(corner)

    def _paint_header(self, painter: QPainter, y: int) -> int:
        metrics = self._small_metrics
        paint_icon(painter, "headset", self._look.link, QRectF(PAD_X, y, 13, 13))
        painter.setPen(QColor(self._look.link))
        painter.drawText(QPointF(PAD_X + 18, y + metrics.ascent()), self.content.header)
        return y + metrics.height() + 2

    def _paint_card(self, painter: QPainter, card: Card, y: int) -> None:
        box = QRectF(PAD_X - 4, y, self._body.width() - 2 * PAD_X + 8, CARD)
        shade = QColor(self._look.text)
        shade.setAlphaF(0.07)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shade)
        painter.drawRoundedRect(box, 8, 8)
        paint_icon(
            painter, card.icon, self._look.muted, QRectF(box.left() + 12, box.top() + 12, 22, 22)
        )
        left, room = box.left() + CARD, box.width() - CARD - 8
        painter.setFont(self.font())
        for text, colour, top in (
            (card.title, self._look.text, 5.0),
            (card.name, self._look.muted, 23.0),
        ):
            painter.setPen(QColor(colour))
            shown = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, int(room))
            painter.drawText(
                QRectF(left, box.top() + top, room, 20), Qt.AlignmentFlag.AlignVCenter, shown
            )
