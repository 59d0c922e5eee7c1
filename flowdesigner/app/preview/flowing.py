"""Buttons beside one another, and below one another where there is no room."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from flowdesigner.app.guarded import guarded

_GAP = 6
_NARROWEST = 40


class Flowing(QWidget):
    """Breaks buttons into lines as words are, so that long ones never widen the panel."""

    def __init__(self, parent: QWidget | None = None, *, side: int = 0, above: int = 0) -> None:
        super().__init__(parent)
        self._side, self._above = side, above
        self.buttons: list[QPushButton] = []
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, button: QPushButton) -> None:
        """Add one at the end."""
        button.setParent(self)
        self.buttons.append(button)
        button.show()
        self.arrange()

    def clear(self) -> None:
        """Have none any more."""
        for button in self.buttons:
            button.hide()
            button.deleteLater()
        self.buttons = []
        self.arrange()

    def arrange(self) -> None:
        """Put each where it belongs."""
        for button, box in self._boxes(self.width()):
            button.setGeometry(box)
        self.updateGeometry()

    def _boxes(self, width: int) -> Iterator[tuple[QPushButton, QRect]]:
        """Where each stands for a width, those that are hidden left out."""
        x, y, line = self._side, self._above, 0
        for button in (each for each in self.buttons if not each.isHidden()):
            hint = button.sizeHint()
            own = min(hint.width(), max(width - 2 * self._side, _NARROWEST))
            if x > self._side and x + own > width - self._side:
                x, y = self._side, y + line + _GAP
            yield button, QRect(x, y, own, hint.height())
            x, line = x + own + _GAP, hint.height()

    @guarded(True)
    def hasHeightForWidth(self) -> bool:
        return True

    @guarded(0)
    def heightForWidth(self, width: int) -> int:
        return max((box.bottom() + 1 for _button, box in self._boxes(width)), default=0)

    @guarded(QSize(100, 0))
    def sizeHint(self) -> QSize:
        return QSize(100, self.heightForWidth(self.width()))

    @guarded(QSize(0, 0))
    def minimumSizeHint(self) -> QSize:
        return QSize(0, min((box.bottom() + 1 for _button, box in self._boxes(9999)), default=0))

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for button, box in self._boxes(self.width()):
            button.setGeometry(box)

    @guarded(False)
    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        # A button was renamed, shown or hidden, or the style changed its size.
        if event.type() == QEvent.Type.LayoutRequest:
            self.arrange()
        return done
