"""Editors of names with values, in two columns."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from flowdesigner.app.inspector.editor import Editor, Hint, bare, column
from flowdesigner.app.inspector.offers import Offer
from flowdesigner.app.inspector.slot import Slot
from flowdesigner.app.inspector.template_edit import TemplateEdit
from flowdesigner.app.theme import Theme
from flowdesigner.app.widgets.add_button import AddButton
from flowdesigner.app.widgets.choice import OpenChoice
from flowdesigner.app.widgets.icon_button import IconButton
from flowdesigner.app.widgets.line import Line
from flowdesigner.model.walk import Path
from flowdesigner.texts import N_, translate


class _Pair(QWidget):
    """A name and a value."""

    typed = Signal()
    left = Signal()
    chosen = Signal()

    def __init__(self, slot: Slot, names: Iterable[Offer] | None, parent: QWidget) -> None:
        super().__init__(parent)
        theme, templated = slot.bench.theme, slot.field.templated
        self.box = OpenChoice() if names is not None else None
        self.name = self.box.line if self.box is not None else Line()
        self.value: Line | TemplateEdit = (
            TemplateEdit(slot.bench.document, theme, one_line=True) if templated else Line()
        )
        self.away = IconButton("x", N_("Remove"), theme)
        grid = bare(QGridLayout(self), 4)
        grid.addWidget(self.box or self.name, 0, 0)
        grid.addWidget(self.value, 0, 1)
        grid.addWidget(self.away, 0, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        for each in (self.name, self.value):
            each.typed.connect(lambda _text: self.typed.emit())
            each.left.connect(self.left)
        if self.box is not None:
            self.box.activated.connect(lambda _at: self.chosen.emit())

    def show_pair(self, name: str, value: str) -> None:
        """Show another pair."""
        if self.name.text().strip() != name:
            if self.box is not None:
                self.box.show_word(name)
            else:
                self.name.show_text(name)
        self.value.show_text(value)

    @property
    def pair(self) -> tuple[str, str]:
        """What stands there."""
        return self.name.text().strip(), self.value.text()


class PairsEditor(Editor):
    """Rows of a name and a value; a row without a name is kept here until it has one."""

    name_label = N_("Name")
    value_label = N_("Value")
    value_example = ""

    def __init__(self, slot: Slot, parent: QWidget) -> None:
        super().__init__(slot, parent)
        self.rows: list[_Pair] = []
        self.add = AddButton(slot.bench.theme)
        self.hint = Hint(slot.bench.theme.warning)
        self._box = column(self)
        self._box.addWidget(self.hint)
        self._box.addWidget(self.add)
        self.add.clicked.connect(self.add_row)

    def names(self) -> Iterable[Offer] | None:
        """The names that are offered, if any are."""
        return None

    def complaint(self, value: str) -> str:
        """What is not right about a value yet."""
        return ""

    def target(self) -> QWidget:
        """The first name, else the button that adds one."""
        return self.rows[0].name if self.rows else self.add

    def reveal(self, rest: Path) -> QWidget:
        """The value of a name."""
        found = (each for each in self.rows if rest and each.pair[0] == rest[0])
        return next((each.value for each in found), self.target())

    def add_row(self) -> None:
        """Begin another row."""
        self._new_row()
        self.rows[-1].name.setFocus()

    def _new_row(self) -> None:
        row = _Pair(self.slot, self.names(), self)
        self.rows.append(row)
        self._box.insertWidget(len(self.rows) - 1, row)
        row.typed.connect(lambda: self._changed(typing=True))
        row.chosen.connect(lambda: self._changed(typing=False))
        row.left.connect(self.slot.end_typing)
        row.away.clicked.connect(lambda: self._remove(row))
        self._word(row)

    def _remove(self, row: _Pair) -> None:
        if row in self.rows:
            self._drop(row)
            self._changed(typing=False)

    def _drop(self, row: _Pair) -> None:
        self.rows.remove(row)
        row.hide()
        row.deleteLater()

    @property
    def _written(self) -> dict[str, str]:
        return {name: value for name, value in (each.pair for each in self.rows) if name}

    def _changed(self, *, typing: bool) -> None:
        self._complain()
        self.slot.set(self._written or None, typing=typing)

    def refresh(self) -> None:
        """Show the pairs, unless what stands there means them already."""
        value = self.slot.value
        pairs = {str(k): str(v) for k, v in value.items()} if isinstance(value, dict) else {}
        if list(pairs.items()) != list(self._written.items()):
            while len(self.rows) > len(pairs):
                self._drop(self.rows[-1])
            while len(self.rows) < len(pairs):
                self._new_row()
            for row, (name, each) in zip(self.rows, pairs.items(), strict=True):
                row.show_pair(name, each)
        for row in self.rows:
            if row.box is not None:
                row.box.offer(self.names() or ())
            if isinstance(row.value, TemplateEdit):
                row.value.refresh()
        self._complain()

    def _complain(self) -> None:
        names = [each.pair[0] for each in self.rows if each.pair[0]]
        twice = next((name for name in names if names.count(name) > 1), "")
        if twice:
            self.hint.say(
                translate(N_("“{name}” is there twice; the last one counts."), name=twice)
            )
            return
        wrong = (self.complaint(each.pair[1]) for each in self.rows if each.pair[1])
        self.hint.say(next(filter(None, wrong), ""))

    def _word(self, row: _Pair) -> None:
        label = translate(self.slot.field.label)
        for target, what in ((row.name, self.name_label), (row.value, self.value_label)):
            target.setAccessibleName(f"{label}, {translate(what)}")
            target.setPlaceholderText(translate(what))
        if row.box is not None:
            row.box.setAccessibleName(row.name.accessibleName())
        if self.value_example:
            row.value.setPlaceholderText(self.value_example)
        row.away.retranslate()

    def retranslate(self) -> None:
        """Speak the language in use."""
        add = translate(N_("Add a line"))
        self.add.setText(add)
        label = translate(self.slot.field.label)
        self.add.setAccessibleName(f"{add}, {label}")
        self.add.setToolTip(translate(self.slot.field.help))
        for row in self.rows:
            self._word(row)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.hint.colour(theme.warning)
        self.add.set_theme(theme)
        for row in self.rows:
            row.away.set_theme(theme)
            if isinstance(row.value, TemplateEdit):
                row.value.set_theme(theme)
