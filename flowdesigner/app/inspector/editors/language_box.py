"""The words of one language."""

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from flowdesigner.app.inspector.editor import bare
from flowdesigner.app.inspector.lengths import Length
from flowdesigner.app.inspector.slot import Slot
from flowdesigner.app.inspector.template_edit import TemplateEdit
from flowdesigner.app.naming import language_name
from flowdesigner.app.theme import SPACE, Theme
from flowdesigner.app.widgets.plain_label import PlainLabel
from flowdesigner.app.widgets.wrapped_row import WrappedRow
from flowdesigner.model.block import Block
from flowdesigner.model.fields import Kind
from flowdesigner.texts import N_, current_language, translate

_FAR = 10_000


class LanguageBox(QWidget):
    """A text in one language, with its length on every channel."""

    def __init__(self, slot: Slot, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.slot, self.language = slot, language
        self.one_line = slot.field.kind is Kind.LABEL
        self.edit = TemplateEdit(
            slot.bench.document,
            slot.bench.theme,
            one_line=self.one_line,
            knows=slot.field.knows,
            parent=self,
        )
        self.name, self.missing = PlainLabel(parent=self), PlainLabel(parent=self)
        self.counts: dict[str, PlainLabel] = {}
        self._theme = slot.bench.theme
        self._told: object = None
        if not self.one_line:
            self.edit.fewest_lines = 2
        self._lay_out()
        self.edit.typed.connect(lambda text: slot.set(text or None, language, typing=True))
        self.edit.left.connect(slot.end_typing)

    def _lay_out(self) -> None:
        several = len(self.slot.project.languages) > 1
        grid = bare(QGridLayout(self), 2)
        self._counters = bare(QHBoxLayout()) if self.one_line else WrappedRow(gap=SPACE)
        if self.one_line:
            grid.setHorizontalSpacing(SPACE)
            self.name.setFixedWidth(self.fontMetrics().horizontalAdvance("mm"))
            grid.addWidget(self.name, 0, 0)
            grid.addWidget(self.edit, 0, 1)
            grid.addLayout(self._counters, 0, 2)
            grid.setColumnStretch(1, 1)
        else:
            head = bare(QHBoxLayout(), SPACE)
            head.addWidget(self.name)
            head.addWidget(self.missing)
            head.addStretch(1)
            grid.addLayout(head, 0, 0)
            grid.addWidget(self.edit, 1, 0)
            grid.addLayout(self._counters, 2, 0)
        self.name.setVisible(several)
        self.missing.setVisible(False)

    def refresh(self) -> None:
        """Show the words as they are now."""
        held = self.slot.at(self.language)
        words = held if isinstance(held, str) else ""
        self.edit.show_text(words)
        self.edit.refresh()
        self._mark_missing(words)
        self._count(words)

    def _mark_missing(self, words: str) -> None:
        """A text that other languages have is missing in this one."""
        others = self.slot.value
        missing = not words and bool(others) and isinstance(others, dict)
        if not self.one_line:
            self.missing.setVisible(missing)
        self._colour_name(missing)

    def _colour_name(self, missing: bool) -> None:
        self.name.set_colour(self._theme.warning if missing else self._theme.muted)

    def _count(self, words: str) -> None:
        part, bench = self.slot.bench.part, self.slot.bench
        if not isinstance(part, Block):
            return
        project, path = bench.project, self.slot.path
        found = list(bench.meter.lengths(project, bench.flow, part, path, self.language, words))
        now = (found, self._theme, current_language())
        if now != self._told:
            self._told = now
            self._show_counts(found)

    def _show_counts(self, found: list[Length]) -> None:
        shown = _tightest(found) if self.one_line else list(filter(_matters, found))
        wanted = {each.channel for each in shown}
        for channel in [each for each in self.counts if each not in wanted]:
            self._drop_count(channel)
        for each in shown:
            if each.channel not in self.counts:
                self.counts[each.channel] = PlainLabel()
                self._counters.addWidget(self.counts[each.channel])
            label = self.counts[each.channel]
            label.setText(f"{each.used} / {each.most}" if self.one_line else str(each))
            label.setToolTip("\n".join(map(_in_full, found if self.one_line else (each,))))
            label.set_colour(self._theme.error if each.over else self._theme.muted)

    def _drop_count(self, channel: str) -> None:
        label = self.counts.pop(channel)
        self._counters.removeWidget(label)
        label.hide()
        label.deleteLater()

    def retranslate(self) -> None:
        """Speak the language in use."""
        name = language_name(self.language)
        self.name.setText(self.language if self.one_line else f"{name} ({self.language})")
        self.name.setToolTip(name)
        self.missing.setText(translate(N_("missing")))
        label = translate(self.slot.field.label)
        self.edit.setAccessibleName(f"{label}, {name}")
        self.edit.setAccessibleDescription(translate(self.slot.field.help))

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.edit.set_theme(theme)
        self.missing.set_colour(theme.warning)
        self.refresh()


def _matters(length: Length) -> bool:
    """A bound that no message comes near, such as that of an email, is not worth a line."""
    return length.over or length.most < _FAR


def _tightest(found: list[Length]) -> list[Length]:
    """The channel that leaves the least room; beside a line there is space for one."""
    return [max(found, key=lambda each: (each.over, each.used / each.most))] if found else []


def _in_full(length: Length) -> str:
    return " · ".join(filter(None, (str(length), length.what, length.note)))
