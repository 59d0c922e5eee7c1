"""The sheet that slides over the chat with the rows of a list."""

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from flowdesigner.app.guarded import guarded
from flowdesigner.app.preview.markup import Run
from flowdesigner.app.preview.typeset import Lines
from flowdesigner.app.theme import SPACE, Theme
from flowdesigner.app.widgets.icon_button import IconButton
from flowdesigner.app.widgets.plain_label import PlainLabel
from flowdesigner.model.outgoing import Rendered, Reply
from flowdesigner.texts import N_, translate


class ListSheet(QWidget):
    """Covers the chat, dims it, and offers rows with descriptions under their sections."""

    chosen = Signal(str)
    closed = Signal(bool)
    """Whether it had the keyboard."""

    def __init__(self, message: Rendered, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.message, self._theme, self._over = message, theme, parent
        self.rows: list[ListRow] = []
        self._card = QFrame(self)
        self._card.setObjectName("sheet")
        self._card.setStyleSheet(
            f"QFrame#sheet {{ background: {theme.surface}; border: none;"
            " border-top-left-radius: 14px; border-top-right-radius: 14px; }"
        )
        self._lay_out(message)
        parent.installEventFilter(self)
        self.setAccessibleName(self._title.text())
        self._fit()
        self.show()
        self.raise_()
        if self.rows:
            self.rows[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self, message: Rendered) -> None:
        self._title = PlainLabel(message.button or translate(N_("Choose")), wrap=True)
        self._title.setObjectName("subheading")
        self._close = IconButton("x", N_("Close"), self._theme)
        self._close.clicked.connect(lambda _=False: self.dismiss())
        head = QHBoxLayout()
        head.setContentsMargins(SPACE * 2, 0, SPACE, 0)
        head.addWidget(self._title, 1)
        head.addWidget(self._close)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(SPACE, 0, SPACE, SPACE)
        column.setSpacing(0)
        section = ""
        for each in message.options:
            if each.section != section:
                section = each.section
                column.addWidget(self._section(section))
            column.addWidget(self._row(each))
        column.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(inner)
        self._inner = inner
        box = QVBoxLayout(self._card)
        box.setContentsMargins(0, SPACE, 0, 0)
        box.setSpacing(SPACE // 2)
        box.addLayout(head)
        box.addWidget(self._area, 1)

    def _section(self, title: str) -> PlainLabel:
        label = PlainLabel(title, wrap=True)
        label.setStyleSheet(f"color: {self._theme.accent}; font-weight: 600; padding: 8px 8px 2px;")
        return label

    def _row(self, reply: Reply) -> "ListRow":
        row = ListRow(reply, self._theme)
        row.clicked.connect(lambda _=False: self._choose(reply.id))
        row.stepped.connect(lambda by: self._step(row, by))
        self.rows.append(row)
        return row

    def _choose(self, option: str) -> None:
        self.dismiss()
        self.chosen.emit(option)

    def _has_keyboard(self) -> bool:
        focused = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def dismiss(self) -> None:
        """Go away without a choice."""
        had = self._has_keyboard()
        self._over.removeEventFilter(self)
        self.hide()
        self.deleteLater()
        self.closed.emit(had)

    def _fit(self) -> None:
        room = self._over.rect()
        self.setGeometry(room)
        head = self._title.heightForWidth(room.width() - 60) + 3 * SPACE
        wanted = head + sum(each.heightForWidth(room.width() - 4 * SPACE) for each in self.rows)
        wanted += 30 * len({each.reply.section for each in self.rows if each.reply.section})
        height = min(wanted + SPACE, int(room.height() * 0.85))
        self._card.setGeometry(0, room.height() - height, room.width(), height)

    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return False

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()

    def _step(self, row: "ListRow", by: int) -> None:
        to = self.rows[max(0, min(self.rows.index(row) + by, len(self.rows) - 1))]
        to.setFocus(Qt.FocusReason.OtherFocusReason)
        self._area.ensureWidgetVisible(to)

    @guarded(False)
    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes round within the sheet, since what is below it cannot be seen."""
        ring: list[QWidget] = [*self.rows, self._close]
        at = [each.hasFocus() for each in ring].index(True) if self._has_keyboard() else -1
        ring[(at + (1 if next else -1)) % len(ring)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    @guarded(None)
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._card.geometry().contains(event.position().toPoint()):
            self.dismiss()

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(0, 0, 0, 90))


class ListRow(QAbstractButton):
    """A row of a list: its label, and its description below."""

    stepped = Signal(int)
    """The keyboard goes to the row so many further."""

    def __init__(self, reply: Reply, theme: Theme) -> None:
        super().__init__()
        self.reply, self._theme = reply, theme
        self.setAccessibleName(reply.label)
        self.setAccessibleDescription(reply.description)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 0.9)
        return font

    def _lines(self, width: int) -> tuple[Lines, Lines]:
        """Label and description; the latter may be without words."""
        label = Lines((Run(self.reply.label),), self.font())
        description = Lines((Run(self.reply.description),), self._small)
        for each in (label, description):
            each.break_at(width - 52)
        return label, description

    @guarded(QSize(200, 44))
    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(max(self.width(), 200)))

    @guarded(True)
    def hasHeightForWidth(self) -> bool:
        return True

    @guarded(44)
    def heightForWidth(self, width: int) -> int:
        label, description = self._lines(width)
        below = description.height + 2 if self.reply.description else 0
        return max(label.height + below + 18, 40)

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in steps:
            self.stepped.emit(steps[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(
                QColor(self._theme.accent_soft if self.hasFocus() else self._theme.raised)
            )
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0, 1, 0, -1), 8, 8)
        label, description = self._lines(self.width())
        label.paint(painter, QPointF(10, 9), self._theme.text)
        if self.reply.description:
            description.paint(painter, QPointF(10, 11 + label.height), self._theme.muted)
        ring = QRectF(self.width() - 30, self.height() / 2 - 8, 16, 16)
        painter.setPen(QColor(self._theme.accent if self.hasFocus() else self._theme.muted))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(ring)
        if self.hasFocus():
            painter.setBrush(QColor(self._theme.accent))
            painter.drawEllipse(ring.adjusted(4, 4, -4, -4))
