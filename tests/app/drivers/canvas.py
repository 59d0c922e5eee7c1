"""The canvas in the words of an author: drag this block, connect that exit, press a key."""

from collections.abc import Mapping
from functools import cache

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QDropEvent,
    QFont,
    QImage,
    QKeySequence,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from flowdesigner.app.canvas.view import FlowCanvas
from flowdesigner.app.document import Document
from flowdesigner.app.focus import Focus
from flowdesigner.app.style import load_font
from flowdesigner.app.theme import LIGHT, Theme
from flowdesigner.blocks import BY_TYPE
from flowdesigner.model.flow import Flow, Layout
from flowdesigner.model.project import Project

Left = Qt.MouseButton.LeftButton
Place = tuple[float, float]


def project_of(
    blocks: Mapping[str, Mapping[str, object]],
    places: Mapping[str, tuple[int, int]] | None = None,
    first: str | None = None,
) -> Project:
    """A project with one flow, `main`."""
    made = {id: BY_TYPE[str(each["type"])].model_validate(each) for id, each in blocks.items()}
    layout = Layout(blocks=dict(places or {}))
    flow = Flow(first=first or next(iter(made), None), blocks=made, layout=layout)
    return Project(languages=("en", "id"), flows={"main": flow})


@cache
def window_font() -> QFont:
    """The font the window has, loaded once."""
    return load_font()


class CanvasDriver:
    """Does on a canvas what a person does with hands, and tells what can be seen there."""

    def __init__(self, project: Project, *, theme: Theme = LIGHT, size: QPoint | None = None):
        QApplication.setFont(window_font())
        self.document = Document(project)
        self.focus = Focus(self.document)
        self.canvas = FlowCanvas(self.document, self.focus, theme)
        self.canvas.resize(1000, 700) if size is None else self.canvas.resize(size.x(), size.y())
        self.canvas.show()
        self.canvas.setFocus()
        self.canvas.zoom_reset()
        self.settle()

    # What can be seen.

    @property
    def flow(self) -> Flow:
        return self.document.project.flows[self.focus.flow]

    @property
    def selected(self) -> set[str]:
        return set(self.focus.blocks)

    @property
    def steps(self) -> int:
        """How many steps the history holds."""
        return self.document.history.count()

    def place(self, block: str) -> Place:
        """Where a block lies in the scene."""
        left, top, _, _ = self.canvas.stage.scene.boxes[block]
        return left, top

    def picture(self) -> QImage:
        """What is on the screen when nothing is left to be painted."""
        return self.settled_picture(self.canvas)

    @staticmethod
    def settled_picture(canvas: FlowCanvas) -> QImage:
        """What a canvas shows when nothing is left to be painted."""
        for _ in range(300):
            QApplication.processEvents()
            picture = canvas.grab().toImage()
            if canvas.settled:
                return picture
        raise AssertionError("the canvas is never done painting")

    def settle(self) -> None:
        """Let everything be painted that waits."""
        self.settled_picture(self.canvas)

    # Where things are on the screen.

    def on_screen(self, at: Place) -> QPointF:
        return QPointF(*self.canvas.stage.viewport.to_widget(*at))

    def head_of(self, block: str) -> Place:
        left, top, _, _ = self.canvas.stage.scene.boxes[block]
        return left + 120, top + 20

    def port_of(self, block: str, exit: str) -> Place:
        _, top, right, _ = self.canvas.stage.scene.boxes[block]
        row = self.canvas.stage.scene.cards[block].row(exit)
        assert row is not None, f"{block} shows no exit {exit}"
        return right, top + row.y

    # What hands do.

    def press(self, at: Place, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self._mouse(QEvent.Type.MouseButtonPress, at, Left, keys)

    def move(self, at: Place, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self._mouse(QEvent.Type.MouseMove, at, Qt.MouseButton.NoButton, keys)

    def release(
        self, at: Place, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        self._mouse(QEvent.Type.MouseButtonRelease, at, Left, keys)

    def rest(self) -> None:
        """Keep the pointer where it is for a while."""
        self.canvas.tracing.rested()

    def drag(
        self,
        start: Place,
        end: Place,
        keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        *,
        let_go: bool = True,
    ) -> None:
        """Press, move in a few steps, and let go."""
        self.press(start, keys)
        for step in (0.1, 0.5, 1.0):
            x = start[0] + (end[0] - start[0]) * step
            self.move((x, start[1] + (end[1] - start[1]) * step), keys)
        if let_go:
            self.release(end, keys)

    def click(self, at: Place, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.press(at, keys)
        self.release(at, keys)

    def click_block(
        self, block: str, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        self.click(self.head_of(block), keys)

    def double_click(self, at: Place) -> None:
        self.click(at)
        self._mouse(QEvent.Type.MouseButtonDblClick, at, Left, Qt.KeyboardModifier.NoModifier)
        self.release(at)

    def drag_block(self, block: str, dx: float, dy: float, *, let_go: bool = True) -> None:
        x, y = self.head_of(block)
        self.drag((x, y), (x + dx, y + dy), let_go=let_go)

    def connect(self, block: str, exit: str, target: str) -> None:
        """Draw a link from an exit's port onto a block."""
        self.drag(self.port_of(block, exit), self.head_of(target))

    def turn_wheel(
        self,
        at: QPointF,
        notches: int,
        keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        event = QWheelEvent(
            at, self.canvas.mapToGlobal(at), QPoint(), QPoint(0, 120 * notches),
            Qt.MouseButton.NoButton, keys, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(self.canvas, event)

    def keys(self, written: str) -> None:
        """Press keys, written as in a menu: `Ctrl+C`, `Del`, `Alt+Right`."""
        combination = QKeySequence(written)[0]
        QTest.keyClick(
            QApplication.focusWidget() or self.canvas,
            combination.key(),
            combination.keyboardModifiers(),
        )

    def type(self, words: str) -> None:
        """Type where the keyboard is."""
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClicks(widget, words)

    def hold_from_palette(self, type_word: str, at: Place) -> None:
        """Hold a type of block that is dragged from the palette over a place."""
        data = QMimeData()
        data.setData("application/x-flowdesigner-block", type_word.encode())
        none = Qt.KeyboardModifier.NoModifier
        event = QDropEvent(self.on_screen(at), Qt.DropAction.CopyAction, data, Left, none)
        self.canvas.dragMoveEvent(event)  # type: ignore[arg-type]  # its own cannot be made
        assert event.isAccepted()

    def drop_from_palette(self, type_word: str, at: Place) -> None:
        """Let go of a type of block that was dragged from the palette."""
        data = QMimeData()
        data.setData("application/x-flowdesigner-block", type_word.encode())
        spot, action = self.on_screen(at), Qt.DropAction.CopyAction
        none = Qt.KeyboardModifier.NoModifier
        event = QDropEvent(spot, action, data, Left, none)
        self.canvas.dropEvent(event)  # Qt takes none that is sent without a drag of its own
        assert event.isAccepted()

    def menu(self, at: Place) -> QMenu:
        """The menu that a right click at a place opens."""
        return self.canvas.menu_at(self.on_screen(at).toPoint())

    def choose(self, at: Place, title: str) -> None:
        """Choose a line of the menu at a place."""
        menu = self.menu(at)
        (action,) = [each for each in menu.actions() if each.text() == title]
        assert action.isEnabled()
        action.trigger()

    def undo(self) -> None:
        self.document.undo()

    def redo(self) -> None:
        self.document.redo()

    def _mouse(
        self, kind: QEvent.Type, at: Place, button: Qt.MouseButton, keys: Qt.KeyboardModifier
    ) -> None:
        """QTest's moves carry no buttons, so the events are sent by hand."""
        held = Left if kind is not QEvent.Type.MouseButtonRelease else Qt.MouseButton.NoButton
        spot = self.on_screen(at)
        QApplication.sendEvent(
            self.canvas, QMouseEvent(kind, spot, self.canvas.mapToGlobal(spot), button, held, keys)
        )
