"""A small window with a canvas and an outline of one flow, for a reader in another process."""

import sys

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter

from flowdesigner.app.canvas.view import FlowCanvas
from flowdesigner.app.document import Document
from flowdesigner.app.focus import Focus
from flowdesigner.app.outline.panel import OutlinePanel
from flowdesigner.app.theme import LIGHT
from tests.app.canvas.test_gestures import BLOCKS, PLACES
from tests.app.drivers.canvas import project_of


def main() -> int:
    """Show it until it is ended; say in the title what was asked to be edited."""
    app = QApplication(sys.argv)
    app.setApplicationName("flow-reader-test")
    document = Document(project_of(BLOCKS, PLACES))
    focus = Focus(document)
    canvas, outline = FlowCanvas(document, focus, LIGHT), OutlinePanel(document, focus, LIGHT)
    window, sides = QMainWindow(), QSplitter(Qt.Orientation.Horizontal)
    sides.addWidget(outline)
    sides.addWidget(canvas)
    sides.setSizes([300, 900])
    window.setCentralWidget(sides)
    window.resize(1200, 700)
    canvas.edit_requested.connect(lambda block: window.setWindowTitle(f"edit {block}"))
    window.show()
    window.activateWindow()
    canvas.setFocus()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
