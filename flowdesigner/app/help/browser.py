"""A page of the reference as it is read in the window."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPalette,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser, QWidget

from flowdesigner.app.guarded import guarded
from flowdesigner.app.theme import SPACE

_SHORT = 24
"""Letters in the longest cell of a column that is made wide enough not to wrap."""
_PADDING = SPACE * 0.75
_AS_NEEDED = QTextLength.Type.VariableLength
_LARGEST = 2
"""Headings of this level and above get room over them."""


class Browser(QTextBrowser):
    """Shows Markdown in the colours of the window, and can light a row of a table."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._written, self._field = "", ""
        self.setOpenLinks(False)
        self.document().setDocumentMargin(SPACE * 2)

    def show_page(self, written: str, field: str = "") -> None:
        """Show a page from its top, or at the row of a field."""
        self._written, self._field = written, field
        self.setMarkdown(written)
        for table in self.tables():
            self._dress(table)
        self._dress_blocks()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)
        if field:
            self._light(field)

    @guarded(None)
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and self._written:
            at = self.verticalScrollBar().value()
            self.show_page(self._written, self._field)
            self.verticalScrollBar().setValue(at)

    def lit_row(self) -> tuple[str, ...]:
        """The cells of the row that is lit."""
        return next((_cells(t, row) for t, row in self._rows_of(self._field)), ())

    # ------------------------------------------------------------------ how it looks

    def tables(self) -> Iterator[QTextTable]:
        """The tables of the page."""
        for frame in self.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                yield frame

    def _dress(self, table: QTextTable) -> None:
        """Thin lines, room around the words, the whole width."""
        format = table.format()
        widths = [self._width(table, column) for column in range(table.columns())]
        if any(each.type() is _AS_NEEDED for each in widths):
            format.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        format.setBorder(1)
        format.setBorderCollapse(True)
        format.setBorderBrush(self._colour(QPalette.ColorRole.Midlight))
        format.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        format.setCellPadding(_PADDING)
        format.setCellSpacing(0)
        format.setColumnWidthConstraints(widths)
        format.setTopMargin(SPACE // 2)
        format.setBottomMargin(SPACE)
        table.setFormat(format)
        self._fill_row(table, 0, self._colour(QPalette.ColorRole.Window))

    def _width(self, table: QTextTable, column: int) -> QTextLength:
        """As wide as what stands in it, when that is short; else what the others leave."""
        blocks = [table.cellAt(row, column).firstCursorPosition() for row in range(table.rows())]
        if max(len(each.block().text()) for each in blocks) > _SHORT:
            return QTextLength()
        advance = max(_advance(each.block()) for each in blocks)
        return QTextLength(QTextLength.Type.FixedLength, advance + 2 * _PADDING + 2)

    def _dress_blocks(self) -> None:
        block = self.document().begin()
        while block.isValid():
            self._dress_block(block)
            block = block.next()

    def _dress_block(self, block: QTextBlock) -> None:
        cursor, changes = QTextCursor(block), QTextBlockFormat()
        level = block.blockFormat().headingLevel()
        if block.blockFormat().hasProperty(QTextFormat.Property.BlockCodeFence):
            changes.setBackground(self._colour(QPalette.ColorRole.Window))
            changes.setNonBreakableLines(False)
            cursor.mergeBlockFormat(changes)
        elif level:
            changes.setTopMargin(SPACE * 3 if level >= _LARGEST else 0)
            changes.setBottomMargin(SPACE)
            cursor.mergeBlockFormat(changes)

    def _colour(self, role: QPalette.ColorRole) -> QColor:
        return self.palette().color(role)

    # ------------------------------------------------------------------ a row

    def _light(self, field: str) -> None:
        for table, row in self._rows_of(field):
            self._fill_row(table, row, self._soft())
            cursor = table.cellAt(row, 0).firstCursorPosition()
            self.setTextCursor(cursor)
            top = self.cursorRect(cursor).topLeft() - QPoint(0, SPACE * 8)
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + top.y())
            return

    def _soft(self) -> QColor:
        """The colour of what is chosen, thinned by that of the page."""
        colour = self._colour(QPalette.ColorRole.Highlight)
        colour.setAlphaF(0.2)
        return colour

    def _rows_of(self, field: str) -> Iterator[tuple[QTextTable, int]]:
        for table in self.tables():
            for row in range(1, table.rows()):
                if field and _cells(table, row)[-1] == field:
                    yield table, row

    def _fill_row(self, table: QTextTable, row: int, colour: QColor) -> None:
        for column in range(table.columns()):
            cell = table.cellAt(row, column)
            format = QTextCharFormat(cell.format())
            format.setBackground(colour)
            cell.setFormat(format)


def _advance(block: QTextBlock) -> float:
    """How wide the words of a block are on one line."""
    width, parts = 0.0, block.begin()
    while not parts.atEnd():
        fragment = parts.fragment()
        font = QFontMetricsF(fragment.charFormat().font())
        width += font.horizontalAdvance(fragment.text())
        parts += 1
    return width


def _cells(table: QTextTable, row: int) -> tuple[str, ...]:
    return tuple(
        table.cellAt(row, column).firstCursorPosition().block().text()
        for column in range(table.columns())
    )
