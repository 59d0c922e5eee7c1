"""A list of things of which some are ticked."""

from collections.abc import Container, Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from flowdesigner.app.widgets.check_box import CheckBox

_MOST_LINES = 6


class TickList(QScrollArea):
    """Checkboxes below one another; a long list scrolls."""

    ticked = Signal(object, bool)
    """A word, and whether it is ticked now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes: dict[object, CheckBox] = {}
        self._offers: list[tuple[object, str]] = []
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(self.focusPolicy().NoFocus)
        inner = QWidget()
        self._box = QVBoxLayout(inner)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self.setWidget(inner)
        for each in (inner, self.viewport()):
            each.setAutoFillBackground(False)

    def offer(self, offers: Iterable[tuple[object, str]]) -> None:
        """Offer these words under these titles."""
        wanted = list(offers)
        if wanted == self._offers:
            return
        self._offers = wanted
        for old in self.boxes.values():
            old.hide()
            old.deleteLater()
        self.boxes = {word: self._new_box(word, title) for word, title in wanted}
        lines = min(len(wanted), _MOST_LINES)
        first = next(iter(self.boxes.values()), None)
        self.setFixedHeight(lines * first.sizeHint().height() + 2 if first else 2)
        self.setFocusProxy(first)  # type: ignore[arg-type]

    def _new_box(self, word: object, title: str) -> CheckBox:
        box = CheckBox(title, self.widget())
        box.setAccessibleName(title)
        box.clicked.connect(lambda on: self.ticked.emit(word, on))
        self._box.addWidget(box)
        return box

    def tick(self, words: Container[object]) -> None:
        """Show which are ticked, and tell nobody."""
        for word, box in self.boxes.items():
            box.setChecked(word in words)
