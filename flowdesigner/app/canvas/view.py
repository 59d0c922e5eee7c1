"""The drawing of a flow as the window has it: the painted widget with its keys and menus."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QCursor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
)
from PySide6.QtWidgets import QMenu, QWidget

from flowdesigner.app.actions import ARRANGING
from flowdesigner.app.canvas.asking import Asking
from flowdesigner.app.canvas.between import link_near
from flowdesigner.app.canvas.hits import NOTHING, Hit, What
from flowdesigner.app.canvas.keys import Keys
from flowdesigner.app.canvas.links import LinkKey
from flowdesigner.app.canvas.menus import menu_of
from flowdesigner.app.canvas.paint_hint import paint_empty
from flowdesigner.app.canvas.paint_scene import Brush
from flowdesigner.app.canvas.tools.connect import paint_dangling
from flowdesigner.app.canvas.tools.drop import dragged_type
from flowdesigner.app.canvas.touchable import TouchableCanvas
from flowdesigner.app.document import Document
from flowdesigner.app.focus import Focus
from flowdesigner.app.guarded import guarded
from flowdesigner.app.theme import Theme
from flowdesigner.blocks import BY_TYPE
from flowdesigner.texts import N_, translate

NOTE_COLOURS = ("yellow", "green", "blue", "pink", "grey")


class FlowCanvas(TouchableCanvas):
    """The drawing of the flow that is looked at."""

    edit_requested = Signal(str)
    """The author wants to fill in this block."""
    escaped = Signal()
    """The author wants to see all blocks equally well again."""
    context_menu_requested = Signal(object, object)
    """A `Hit` and where on the screen; told before the canvas shows its own menu there."""
    map_toggled = Signal(bool)
    """Whether the author wants to see the overview map."""

    def __init__(
        self, document: Document, focus: Focus, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(document, focus, theme, parent)
        self.shows_map: bool | None = None
        self.later.made.connect(self._take_in)
        self.asking = Asking(self.stage, self.later, self.commands, self.add_block)
        self._menu_at = (0.0, 0.0)
        self._keys = Keys(self._doings(), self._walk, self.commands.nudge)
        self.stage.edit_requested.connect(self.edit_requested)
        self.stage.add_requested.connect(self.ask_what_to_add)
        self.stage.write_requested.connect(self.later.write_in)
        self.stage.told.connect(lambda words: self.later.notice.tell(words))
        self.setAcceptDrops(True)
        self.retranslate()

    def _take_in(self, name: str) -> None:
        """Connect what was just made."""
        if name == "quick_add":
            self.later.quick_add.chosen.connect(self._chosen)
            self.later.quick_add.closed.connect(self._asked)
            self.stage.looked.connect(self.later.quick_add.leave)
        elif name == "minimap":
            for changed in (self._follower.followed, self._follower.marked):
                changed.connect(self.later.minimap.follow)
            self._follower.shown_anew.connect(self.later.minimap.paint_anew)
            self.later.minimap.hide_asked.connect(self.toggle_map)
        elif name == "frame_editor":
            self.later.frame_editor.closed.connect(self.setFocus)
        else:
            getattr(self.later, name).left.connect(self.setFocus)

    # What the window asks for.

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self.stage.theme = theme
        if self.asking.open:
            self.later.quick_add.leave()
        self._ground.change_colours(theme)
        self._word_map()
        self.paint_anew()

    def retranslate(self) -> None:
        """Word everything in the window's language."""
        self.setAccessibleName(translate(N_("Drawing of the flow")))
        self._follower.show_all()
        self._word_map()
        self._tell()

    def _word_map(self) -> None:
        if self.shows_map is not None:
            self.later.minimap.retranslate()

    def show_map(self, shown: bool) -> None:
        """Show or hide the whole flow in a corner."""
        self.shows_map = shown
        self.later.minimap.setVisible(shown)

    def toggle_map(self) -> None:
        """Hide the map that is shown, or show it."""
        self.show_map(not self.shows_map)
        self.map_toggled.emit(self.shows_map)

    def add_block(
        self,
        type_word: str,
        at: tuple[float, float] | None = None,
        after: LinkKey | None = None,
    ) -> str:
        """Add a block and select it; `at` in the scene, `after` an exit that shall lead to it."""
        id = self.commands.add_block(type_word, at, after)
        self.show_block(id)
        return id

    def ask_what_to_add(
        self, at: tuple[float, float] | None = None, after: LinkKey | None = None
    ) -> None:
        """Let the author search for a block to add at a point of the scene."""
        if not self.stage.flow_id:
            return
        view = self.stage.viewport
        spot = at or view.to_scene(view.width / 2 - 120, view.height / 3)
        self.asking.what_to_add(spot, after)

    def change_type(self) -> None:
        """Let the author search for a type that the selected block shall be of."""
        if self.stage.focus.block:
            self.asking.what_to_change_to(self.stage.focus.block)

    def make_flow(self) -> None:
        """Make the selected blocks a flow of their own."""
        self.later.restructure.make_flow()

    def put_flow_in(self) -> None:
        """Put the flow that the selected block runs in its place."""
        if self.stage.focus.block:
            self.later.restructure.put_in(self.stage.focus.block)

    def add_note(self, at: tuple[float, float] | None = None) -> None:
        """Add a note and let the author write in it."""
        self.commands.add_note(at or self._pointed_at())

    def delete_selection(self) -> None:
        """Delete what is selected."""
        self.commands.delete_selection()

    def copy(self) -> None:
        """Put the selected blocks on the clipboard."""
        self.later.clipboard.copy()

    def cut(self) -> None:
        """Put the selected blocks on the clipboard and delete them."""
        self.later.clipboard.cut()

    def paste(self, at: tuple[float, float] | None = None) -> None:
        """Put copies of the blocks on the clipboard into the flow."""
        self.later.clipboard.paste(at)

    def duplicate(self) -> None:
        """Put copies of the selected blocks beside them."""
        self.later.clipboard.duplicate()

    def select_all(self) -> None:
        """Select every block."""
        self.commands.select_all()

    def arrange(self, name: str) -> None:
        """Put blocks in order, as a line of the menu says."""
        self.later.arranging.do(name)

    def edit_selected(self) -> None:
        """Ask for the form of the selected block; or write in the picked note."""
        if self.stage.focus.block:
            self.edit_requested.emit(self.stage.focus.block)
        else:
            self.later.write_in(self.stage.picked)

    def write_on_card(self) -> None:
        """Let the author write on the selected card, or in the picked note."""
        if self.stage.focus.block:
            self.later.card_editor.write_on(self.stage.focus.block)
        else:
            self.edit_selected()

    def show_menu(self) -> None:
        """Show the menu of what is selected, as its key asks for."""
        block = self.stage.focus.block
        box = self.stage.scene.boxes.get(block or "")
        spot = self.stage.viewport.to_widget(*box[:2]) if box else (self.width() / 2, 80)
        on = Hit(What.BLOCK, block) if block else self.stage.picked
        at = QPoint(round(spot[0]) + 24, round(spot[1]) + 24)
        self.menu_at(at, on).popup(self.mapToGlobal(at))

    def _paint_over(self, painter: QPainter, brush: Brush) -> None:
        super()._paint_over(painter, brush)
        if self.asking.link:
            paint_dangling(painter, self.stage, brush, *self.asking.link)
        if not (self.stage.scene.cards or self.asking.open or self._follower.laying_out):
            paint_empty(painter, self.stage.viewport, brush.theme)

    # Adding.

    def _chosen(self, type_word: str) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.asking.choose(type_word)
        self.paint_anew()

    def _asked(self) -> None:
        self.asking.finish()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.paint_anew()

    @guarded(None)
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.stage.flow_id and dragged_type(event.mimeData()) in BY_TYPE:
            event.acceptProposedAction()

    @guarded(None)
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        at = self.stage.viewport.to_scene(event.position().x(), event.position().y())
        self.stage.aim_at_link(link_near(self.stage, *at))
        event.acceptProposedAction()

    @guarded(None)
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.stage.aim_at_link(None)

    @guarded(None)
    def dropEvent(self, event: QDropEvent) -> None:
        word = dragged_type(event.mimeData())
        if word in BY_TYPE:
            at = self.stage.viewport.to_scene(event.position().x(), event.position().y())
            self.stage.aim_at_link(None)
            self.add_block(str(word), (at[0] - 24, at[1]), link_near(self.stage, *at))
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            event.acceptProposedAction()

    # Double clicks, menus and keys.

    @guarded(None)
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        at = self._pointer(event.position(), event.modifiers())
        under = self._under(at)
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        if under.what is What.BLOCK:
            y = at.y - self.stage.scene.boxes[under.id][1]
            if self.later.card_editor.write_on(under.id, y):
                return
            asked = self.enter_requested if self.can_enter(under.id) else self.edit_requested
            asked.emit(under.id)
        elif under.what is What.FRAME and under.id in self.stage.scene.lids:
            self.commands.fold_frame(under.id)
        elif under.what in (What.NOTE, What.FRAME):
            self.later.write_in(under)
        elif under.what is What.NOTHING:
            self.ask_what_to_add((at.x, at.y))

    @guarded(None)
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_at(event.pos()).popup(event.globalPos())

    def menu_at(self, spot: QPoint, on: Hit | None = None) -> QMenu:
        """The menu for what lies at a point of the widget, or for another thing; selects it."""
        if on is None:
            none = Qt.KeyboardModifier.NoModifier
            on = self._under(self._pointer(spot.toPointF(), none))
        self.give_up()
        if on.what in (What.BLOCK, What.PORT):
            if on.id not in self.stage.focus.blocks:
                self.stage.select(on.id)
        elif on is not NOTHING:
            self.stage.pick(on)
        self._menu_at = self.stage.viewport.to_scene(spot.x(), spot.y())
        self.context_menu_requested.emit(on, self.mapToGlobal(spot))
        menu = menu_of(on, self._do, self._can, self.stage.theme, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _do(self, name: str, on: Hit) -> None:
        at = self._menu_at
        if name in NOTE_COLOURS:
            self.commands.colour_note(on.id, name)
            return
        doings = self._doings() | {
            "begin_here": lambda: self.commands.begin_here(on.id),
            "disconnect": lambda: self.commands.disconnect(on.id, on.exit),
            "write_in": lambda: self.later.write_in(on),
            "fold_frame": lambda: self.commands.fold_frame(on.id),
            "add_here": lambda: self.ask_what_to_add(at),
            "put_between": lambda: self.ask_what_to_add(at, on.link),
            "add_note": lambda: self.add_note(at),
            "paste_here": lambda: self.paste(at),
        }
        doings[name]()

    def _can(self, name: str, on: Hit) -> bool:
        if name == "paste_here":
            return self.later.clipboard.can_paste()
        if name == "enter_flow":
            return self.can_enter(on.id)
        if name == "put_flow_in":
            return self.stage.flow.blocks[on.id].type == "subflow"
        if name == "begin_here":
            return on.id != self.stage.flow.first
        if name in ("select_all", "zoom_to_fit", "tidy"):
            return bool(self.stage.flow.blocks)
        return True

    def _doings(self) -> dict[str, Callable[[], object]]:
        names = (
            "delete_selection", "select_all", "copy", "cut", "paste", "duplicate", "zoom_in",
            "edit_selected", "zoom_out", "zoom_to_fit", "zoom_reset", "zoom_to_selection",
            "add_note", "show_menu", "write_on_card", "change_type",
            "make_flow", "put_flow_in", "show_path", "toggle_map",
            "connect_exit", "next_sheet", "frame_selection", "enter_flow",
        )  # fmt: skip
        arranging = {name: partial(self.arrange, name) for name in ARRANGING}
        return arranging | {name: getattr(self, name) for name in names}

    def _pointed_at(self) -> tuple[float, float]:
        spot = self.mapFromGlobal(QCursor.pos())
        if not self.rect().contains(spot):
            spot = self.rect().center()
        return self.stage.viewport.to_scene(spot.x(), spot.y())

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._escape()
        elif event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space = True
            self._show_cursor()
        elif not self._keys.press(event):
            super().keyPressEvent(event)

    @guarded(None)
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space = False
            self._show_cursor()
        super().keyReleaseEvent(event)

    @guarded(False)
    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab opens the search while nothing is selected; else it goes on to the next panel."""
        if next and self.hasFocus() and not self.stage.focus.blocks and self.stage.flow_id:
            self.ask_what_to_add(self._pointed_at() if self.underMouse() else None)
            return True
        return super().focusNextPrevChild(next)

    HEARD = TouchableCanvas.HEARD | {QEvent.Type.ShortcutOverride}

    @guarded(False)
    def event(self, event: QEvent) -> bool:
        if event.type() not in self.HEARD:
            return QWidget.event(self, event)
        if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return super().event(event)
        if self.hasFocus() and self._keys.means(event):
            event.accept()
        return event.isAccepted()

    def _escape(self) -> None:
        if self._tool is not None:
            self.give_up()
        elif self.tracing.stays:
            self.tracing.ask(None)
        elif self.stage.dimmed and not self.stage.focus.blocks:
            self.escaped.emit()
        else:
            self.stage.select()
            self.stage.pick(NOTHING)
