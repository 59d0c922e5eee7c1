"""A mail in the chat: who sends it, what it is about, the letter, and how to get no more."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from flowdesigner.app.guarded import guarded
from flowdesigner.app.preview.bubble import CARD, Bubble
from flowdesigner.app.preview.chat_button import ChatButton
from flowdesigner.app.preview.content import Content, Head
from flowdesigner.app.preview.look import BubbleLook
from flowdesigner.app.preview.markup import Run
from flowdesigner.app.preview.typeset import Lines
from flowdesigner.app.theme import Theme
from flowdesigner.texts import N_, translate

_PAD = 14
_GAP = 8
_SIGN = 30
"""The round sign of the sender."""


class Mail(Bubble):
    """A sheet as wide as the chat: a head as in an inbox, and below it the letter."""

    def __init__(self, content: Content, head: Head, look: BubbleLook, theme: Theme, *,
                 parent: QWidget) -> None:  # fmt: skip
        super().__init__(content, look, theme, right=False, parent=parent)
        self.head = head
        bold = QFont(self.font())
        bold.setPointSizeF(self.font().pointSizeF() * 1.12)
        self._sender = head.sender or head.address or translate(N_("No sender is set"))
        subject = head.subject or translate(N_("No subject"))
        self._subject = Lines((Run(subject, bold=bool(head.subject)),), bold)
        self._preheader = Lines((Run(head.preheader),), self._small) if head.preheader else None
        self._leave: ChatButton | None = None
        self._rules: list[int] = []

    def add_leave(self, words: str) -> ChatButton:
        """Add the line by which a customer gets no more of these mails."""
        self._leave = self.add_button(words, "")
        self._leave.pill = False
        return self._leave

    # ------------------------------------------------------------------ laying out

    def arrange(self, at: QPoint, most: int) -> int:
        """Stand at a place, so wide; how high it is."""
        inner = most - 2 * _PAD
        y = self._arrange_head(inner)
        self._rules = [y]
        y += _GAP + 2
        self._card_at = y
        y += CARD + _GAP if self.content.card else 0
        self._words_at = y
        if self.content.text:
            self.words.break_at(inner)
            y += self.words.height + _GAP
        y = self._place_links(inner, y)
        if self._foot is not None:
            self._foot.break_at(inner)
            self._foot_at = y
            y += self._foot.height + _GAP
        if self._leave is not None:
            self._rules.append(y)
            high = self._leave.height_for(most)
            self._leave.setGeometry(0, y, most, high)
            y += high
        else:
            y += _PAD - _GAP
        self._body = QRectF(0, 0, most, y)
        self.setGeometry(at.x(), at.y(), most, y)
        return y

    def _arrange_head(self, inner: int) -> int:
        y = _PAD + _SIGN + _GAP
        self._subject_at = y
        self._subject.break_at(inner)
        y += self._subject.height
        if self._preheader is not None:
            self._preheader_at = y + 2
            self._preheader.break_at(inner)
            y += 2 + self._preheader.height
        return y + _GAP

    def _place_links(self, inner: int, y: int) -> int:
        """Answers and links below one another, from the left; where they end."""
        links = [each for each in self.buttons if each is not self._leave]
        for link in links:
            width = min(link.natural_width(), inner)
            link.setGeometry(_PAD - 3, y, width, link.height_for(width))
            y += link.height()
        return y + _GAP if links else y

    # ------------------------------------------------------------------ painting

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = self.lit or self.hasFocus()
        painter.setBrush(QColor(self._look.back))
        painter.setPen(QPen(QColor(self._theme.accent if ring else self._look.border), 1))
        inset = 1.0 if ring else 0.5
        painter.drawRoundedRect(self._body.adjusted(inset, inset, -inset, -inset), 6, 6)
        self._paint_head(painter)
        if self.content.card:
            self._paint_card(painter, self.content.card, self._card_at)
        if self.content.text:
            self.words.paint(painter, QPointF(_PAD, self._words_at), self._look.text)
        if self._foot is not None:
            self._foot.paint(painter, QPointF(_PAD, self._foot_at), self._look.muted)
        painter.setPen(QPen(QColor(self._look.border), 1))
        for y in self._rules:
            painter.drawLine(QPointF(1, y + 0.5), QPointF(self.width() - 2, y + 0.5))

    def _paint_head(self, painter: QPainter) -> None:
        self._paint_sign(painter)
        left = _PAD + _SIGN + 10
        time = self._small_metrics.horizontalAdvance(self.content.time)
        painter.setFont(self._small)
        painter.setPen(QColor(self._look.muted))
        first = _PAD + self.fontMetrics().ascent() - 1
        painter.drawText(QPointF(self.width() - _PAD - time, first), self.content.time)
        room = self.width() - left - _PAD
        if self.head.address and self.head.address != self._sender:
            below = first + self._small_metrics.height() + 1
            shown = _cut(self.head.address, self._small_metrics, room)
            painter.drawText(QPointF(left, below), shown)
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        painter.setFont(bold)
        painter.setPen(QColor(self._look.text if self._named else self._look.muted))
        shown = _cut(self._sender, QFontMetrics(bold), room - time - _GAP)
        painter.drawText(QPointF(left, first), shown)
        self._subject.paint(
            painter, QPointF(_PAD, self._subject_at),
            self._look.text if self.head.subject else self._look.muted,
        )  # fmt: skip
        if self._preheader is not None:
            self._preheader.paint(painter, QPointF(_PAD, self._preheader_at), self._look.muted)

    @property
    def _named(self) -> bool:
        return bool(self.head.sender or self.head.address)

    def _paint_sign(self, painter: QPainter) -> None:
        """The first letter of the sender, in a disc."""
        box = QRectF(QPointF(_PAD, _PAD - 2), QSize(_SIGN, _SIGN))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.accent_soft))
        painter.drawEllipse(box)
        painter.setFont(self.font())
        painter.setPen(QColor(self._look.link))
        letter = self._sender[:1].upper() if self._named else "?"
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)


def _cut(words: str, metrics: QFontMetrics, room: int) -> str:
    return metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
