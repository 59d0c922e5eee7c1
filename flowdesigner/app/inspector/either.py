"""Two fields of which only one is filled in, such as answers of one's own or from a list."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from flowdesigner.app.inspector.editor import bare
from flowdesigner.app.inspector.slot import Slot
from flowdesigner.app.inspector.subject import BlockSubject
from flowdesigner.model.fields import Field
from flowdesigner.texts import translate


def either_of(fields: Mapping[str, Field]) -> tuple[str, ...]:
    """The names of two fields each of which applies only without the other."""
    for name, field in fields.items():
        for other, allowed in field.shown_when.items():
            if None in allowed and other in fields and name in fields[other].shown_when:
                return (name, other)
    return ()


class Either(QWidget):
    """A button for each of two fields; the one that is pressed is shown below."""

    turned = Signal()

    def __init__(self, slots: Mapping[str, Slot], parent: QWidget) -> None:
        super().__init__(parent)
        self._slots = slots
        self.side = next(iter(slots))
        self.buttons = {name: QPushButton(self) for name in slots}
        row = bare(QHBoxLayout(self), 0)
        for name, button in self.buttons.items():
            button.setObjectName("toggle")
            button.setCheckable(True)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.clicked.connect(lambda _on, name=name: self.choose(name))
            row.addWidget(button)

    def show_side(self, name: str) -> None:
        """Show a field, and change nothing."""
        self.side = name
        for each, button in self.buttons.items():
            button.setChecked(each == name)
        self.turned.emit()

    def choose(self, name: str) -> None:
        """Fill in this field from now on; what stands in the other one goes."""
        for each, slot in self._slots.items():
            if each != name and slot.value is not None:
                _clear(slot)
        self.show_side(name)

    def refresh(self) -> None:
        """Show the field that is filled in; when none is, the one that was chosen last."""
        filled = (name for name, slot in self._slots.items() if slot.value)
        self.side = next(filled, self.side)
        for name, button in self.buttons.items():
            button.setChecked(name == self.side)

    def retranslate(self) -> None:
        """Speak the language in use."""
        for name, button in self.buttons.items():
            field = self._slots[name].field
            button.setText(translate(field.label))
            button.setAccessibleName(translate(field.label))
            button.setToolTip(translate(field.help))


def _clear(slot: Slot) -> None:
    """Take a value away; parts of a block with the exits they have."""
    subject, value = slot.bench.subject, slot.value
    if isinstance(subject, BlockSubject) and isinstance(value, tuple) and value:
        slot.do(*(subject.remove(slot.project, slot.path, 0) for _each in value))
    else:
        slot.set(None)
