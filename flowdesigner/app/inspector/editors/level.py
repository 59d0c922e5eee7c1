"""The editor of a number from 0 to 1."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from flowdesigner.app.inspector.editor import Editor, bare
from flowdesigner.app.inspector.slot import Slot
from flowdesigner.app.theme import SPACE, Theme
from flowdesigner.app.widgets.plain_label import PlainLabel

_STEPS = 20


class LevelEditor(Editor):
    """A slider with its per cent beside it."""

    def __init__(self, slot: Slot, parent: QWidget) -> None:
        super().__init__(slot, parent)
        self.slider, self.told = QSlider(Qt.Orientation.Horizontal), PlainLabel()
        self.slider.setRange(0, _STEPS)
        self.slider.setPageStep(2)
        self.told.setMinimumWidth(44)
        self.told.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = bare(QHBoxLayout(self), SPACE)
        row.addWidget(self.slider, 1)
        row.addWidget(self.told)
        self.slider.valueChanged.connect(self._moved)
        self.slider.sliderReleased.connect(slot.end_typing)

    def target(self) -> QWidget:
        """The slider."""
        return self.slider

    def _moved(self, steps: int) -> None:
        self.slot.set(steps / _STEPS, typing=True)

    def refresh(self) -> None:
        """Show the level; what the author left open, as it counts then."""
        value = self.slot.value
        level = float(self.slot.field.placeholder or 0)
        if isinstance(value, int | float) and not isinstance(value, bool):
            level = float(value)
        blocked = self.slider.blockSignals(True)
        self.slider.setValue(round(min(max(level, 0), 1) * _STEPS))
        self.slider.blockSignals(blocked)
        self.told.setText(f"{round(level * 100)} %")

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.told.set_colour(theme.muted)
