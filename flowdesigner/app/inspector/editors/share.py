"""The editor of a share beside those of its sisters."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from flowdesigner.app.guarded import guarded
from flowdesigner.app.inspector.editor import bare
from flowdesigner.app.inspector.editors.number import NumberEditor
from flowdesigner.app.inspector.slot import Slot
from flowdesigner.app.theme import SPACE, Theme
from flowdesigner.app.widgets.plain_label import PlainLabel
from flowdesigner.texts import N_, translate

_THICK = 6


class ShareBar(QWidget):
    """A bar that is filled as far as a share is of the whole."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.part, self._theme = 0.0, theme
        self.setFixedHeight(_THICK)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_part(self, part: float) -> None:
        """Fill it so far, 0 to 1."""
        self.part = part
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.update()

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(0, 0, 0, 0))
        for colour, part in ((self._theme.border, 1.0), (self._theme.accent, self.part)):
            painter.setBrush(QColor(colour))
            painter.drawRoundedRect(QRectF(0, 0, self.width() * part, _THICK), 3, 3)
        painter.end()


class ShareEditor(NumberEditor):
    """A whole number, and what it is of the whole."""

    def __init__(self, slot: Slot, parent: QWidget) -> None:
        super().__init__(slot, parent)
        self.bar, self.told = ShareBar(slot.bench.theme), PlainLabel()
        row = bare(QHBoxLayout(), SPACE)
        row.addWidget(self.bar, 1)
        row.addWidget(self.told)
        self.box.addLayout(row)

    def refresh(self) -> None:
        """Show the number and its part of the whole."""
        super().refresh()
        own, whole = self.slot.value, sum(self._all())
        part = own / whole if isinstance(own, int) and own > 0 else 0.0
        self.bar.show_part(part)
        self.told.setText(translate(N_("{percent} % of the customers"), percent=round(100 * part)))

    def _all(self) -> list[int]:
        """The shares of all its sisters and its own."""
        part = self.slot.bench.part
        sisters = getattr(part, str(self.slot.path[0]), None) or ()
        found = (getattr(each, self.slot.name, None) for each in sisters)
        return [each for each in found if isinstance(each, int) and each > 0]

    def retranslate(self) -> None:
        """Speak the language in use."""
        super().retranslate()
        self.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        super().set_theme(theme)
        self.bar.set_theme(theme)
        self.told.set_colour(theme.muted)
