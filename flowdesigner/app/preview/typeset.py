"""Foreign text, set in lines to be painted: formats are ours, nothing is ever read as HTML."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QFontDatabase,
    QPainter,
    QPalette,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)

from flowdesigner.app.preview.markup import Run

_MONO = ("Noto Sans Mono", "DejaVu Sans Mono", "Consolas", "Menlo", "monospace")


class Lines:
    """A text in a font, broken into lines of at most a width."""

    def __init__(self, runs: Sequence[Run], font: QFont, *, middle: bool = False) -> None:
        self._document = QTextDocument()
        self._document.setUndoRedoEnabled(False)
        self._document.setDocumentMargin(0)
        self._document.setDefaultFont(font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        if middle:
            option.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._document.setDefaultTextOption(option)
        cursor = QTextCursor(self._document)
        for run in runs:
            cursor.insertText(run.text, _format(run, font))
        self.width = self.height = 0

    @property
    def plain(self) -> str:
        """The words, as they are shown."""
        return self._document.toPlainText()

    def break_at(self, most: int) -> None:
        """Break it into lines; its own width and height are known then."""
        self._document.setTextWidth(max(most, 1))
        self.width = min(ceil(self._document.idealWidth()), most)
        self.height = ceil(self._document.size().height())

    @property
    def last_line(self) -> int:
        """The width of the last line."""
        lines = self._document.lastBlock().layout()
        if lines is None or lines.lineCount() == 0:
            return 0
        return ceil(lines.lineAt(lines.lineCount() - 1).naturalTextWidth())

    def paint(self, painter: QPainter, at: QPointF, colour: str) -> None:
        """Paint it in a colour."""
        painter.save()
        painter.translate(at)
        context = QAbstractTextDocumentLayout.PaintContext()
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Text, QColor(colour))
        context.palette = palette
        context.clip = QRectF(0, 0, self._document.textWidth(), self.height)
        self._document.documentLayout().draw(painter, context)
        painter.restore()


def _format(run: Run, font: QFont) -> QTextCharFormat:
    look = QTextCharFormat()
    if run.mono:
        mono = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        look.setFontFamilies([*mono.families(), *_MONO, *font.families()])
    if run.bold:
        look.setFontWeight(QFont.Weight.DemiBold)
    look.setFontItalic(run.italic)
    look.setFontStrikeOut(run.struck)
    return look
