"""A checkbox whose box can be seen on dark panels too."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox

from flowdesigner.app.guarded import guarded
from flowdesigner.app.icons import paint_icon
from flowdesigner.app.theme import SPACE

_BOX = 16


class CheckBox(QCheckBox):
    """A box to tick, drawn in the colours of the palette."""

    @guarded(QSize(40, 22))
    def sizeHint(self) -> QSize:
        words = self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, self.text())
        return QSize(_BOX + SPACE + words.width() + 4, max(_BOX, words.height()) + 6)

    @guarded(QSize(22, 22))
    def minimumSizeHint(self) -> QSize:
        return QSize(_BOX + SPACE, self.sizeHint().height())

    @guarded(False)
    def hitButton(self, at: QPoint) -> bool:  # noqa: N802 - Qt's name
        return self.rect().contains(at)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, on = self.palette(), self.isChecked()
        box = QRectF(1.5, (self.height() - _BOX) / 2 + 0.5, _BOX - 1, _BOX - 1)
        accent, muted = palette.highlight().color(), palette.placeholderText().color()
        lit = on or self.hasFocus()
        painter.setPen(QPen(accent if lit else muted, 2 if self.hasFocus() and not on else 1))
        painter.setBrush(accent if on else palette.base().color())
        painter.drawRoundedRect(box, 3, 3)
        if on:
            colour = palette.highlightedText().color().name()
            paint_icon(painter, "check", colour, box.adjusted(2, 2, -2, -2))
        if on and self.hasFocus():
            painter.setPen(QPen(QColor(palette.text().color()), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1), 4, 4)
        painter.setPen(palette.windowText().color())
        words = self.rect().adjusted(_BOX + SPACE, 0, 0, 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        elided = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, flags, elided)
        painter.end()
