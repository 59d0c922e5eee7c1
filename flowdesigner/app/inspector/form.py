"""A form: the editors of the fields of one part, in the order in which they are declared."""

from collections.abc import Iterator, Mapping

from PySide6.QtWidgets import QWidget

from flowdesigner.app.inspector.editor import column
from flowdesigner.app.inspector.either import Either, either_of
from flowdesigner.app.inspector.row import FieldRow
from flowdesigner.app.inspector.slot import Bench, Slot
from flowdesigner.app.theme import SPACE, Theme
from flowdesigner.app.widgets.fold import Fold
from flowdesigner.model.block import Block
from flowdesigner.model.fields import Field, applies, fields_of
from flowdesigner.model.part import Part
from flowdesigner.model.place import value_at
from flowdesigner.model.walk import Path
from flowdesigner.texts import N_, translate

MORE = N_("More")


class Rows(QWidget):
    """Rows of some of the fields of a part."""

    def __init__(
        self,
        bench: Bench,
        path: Path,
        part_type: type[Part],
        fields: Mapping[str, Field],
        parent: QWidget,
        bare_row: str = "",
    ) -> None:
        super().__init__(parent)
        self.rows: dict[str, FieldRow] = {}
        self._bench, self._path, self._type = bench, path, part_type
        slots = {n: Slot(bench, (*path, n), field, part_type) for n, field in fields.items()}
        pair = either_of(fields)
        self.either = Either({name: slots[name] for name in pair}, self) if pair else None
        box = column(self, SPACE + 2)
        for name, slot in slots.items():
            if self.either is not None and name == pair[0]:
                box.addWidget(self.either)
            bare_editor = name == bare_row or name in pair
            self.rows[name] = FieldRow(slot, self, bare_editor=bare_editor)
            box.addWidget(self.rows[name])
        if self.either is not None:
            self.either.retranslate()
            self.either.turned.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the values as they are now, and hide what does not apply."""
        part = value_at(self._bench.part, self._path)
        if self.either is not None:
            self.either.refresh()
        for name, row in self.rows.items():
            fits = self._fits(name, part)
            if row.isHidden() == fits:
                row.setVisible(fits)
            if fits:
                row.editor.refresh()

    def _fits(self, name: str, part: object) -> bool:
        if self.either is not None and name in self.either.buttons:
            return name == self.either.side
        field = self.rows[name].editor.slot.field
        # A part that is not there yet is like an empty one.
        return applies(part if isinstance(part, Part) else self._type(), field)

    def reveal(self, name: str) -> None:
        """Show a field that is hidden since another one was chosen in its place."""
        if self.either is not None and name in self.either.buttons and name != self.either.side:
            self.either.show_side(name)

    def retranslate(self) -> None:
        """Speak the language in use."""
        if self.either is not None:
            self.either.retranslate()
        for row in self.rows.values():
            row.retranslate()


class Form(QWidget):
    """The fields of a part; those that are seldom wanted are folded away until they are used."""

    def __init__(
        self,
        bench: Bench,
        path: Path,
        part_type: type[Part],
        parent: QWidget,
        skip: tuple[str, ...] = (),
        bare_row: str = "",
    ) -> None:
        super().__init__(parent)
        self._bench, self._path, self._type = bench, path, part_type
        fields = {name: field for name, field in _in_order(part_type) if name not in skip}
        part = value_at(bench.part, path)
        used = {name for name in fields if value_at(part, (name,)) is not None}
        used |= set(either_of(fields))
        plain = {n: f for n, f in fields.items() if not f.advanced or n in used}
        self._more_fields = {n: f for n, f in fields.items() if n not in plain}
        self._main = Rows(bench, path, part_type, plain, self, bare_row)
        self._more: Fold | None = None
        box = column(self, SPACE)
        box.addWidget(self._main)
        if self._more_fields:
            self._more = Fold(translate(MORE), self._more_rows, bench.theme, self)
            box.addWidget(self._more)

    def _more_rows(self, parent: QWidget) -> Rows:
        return Rows(self._bench, self._path, self._type, self._more_fields, parent)

    def _parts(self) -> Iterator[Rows]:
        yield self._main
        if self._more is not None and isinstance(self._more.content, Rows):
            yield self._more.content

    @property
    def rows(self) -> dict[str, FieldRow]:
        """The rows that have been made, by the name of the field."""
        return {name: row for part in self._parts() for name, row in part.rows.items()}

    def refresh(self) -> None:
        """Show the values as they are now."""
        part = value_at(self._bench.part, self._path)
        used = any(value_at(part, (name,)) is not None for name in self._more_fields)
        if used and self._more is not None and not self._more.is_open:
            self._more.open()
        for each in self._parts():
            each.refresh()

    def reveal(self, path: Path) -> QWidget | None:
        """Who gets the keyboard when a place in the part is asked for."""
        name = str(path[0]) if path else ""
        if name in self._more_fields and self._more is not None:
            self._more.open()
        for each in self._parts():
            each.reveal(name)
        row = self.rows.get(name)
        return row.editor.reveal(path[1:]) if row is not None else None

    def unfold(self) -> None:
        """Show all there is."""
        if self._more is not None:
            self._more.open()

    def retranslate(self) -> None:
        """Speak the language in use."""
        if self._more is not None:
            self._more.set_title(translate(MORE))
        for each in self._parts():
            each.retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        if self._more is not None:
            self._more.set_theme(theme)
        for row in self.rows.values():
            row.set_theme(theme)


def _in_order(part_type: type[Part]) -> list[tuple[str, Field]]:
    """A type's own fields before those that every block has."""
    common = Block.model_fields if issubclass(part_type, Block) else {}
    return sorted(fields_of(part_type).items(), key=lambda each: each[0] in common)
