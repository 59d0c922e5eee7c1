"""One part of a list: its fields, and what can be done with it as a whole."""

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from flowdesigner.app.guarded import guarded
from flowdesigner.app.icons import icon
from flowdesigner.app.inspector.editor import bare
from flowdesigner.app.inspector.editors.id_line import IdLine
from flowdesigner.app.inspector.form import Form
from flowdesigner.app.inspector.slot import Slot
from flowdesigner.app.theme import SPACE, Theme
from flowdesigner.app.widgets.card import Card
from flowdesigner.app.widgets.icon_button import IconButton
from flowdesigner.app.widgets.plain_label import PlainLabel
from flowdesigner.model.fields import Kind, fields_of
from flowdesigner.model.part import Part
from flowdesigner.texts import N_, translate

_WITHOUT_LABEL = (
    Kind.LABEL, Kind.CONDITION, Kind.CHOICE, Kind.CHANNEL, Kind.VARIABLE, Kind.EVENT,
)  # fmt: skip


class Grip(QLabel):
    """What a part of a list is dragged by."""

    dragged = Signal(int)
    """How far below where it began, while it is dragged."""
    dropped = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.SizeVerCursor)
        self.setFixedWidth(16)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self.setContentsMargins(0, 6, 0, 0)
        self._from: QPoint | None = None
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        size = QSize(14, 14)
        self.setPixmap(icon("grip-vertical", theme.muted).pixmap(size, self.devicePixelRatioF()))

    @guarded(None)
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._from = event.globalPosition().toPoint()

    @guarded(None)
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from is not None:
            self.dragged.emit(event.globalPosition().toPoint().y() - self._from.y())

    @guarded(None)
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._from is not None:
            far, self._from = event.globalPosition().toPoint().y() - self._from.y(), None
            self.dropped.emit(far)


class PartCard(Card):
    """A part of a list on a card of its own."""

    asked_to_move = Signal(int)
    """How many places down; negative is up."""
    asked_to_go = Signal()

    def __init__(self, slot: Slot, step: str | int, part_type: type[Part], parent: QWidget) -> None:
        theme = slot.bench.theme
        super().__init__(theme, parent)
        self.step, self._slot = step, slot
        fields = fields_of(part_type)
        plain = [name for name in fields if name != "id" and not fields[name].advanced]
        bare_row = next((n for n in plain[:1] if fields[n].kind in _WITHOUT_LABEL), "")
        self.form = Form(slot.bench, (*slot.path, step), part_type, self, ("id",), bare_row)
        self.has_id = "id" in fields
        self._named_by_id = self.has_id and "label" not in fields
        self.grip = Grip(theme, self)
        self.more = IconButton("ellipsis-vertical", N_("Move or remove"), theme, self)
        self.more.clicked.connect(self._offer)
        self.id_line = IdLine(self._rename, self._taken, theme, self)
        self.id_label = PlainLabel(parent=self)
        self._lay_out()
        self._word()

    def _lay_out(self) -> None:
        inner = bare(QVBoxLayout(), 4)
        if self._named_by_id:
            inner.addWidget(self.id_line)
        inner.addWidget(self.form)
        if self.has_id and not self._named_by_id:
            self._id_row = bare(QHBoxLayout(), SPACE)
            self._id_row.addWidget(self.id_label)
            self._id_row.addWidget(self.id_line, 1)
            inner.addLayout(self._id_row)
        if not self._named_by_id:
            self.id_line.hide()
        self.id_label.hide()
        box = QHBoxLayout(self)
        box.setContentsMargins(2, 6, 2, 6)
        box.setSpacing(4)
        box.addWidget(self.grip, 0, Qt.AlignmentFlag.AlignTop)
        box.addLayout(inner, 1)
        box.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)

    # ------------------------------------------------------------------ what it is called

    def _list(self) -> tuple[Part, ...]:
        value = self._slot.value
        return value if isinstance(value, tuple) else ()

    def _taken(self) -> set[str]:
        return {str(getattr(each, "id", "")) for each in self._list()}

    def _rename(self, old: str, new: str) -> None:
        bench = self._slot.bench
        bench.document.do(bench.subject.rename(bench.project, self._slot.path, old, new))

    def show_id(self) -> None:
        """Let the id be changed."""
        self.id_line.show()
        self.id_label.show()
        self.id_line.line.setFocus()

    # ------------------------------------------------------------------ moving and going

    def _offer(self) -> None:
        menu = QMenu(self)
        menu.addAction(translate(N_("Move up")), lambda: self.asked_to_move.emit(-1))
        menu.addAction(translate(N_("Move down")), lambda: self.asked_to_move.emit(1))
        if self.has_id and not self._named_by_id:
            menu.addAction(translate(N_("Change the id…")), self.show_id)
        menu.addSeparator()
        menu.addAction(translate(N_("Remove")), self.asked_to_go.emit)
        menu.exec(self.more.mapToGlobal(self.more.rect().bottomLeft()))
        menu.deleteLater()

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if by and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.asked_to_move.emit(by)
        else:
            super().keyPressEvent(event)

    # ------------------------------------------------------------------ showing

    def refresh(self) -> None:
        """Show the values as they are now."""
        if self.has_id:
            self.id_line.show_id(str(self._slot.at(self.step, "id") or ""))
        self.form.refresh()

    def retranslate(self) -> None:
        """Speak the language in use."""
        self.form.retranslate()
        self.more.retranslate()
        self._word()

    def _word(self) -> None:
        self.id_label.setText(translate(N_("Id")))
        self.id_line.line.setAccessibleName(translate(N_("Id")))
        self.id_line.line.setToolTip(
            translate(N_("What the file and the developers call it. It is renamed everywhere."))
        )

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.set_card_theme(theme)
        self.grip.set_theme(theme)
        self.more.set_theme(theme)
        self.id_line.set_theme(theme)
        self.form.set_theme(theme)
