"""Shows the placeholders of a text in colour, and marks variables that do not exist."""

from collections.abc import Callable

from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from flowdesigner.app.guarded import guarded
from flowdesigner.app.theme import Theme
from flowdesigner.app.widgets.smallest_edit import units
from flowdesigner.model.template import placeholders


class PlaceholderColours(QSyntaxHighlighter):
    """Colours `{{ placeholders }}` while they are typed."""

    def __init__(
        self, document: QTextDocument, theme: Theme, is_known: Callable[[str], bool]
    ) -> None:
        super().__init__(document)
        self._is_known = is_known
        self._good, self._bad = _formats(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._good, self._bad = _formats(theme)
        self.rehighlight()

    @guarded(None)
    def highlightBlock(self, text: str) -> None:
        for each in placeholders(text):
            start, length = units(text[: each.start]), units(text[each.start : each.end])
            self.setFormat(start, length, self._good if self._is_known(each.path) else self._bad)


def _formats(theme: Theme) -> tuple[QTextCharFormat, QTextCharFormat]:
    good, bad = QTextCharFormat(), QTextCharFormat()
    good.setForeground(QColor(theme.accent))
    good.setBackground(QColor(theme.accent_soft))
    bad.setForeground(QColor(theme.error))
    bad.setUnderlineColor(QColor(theme.error))
    bad.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    return good, bad
