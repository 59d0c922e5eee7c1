"""The editor of some days of the week."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from flowdesigner.app.inspector.day_names import DAY_NAMES, SHORT_DAY_NAMES
from flowdesigner.app.inspector.editor import Editor, bare
from flowdesigner.app.inspector.slot import Slot
from flowdesigner.model.hours import DAYS
from flowdesigner.texts import translate


class WeekdaysEditor(Editor):
    """Seven buttons that stay pressed."""

    def __init__(self, slot: Slot, parent: QWidget) -> None:
        super().__init__(slot, parent)
        row = bare(QHBoxLayout(self), 3)
        self.days = {each: QPushButton() for each in DAYS}
        for button in self.days.values():
            button.setCheckable(True)
            button.setObjectName("toggle")
            button.setMinimumWidth(20)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.clicked.connect(self._clicked)
            row.addWidget(button)

    def target(self) -> QWidget:
        """The first day."""
        return self.days[DAYS[0]]

    def _clicked(self) -> None:
        chosen = tuple(day for day, button in self.days.items() if button.isChecked())
        self.slot.set(chosen or None)

    def refresh(self) -> None:
        """Show which days are chosen."""
        value = self.slot.value
        for day, button in self.days.items():
            button.setChecked(isinstance(value, tuple) and day in value)

    def retranslate(self) -> None:
        """Speak the language in use."""
        for day, button in self.days.items():
            button.setText(translate(SHORT_DAY_NAMES[day]))
            button.setAccessibleName(translate(DAY_NAMES[day]))
            button.setToolTip(translate(DAY_NAMES[day]))
