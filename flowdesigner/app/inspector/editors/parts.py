"""The editor of a list of parts, such as the answers of a menu."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from flowdesigner.app.guarded import guarded
from flowdesigner.app.inspector.editor import Editor, bare, column
from flowdesigner.app.inspector.editors.part_card import PartCard
from flowdesigner.app.inspector.part_ids import new_part_id
from flowdesigner.app.inspector.slot import Slot
from flowdesigner.app.theme import SPACE, Theme
from flowdesigner.app.widgets.add_button import AddButton
from flowdesigner.app.widgets.line import Line
from flowdesigner.model.fields import fields_of, part_type_of
from flowdesigner.model.part import Part
from flowdesigner.model.walk import Path
from flowdesigner.texts import N_, translate

Steps = tuple[str | int, ...]


class NewPartLine(Line):
    """A line for the words of the next part; Enter adds it."""

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()


class PartsEditor(Editor):
    """Cards below one another, and a line that adds another one."""

    def __init__(self, slot: Slot, parent: QWidget) -> None:
        super().__init__(slot, parent)
        self.part_type = part_type_of(slot.owner_type, slot.name)
        self.fields = fields_of(self.part_type)
        self.cards: list[PartCard] = []
        self.line, self.add = NewPartLine(), AddButton(slot.bench.theme)
        self._theme = slot.bench.theme
        self._lifted_from: int | None = None
        self._list = bare(QVBoxLayout(), SPACE - 2)
        foot = bare(QHBoxLayout(), SPACE)
        foot.addWidget(self.line, 1)
        foot.addWidget(self.add)
        if "id" not in self.fields:
            self.line.hide()
            foot.addStretch(1)
        box = column(self, SPACE - 2)
        box.addLayout(self._list)
        box.addLayout(foot)
        self.line.returnPressed.connect(self.add_part)
        self.add.clicked.connect(self.add_part)

    def target(self) -> QWidget:
        """Where the next part is added."""
        return self.line if "id" in self.fields else self.add

    # ------------------------------------------------------------------ edits

    @property
    def _parts(self) -> tuple[Part, ...]:
        value = self.slot.value
        return value if isinstance(value, tuple) else ()

    def add_part(self) -> None:
        """Add a part with the words that were typed for it."""
        words = self.line.text().strip()
        self.line.clear()
        bench = self.slot.bench
        part = self._new_part(words)
        bench.document.do(bench.subject.add(bench.project, self.slot.path, part))
        if not words and self.cards:
            self.cards[-1].form.refresh()
            rows = list(self.cards[-1].form.rows.values())
            if rows:
                rows[0].editor.target().setFocus()

    def _new_part(self, words: str) -> Part:
        values: dict[str, object] = {}
        if "id" in self.fields:
            fallback = {"label": "option"}.get(next(iter(self._labelled()), ""), "case")
            values["id"] = new_part_id(words, self._parts, fallback)
        if words and "label" in self.fields:
            values["label"] = {self.slot.project.base_language: words}
        elif words and "name" in self.fields:
            values["name"] = words
        return self.part_type.model_validate(values)

    def _labelled(self) -> list[str]:
        return [name for name in self.fields if name == "label"]

    def remove(self, card: PartCard) -> None:
        """Take a part away."""
        bench, at = self.slot.bench, self.cards.index(card)
        bench.document.do(bench.subject.remove(bench.project, self.slot.path, at))

    def move_part(self, card: PartCard, by: int) -> None:
        """Put a part some places further down, or up."""
        bench, at = self.slot.bench, self.cards.index(card)
        to = max(0, min(len(self.cards) - 1, at + by))
        if to != at:
            bench.document.do(bench.subject.move(bench.project, self.slot.path, at, to))

    def _drop(self, card: PartCard, far: int) -> None:
        lifted, self._lifted_from = self._lifted_from, None
        top = card.y() if lifted is None else lifted
        middle = top + card.height() // 2 + far
        above = sum(
            each.geometry().center().y() < middle for each in self.cards if each is not card
        )
        self._list.invalidate()
        self.move_part(card, above - self.cards.index(card))

    def _drag(self, card: PartCard, far: int) -> None:
        if self._lifted_from is None:
            self._lifted_from = card.y()
            card.raise_()
        card.move(card.x(), self._lifted_from + far)

    # ------------------------------------------------------------------ showing

    def _steps(self) -> Steps:
        """The way to each part: its id where it has one of its own, else its position."""
        ids = [str(getattr(each, "id", "")) for each in self._parts]
        return tuple(id if id and ids.count(id) == 1 else at for at, id in enumerate(ids))

    def refresh(self) -> None:
        """Show the parts as they are now; cards of parts that stay are kept."""
        steps = self._steps()
        if steps != tuple(each.step for each in self.cards):
            self._arrange(steps)
        for each in self.cards:
            each.refresh()

    def _arrange(self, steps: Steps) -> None:
        kept = {each.step: each for each in self.cards}
        for step, card in kept.items():
            if step not in steps:
                card.hide()
                self._list.removeWidget(card)
                card.deleteLater()
        self.cards = [kept.get(step) or self._new_card(step) for step in steps]
        for at, card in enumerate(self.cards):
            if self._list.indexOf(card) != at:
                self._list.insertWidget(at, card)

    def _new_card(self, step: str | int) -> PartCard:
        card = PartCard(self.slot, step, self.part_type, self)
        card.asked_to_move.connect(lambda by: self.move_part(card, by))
        card.asked_to_go.connect(lambda: self.remove(card))
        card.grip.dragged.connect(lambda far: self._drag(card, far))
        card.grip.dropped.connect(lambda far: self._drop(card, far))
        return card

    def reveal(self, rest: Path) -> QWidget:
        """The field of the part that is named."""
        wanted = rest[0] if rest else None
        for at, card in enumerate(self.cards):
            if wanted in (card.step, at):
                found = card.form.reveal(rest[1:]) if rest[1:] else None
                rows = list(card.form.rows.values())
                return found or (rows[0].editor.target() if rows else self.target())
        return self.target()

    def retranslate(self) -> None:
        """Speak the language in use."""
        label = translate(self.slot.field.label)
        add = translate(N_("Add"))
        self.add.setText(add)
        self.add.setAccessibleName(f"{add}, {label}")
        self.line.setAccessibleName(f"{add}, {label}")
        self.line.setPlaceholderText(translate(N_("Type and press Enter to add")))
        self.add.setToolTip(translate(self.slot.field.help))
        for each in self.cards:
            each.retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.add.set_theme(theme)
        for each in self.cards:
            each.set_theme(theme)
