"""A box of choices that a wheel meant for the panel does not change."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QCompleter,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from flowdesigner.app.guarded import guarded
from flowdesigner.app.icons import paint_icon
from flowdesigner.app.widgets.line import Line
from flowdesigner.app.widgets.undo_keys import is_undo_key

_MARGIN = 4
"""What the style keeps free beside a title and beside its picture."""


class Choice(QComboBox):
    """A combobox of words with titles; the words are what is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumContentsLength(4)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def offer(self, choices: Iterable[tuple[object, str]]) -> None:
        """Offer these words under these titles; what is chosen stays chosen."""
        wanted = list(choices)
        if wanted == [(self.itemData(at), self.itemText(at)) for at in range(self.count())]:
            return
        chosen, blocked = self.currentData(), self.blockSignals(True)
        typed = self.currentText()
        self.clear()
        for word, title in wanted:
            self.addItem(title, word)
        self.setCurrentIndex(self.findData(chosen))
        if self.isEditable():
            self.setEditText(typed)
        self.blockSignals(blocked)

    def choose(self, word: object) -> None:
        """Show a word as the chosen one, and tell nobody."""
        blocked = self.blockSignals(True)
        self.setCurrentIndex(self.findData(word))
        self.blockSignals(blocked)

    @guarded(False)
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and is_undo_key(event):
            event.ignore()
            return False
        return super().event(event)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.isEditable():
            super().paintEvent(event)
        else:
            self._paint_elided()
        box = QRectF(self.width() - 20, (self.height() - 14) / 2, 14, 14)
        painter = QPainter(self)
        paint_icon(painter, "chevron-down", self.palette().placeholderText().color().name(), box)
        painter.end()

    def _paint_elided(self) -> None:
        """As Qt draws it, but for the end of a long title, which Qt cuts off within a letter."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        if self.currentIndex() < 0:
            option.currentText = self.placeholderText()
            option.palette.setBrush(QPalette.ColorRole.ButtonText, option.palette.placeholderText())
        option.currentText = self.elided(option)
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()

    def elided(self, option: QStyleOptionComboBox) -> str:
        """As much of the title as there is room for."""
        field = QStyle.SubControl.SC_ComboBoxEditField
        box = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self)
        room = box.width() - _MARGIN
        if not option.currentIcon.isNull():
            room -= option.iconSize.width() + _MARGIN
        return self.fontMetrics().elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, max(room, 0)
        )

    @guarded(None)
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class OpenChoice(Choice):
    """A box of choices in which another word may be typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.line = Line()
        self.setLineEdit(self.line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        completer = QCompleter(self.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        self.line.textEdited.connect(lambda _text: _dress(completer.popup()))
        self.line.installEventFilter(self)

    @property
    def is_choosing(self) -> bool:
        """Whether one of the words that are proposed while typing is about to be taken."""
        popup = self._proposals()
        return popup is not None and popup.currentIndex().isValid()

    def _proposals(self) -> QAbstractItemView | None:
        completer = self.completer()
        popup = completer.popup() if completer is not None else None
        return popup if popup is not None and popup.isVisible() else None

    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # While it proposes words the completer keeps the line from hearing that it is left.
        left = watched is self.line and event.type() == QEvent.Type.FocusOut
        if left and self._proposals() is not None:
            self.line.left.emit()
        return super().eventFilter(watched, event)

    @guarded(None)
    def showPopup(self) -> None:  # noqa: N802 - Qt's name
        # Only now: a list costs more than all the rest of a box, and most are never opened.
        offered = self.view()
        if offered is not None and not offered.objectName():
            self.setItemDelegate(QStyledItemDelegate(self))
            _dress(offered)
        super().showPopup()

    def show_word(self, word: str) -> None:
        """Show a word, whether it is offered or not."""
        blocked = self.blockSignals(True)
        self.setCurrentIndex(self.findData(word))
        self.blockSignals(blocked)
        self.line.show_text(word)


def _dress(offered: QWidget | None) -> None:
    """Give a list of words that are offered its looks."""
    if offered is not None and not offered.objectName():
        offered.setObjectName("offered")
        offered.style().unpolish(offered)
        offered.style().polish(offered)
