"""The middle of the window: the tabs of the flows above the canvas."""

from PySide6.QtWidgets import QVBoxLayout, QWidget


class Drawing(QWidget):
    """Lays the tabs above the canvas, which takes the keyboard for both."""

    def __init__(self, tabs: QWidget, canvas: QWidget) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(tabs)
        column.addWidget(canvas, 1)
        self.setFocusProxy(canvas)
