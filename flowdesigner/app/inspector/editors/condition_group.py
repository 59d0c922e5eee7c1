"""Rows of a condition of which all must be true, or any."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from flowdesigner.app.inspector.editor import bare, column
from flowdesigner.app.inspector.editors.condition_row import ConditionRow
from flowdesigner.app.inspector.slot import Slot
from flowdesigner.app.theme import SPACE, Theme
from flowdesigner.app.widgets.add_button import AddButton
from flowdesigner.app.widgets.card import Indented
from flowdesigner.app.widgets.choice import Choice
from flowdesigner.app.widgets.icon_button import IconButton
from flowdesigner.app.widgets.plain_label import PlainLabel
from flowdesigner.model.condition import Condition, describe
from flowdesigner.texts import N_, translate

_DEEPEST = 1
_NEW = Condition(op="is")


class KeptCondition(QWidget):
    """A condition too deep to be edited here: told in words, and kept."""

    edited = Signal(object, bool)
    left = Signal()
    removed = Signal()

    def __init__(self, slot: Slot, parent: QWidget) -> None:
        super().__init__(parent)
        self._slot = slot
        self.words = PlainLabel(wrap=True)
        self.away = IconButton("x", N_("Remove this line"), slot.bench.theme)
        box = bare(QHBoxLayout(self), 4)
        box.addWidget(self.words, 1)
        box.addWidget(self.away)
        self.away.clicked.connect(self.removed)

    def target(self) -> QWidget:
        """The button that removes it."""
        return self.away

    def show_condition(self, shown: Condition) -> None:
        """Tell it in words."""
        facts = self._slot.project.facts
        self.words.setText(describe(shown, facts, facts.base_language))

    def retranslate(self) -> None:
        """Speak the language in use."""
        self.away.retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.away.set_theme(theme)


class ConditionGroup(Indented):
    """Edits a condition of several rows."""

    edited = Signal(object, bool)
    """The `Condition`, or nothing when no row is left."""
    left = Signal()
    removed = Signal()

    def __init__(self, slot: Slot, parent: QWidget, depth: int = 0) -> None:
        super().__init__(slot.bench.theme, parent, marked=depth > 0)
        self._slot, self._depth = slot, depth
        self._items: tuple[Condition, ...] = ()
        self._grouped = depth > 0
        self.mode = Choice()
        self.rows: list[ConditionRow | KeptCondition | ConditionGroup] = []
        theme = slot.bench.theme
        self.add, self.add_group = AddButton(theme), AddButton(theme)
        self._lay_out()
        self.mode.activated.connect(lambda _at: self._give(self._items, typing=False))
        self.add.clicked.connect(lambda: self._give((*self._items, _NEW), typing=False))
        self.add_group.clicked.connect(self._new_group)

    def _lay_out(self) -> None:
        self._box = column(self, SPACE)
        self._box.addWidget(self.mode)
        buttons = bare(QHBoxLayout(), 4)
        buttons.addWidget(self.add)
        buttons.addWidget(self.add_group)
        buttons.addStretch(1)
        self._box.addLayout(buttons)
        self.add_group.setVisible(self._depth < _DEEPEST)
        if self._depth:
            self._box.setContentsMargins(SPACE, 0, 0, 0)

    def target(self) -> QWidget:
        """The first row, else the button that adds one."""
        return self.rows[0].target() if self.rows else self.add

    # ------------------------------------------------------------------ edits

    def _new_group(self) -> None:
        other = "any" if self.mode.currentData() == "all" else "all"
        group = Condition.model_validate({other: (_NEW, _NEW)})
        self._give((*self._items, group), typing=False)

    def _edited(self, row: QWidget, condition: Condition | None, typing: bool) -> None:
        at = next(at for at, each in enumerate(self.rows) if each is row)
        put = () if condition is None else (condition,)
        self._give((*self._items[:at], *put, *self._items[at + 1 :]), typing=typing)

    def _give(self, items: tuple[Condition, ...], *, typing: bool) -> None:
        if not items:
            self.edited.emit(None, typing)
        elif len(items) == 1 and not self._grouped and _is_plain(items[0]):
            self.edited.emit(items[0], typing)
        else:
            mode = self.mode.currentData() or "all"
            self.edited.emit(Condition.model_validate({mode: items}), typing)

    # ------------------------------------------------------------------ showing

    def show_condition(self, shown: Condition | None) -> None:
        """Show the rows."""
        self._offer_modes()
        items: tuple[Condition, ...] = () if shown is None else (shown,)
        mode = self.mode.currentData() or "all"
        if shown is not None and shown.all is not None:
            items, mode = shown.all, "all"
        elif shown is not None and shown.any is not None:
            items, mode = shown.any, "any"
        self._items = items
        self._grouped = self._depth > 0 or bool(
            shown is not None and len(self._items) == 1 and shown is not self._items[0]
        )
        self.mode.choose(mode)
        self.mode.setVisible(len(self._items) > 1)
        self._fit_rows()
        for row, item in zip(self.rows, self._items, strict=True):
            row.show_condition(item)

    def _fit_rows(self) -> None:
        wanted = [self._type_for(each) for each in self._items]
        for at, kind in enumerate(wanted):
            if at < len(self.rows) and type(self.rows[at]) is kind:
                continue
            if at < len(self.rows):
                self._drop(at)
            self._insert(at, kind)
        while len(self.rows) > len(wanted):
            self._drop(len(self.rows) - 1)

    def _type_for(self, item: Condition) -> "type[ConditionRow | KeptCondition | ConditionGroup]":
        if item.all is not None or item.any is not None:
            return ConditionGroup if self._depth < _DEEPEST else KeptCondition
        if item.negated is not None and not _is_plain(item.negated):
            return KeptCondition
        return ConditionRow

    def _insert(self, at: int, kind: "type[ConditionRow | KeptCondition | ConditionGroup]") -> None:
        if kind is ConditionGroup:
            row: ConditionRow | KeptCondition | ConditionGroup = ConditionGroup(
                self._slot, self, self._depth + 1
            )
        elif kind is ConditionRow:
            row = ConditionRow(self._slot, self)
        else:
            row = KeptCondition(self._slot, self)
        self.rows.insert(at, row)
        self._box.insertWidget(at + 1, row)
        row.edited.connect(lambda value, typing: self._edited(row, value, typing))
        row.removed.connect(lambda: self._edited(row, None, False))
        row.left.connect(self.left)
        row.retranslate()
        row.set_theme(self._slot.bench.theme)

    def _drop(self, at: int) -> None:
        row = self.rows.pop(at)
        row.hide()
        row.deleteLater()

    def _offer_modes(self) -> None:
        self.mode.offer(
            [
                ("all", translate(N_("All of these are true"))),
                ("any", translate(N_("Any of these is true"))),
            ]
        )

    def retranslate(self) -> None:
        """Speak the language in use."""
        self._offer_modes()
        self.mode.setAccessibleName(translate(N_("How the lines are combined")))
        self.add.setText(translate(N_("Condition")))
        self.add.setAccessibleName(translate(N_("Add a condition")))
        self.add_group.setText(translate(N_("Group")))
        self.add_group.setAccessibleName(translate(N_("Add a group of conditions")))
        for row in self.rows:
            row.retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.add.set_theme(theme)
        self.add_group.set_theme(theme)
        self.set_card_theme(theme)
        for row in self.rows:
            row.set_theme(theme)


def _is_plain(condition: Condition) -> bool:
    if condition.negated is not None:
        return _is_row(condition.negated)
    return _is_row(condition)


def _is_row(condition: Condition) -> bool:
    return condition.all is None and condition.any is None and condition.negated is None
