"""The editor of words that a customer may type."""

from PySide6.QtWidgets import QGridLayout, QWidget

from flowdesigner.app.inspector.editor import Editor, bare
from flowdesigner.app.inspector.slot import Slot
from flowdesigner.app.naming import language_name
from flowdesigner.app.theme import SPACE, Theme
from flowdesigner.app.widgets.line import Line
from flowdesigner.app.widgets.plain_label import PlainLabel
from flowdesigner.model.walk import Path
from flowdesigner.texts import N_, translate


def read_words(written: str) -> tuple[str, ...]:
    """Words that stand between commas."""
    return tuple(word for each in written.split(",") if (word := each.strip()))


class WordsEditor(Editor):
    """A line for each language, with commas between the words."""

    def __init__(self, slot: Slot, parent: QWidget) -> None:
        super().__init__(slot, parent)
        self.lines: dict[str, Line] = {}
        self.codes: list[PlainLabel] = []
        grid = bare(QGridLayout(self), 4)
        grid.setHorizontalSpacing(SPACE)
        for row, language in enumerate(slot.project.languages):
            line = self.lines[language] = Line()
            self.codes.append(PlainLabel(language))
            self.codes[-1].setFixedWidth(self.fontMetrics().horizontalAdvance("mm"))
            grid.addWidget(self.codes[-1], row, 0)
            grid.addWidget(line, row, 1)
            line.typed.connect(lambda text, language=language: self._typed(language, text))
            line.left.connect(slot.end_typing)

    def _typed(self, language: str, written: str) -> None:
        self.slot.set(read_words(written) or None, language, typing=True)

    def target(self) -> QWidget:
        """The line of the first language."""
        return next(iter(self.lines.values()), self)

    def reveal(self, rest: Path) -> QWidget:
        """The line of a language."""
        return self.lines.get(str(rest[0]) if rest else "", None) or self.target()

    def refresh(self) -> None:
        """Show the words, unless what stands there means them already."""
        for language, line in self.lines.items():
            held = self.slot.at(language)
            words = tuple(map(str, held)) if isinstance(held, tuple | list) else ()
            if read_words(line.text()) != words:
                line.show_text(", ".join(words))

    def retranslate(self) -> None:
        """Speak the language in use."""
        label = translate(self.slot.field.label)
        for language, line in self.lines.items():
            line.setAccessibleName(f"{label}, {language_name(language)}")
            line.setToolTip(translate(self.slot.field.help))
            line.setPlaceholderText(translate(N_("word, another word")))

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        for code in self.codes:
            code.set_colour(theme.muted)
