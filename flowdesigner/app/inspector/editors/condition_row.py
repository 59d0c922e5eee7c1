"""One row of a condition: a variable, a comparison, a value."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from flowdesigner.app.inspector.editor import bare, column
from flowdesigner.app.inspector.editors.values import ValueWidget, Wanted, value_widget
from flowdesigner.app.inspector.offers import readable, values_of
from flowdesigner.app.inspector.slot import Slot
from flowdesigner.app.theme import Theme
from flowdesigner.app.widgets.choice import Choice, OpenChoice
from flowdesigner.app.widgets.icon_button import IconButton
from flowdesigner.model.condition import OPERATOR_LABELS, Condition, operators_for
from flowdesigner.model.part import changed
from flowdesigner.model.values import type_of
from flowdesigner.texts import N_, translate

_HOW_MANY = {"in": "list", "between": "range"}
_TYPED_AS_TEXT = ("matches", "contains", "starts_with")


class ConditionRow(QWidget):
    """Edits one comparison."""

    edited = Signal(object, bool)
    """The `Condition`, and whether it is one of a row of keystrokes."""
    left = Signal()
    removed = Signal()

    def __init__(self, slot: Slot, parent: QWidget) -> None:
        super().__init__(parent)
        self._slot = slot
        self._row = Condition()
        self._negated = False
        self._wanted: Wanted | None = None
        self.variable, self.op = OpenChoice(), Choice()
        self.value: ValueWidget = value_widget(Wanted("text"))
        self.other = OpenChoice()
        theme = slot.bench.theme
        self.away = IconButton("x", N_("Remove this line"), theme)
        self.compare = IconButton("variable", N_("Compare with another variable"), theme)
        self.negate = QToolButton()
        for each in (self.compare, self.negate):
            each.setCheckable(True)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        first, self._second = bare(QHBoxLayout(), 4), bare(QHBoxLayout(), 4)
        first.addWidget(self.variable, 1)
        first.addWidget(self.negate)
        first.addWidget(self.away)
        self._values = bare(QVBoxLayout(), 0)
        self._values.addWidget(self.value)
        self._values.addWidget(self.other)
        self.op.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._second.addWidget(self.op, 2)
        self._second.addLayout(self._values, 3)
        self._second.addWidget(self.compare)
        box = column(self, 3)
        box.addLayout(first)
        box.addLayout(self._second)

    def _connect(self) -> None:
        self.variable.activated.connect(self._chosen)
        self.variable.line.typed.connect(lambda text: self._give(True, variable=text.strip()))
        self.op.activated.connect(lambda _at: self._give(False, op=self.op.currentData()))
        self.other.activated.connect(
            lambda _at: self._give(False, value={"variable": self.other.currentData()})
        )
        self.other.line.typed.connect(
            lambda text: self._give(True, value={"variable": text.strip()})
        )
        self.compare.clicked.connect(
            lambda on: self._give(False, value={"variable": ""} if on else None)
        )
        self.negate.clicked.connect(self._negate)
        self.away.clicked.connect(self.removed)
        for line in (self.variable.line, self.other.line):
            line.left.connect(self.left)

    def target(self) -> QWidget:
        """The variable."""
        return self.variable

    # ------------------------------------------------------------------ edits

    def _chosen(self, _at: int) -> None:
        name = str(self.variable.currentData())
        before = type_of(self._row.variable or "", self._slot.project.variables)
        kind = type_of(name, self._slot.project.variables)
        fitting = operators_for(kind)
        op = self._row.op if self._row.op in fitting else fitting[0]
        value = self._row.value if kind == before != "choice" else None
        self._give(False, variable=name, op=op, value=value)

    def _negate(self, on: bool) -> None:
        self._negated = on
        self._give(False)

    def _give(self, typing: bool, **values: object) -> None:
        given = {name: value if value != "" else None for name, value in values.items()}
        row = changed(self._row, **given)
        self.edited.emit(Condition(negated=row) if self._negated else row, typing)

    # ------------------------------------------------------------------ showing

    def show_condition(self, shown: Condition) -> None:
        """Show a comparison."""
        self._negated = shown.negated is not None
        self._row = row = shown.negated if shown.negated is not None else shown
        project = self._slot.project
        self.variable.offer(readable(project))
        if self.variable.line.text().strip() != (row.variable or ""):
            self.variable.show_word(row.variable or "")
        kind = type_of(row.variable or "", project.variables)
        self._offer_operators(operators_for(kind), row.op)
        self.negate.setChecked(self._negated)
        self._show_value(row, kind)

    def _offer_operators(self, fitting: Sequence[str], op: str | None) -> None:
        words = [*fitting] if op is None or op in fitting else [*fitting, op]
        self.op.offer([(word, translate(OPERATOR_LABELS[word])) for word in words])
        self.op.choose(op)

    def _show_value(self, row: Condition, kind: str) -> None:
        value = row.value
        refers = isinstance(value, dict) and "variable" in value
        needed = row.op != "is_set"
        self.compare.setChecked(refers)
        self.compare.setVisible(needed)
        self._second.setStretch(1, 3 if needed else 0)
        self.other.setVisible(refers and needed)
        self.value.setVisible(not refers and needed)
        if isinstance(value, dict) and refers:
            self.other.offer(readable(self._slot.project))
            name = str(value["variable"])
            if self.other.line.text().strip() != name:
                self.other.show_word(name)
        elif needed:
            self._fitting(kind, row.op or "is")
            self.value.show_value(list(value) if isinstance(value, tuple) else value)

    def _fitting(self, kind: str, op: str) -> None:
        choices = values_of(self._slot.project, self._row.variable or "")
        wanted = Wanted("text" if op in _TYPED_AS_TEXT else kind, _HOW_MANY.get(op, "one"), choices)
        if wanted == self._wanted:
            return
        self._wanted = wanted
        old, self.value = self.value, value_widget(wanted)
        old.hide()
        old.deleteLater()
        self._values.insertWidget(0, self.value)
        self.value.edited.connect(lambda value, typing: self._give(typing, value=value))
        self.value.left.connect(self.left)
        self._name_value()

    def _name_value(self) -> None:
        self.value.target().setAccessibleName(translate(N_("Value")))

    def retranslate(self) -> None:
        """Speak the language in use."""
        self.variable.setAccessibleName(translate(N_("Variable")))
        self.variable.line.setPlaceholderText(translate(N_("Variable")))
        self.op.setAccessibleName(translate(N_("Comparison")))
        self.other.setAccessibleName(translate(N_("Other variable")))
        self.other.line.setPlaceholderText(translate(N_("Other variable")))
        self.negate.setText(translate(N_("not")))
        self.negate.setToolTip(translate(N_("True when this line is not")))
        self.negate.setAccessibleName(translate(N_("True when this line is not")))
        self.away.retranslate()
        self.compare.retranslate()
        self._wanted = None

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.away.set_theme(theme)
        self.compare.set_theme(theme)
