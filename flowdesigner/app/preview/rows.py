"""The rows of the chat pane: a note in the middle, or the bubbles of what was said."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QCursor, QFont, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from flowdesigner.app.guarded import guarded
from flowdesigner.app.preview.bubble import Bubble
from flowdesigner.app.preview.chat_button import ChatButton
from flowdesigner.app.preview.content import Content, Letterhead, contents
from flowdesigner.app.preview.lines import Line, NoteLine, SpokenLine, Tone
from flowdesigner.app.preview.look import EDGE, GAP, TURN, BubbleLook, bubble_look, mixed
from flowdesigner.app.preview.mail import Mail
from flowdesigner.app.preview.markup import Run
from flowdesigner.app.preview.typeset import Lines
from flowdesigner.app.preview.wording import plain_tip
from flowdesigner.app.theme import Theme
from flowdesigner.app.widgets.plain_label import PlainLabel
from flowdesigner.model.outgoing import Action, Rendered, SentLink
from flowdesigner.texts import N_, translate

_WIDEST = 420

_TAPPED: Mapping[str, str] = {"buttons": "", "chips": "", "mail": "external-link"}
"""The messages whose answers are buttons, with the icon that stands on each."""

_ACTION_ICONS: Mapping[str, str] = {
    "url": "external-link",
    "phone": "phone",
    "copy_code": "copy",
    "flow": "file-text",
}

_WOULD: Mapping[str, str] = {
    "url": N_("Would open {value}"),
    "phone": N_("Would call {value}"),
    "copy_code": N_("Would copy {value}"),
    "flow": N_("Would open the form {value}"),
}


class Row(QWidget):
    """A line of the chat that knows how high it is for a width."""

    tapped = Signal(str)
    """An answer was tapped; its id."""
    list_asked = Signal(object)
    """A `Rendered` whose rows are to be shown."""
    picked = Signal(object)
    """The place of the block that said it."""
    stepped = Signal(int)

    def __init__(self, line: Line, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.line, self._theme = line, theme
        self._arranged_for = -1

    @property
    def bubbles(self) -> tuple[Bubble, ...]:
        """What can have the keyboard in it."""
        return ()

    def arrange(self, y: int, width: int) -> int:
        """Stand at a height, so wide; where it ends."""
        if width != self._arranged_for:
            self._arranged_for = width
            self.resize(width, self._fill(width))
        self.move(0, y)
        return y + self.height()

    def _fill(self, width: int) -> int:
        """Lay out what it holds; how high that is."""
        raise NotImplementedError

    def light(self, lit: bool) -> None:
        """Show whether its block is the selected one."""


class NoteRow(Row):
    """Small words in the middle, in a pill."""

    def __init__(self, line: NoteLine, theme: Theme, parent: QWidget) -> None:
        super().__init__(line, theme, parent)
        self._note = line
        self._label = _Pill(line, theme, self)

    def _fill(self, width: int) -> int:
        height = self._label.arrange(width)
        top = TURN if self._note.tone in ("day", "edit") else 6
        self._label.move((width - self._label.width()) // 2, top)
        return top + height

    @guarded(None)
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._note.block is not None and self._label.geometry().contains(
            event.position().toPoint()
        ):
            self.picked.emit(self._note.block)


class _Pill(PlainLabel):
    """The words of a note; a label, so that a screen reader reads it."""

    def __init__(self, line: NoteLine, theme: Theme, parent: QWidget) -> None:
        super().__init__("", parent)
        self._colours = _note_colours(line.tone, theme)
        small = QFont(self.font())
        small.setPointSizeF(self.font().pointSizeF() * 0.86)
        self._lines = Lines((Run(line.text),), small, middle=True)
        self.setAccessibleName(line.text)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def arrange(self, width: int) -> int:
        """Take as much as the words need; how high it is."""
        self._lines.break_at(width - 2 * EDGE - 40)
        self._lines.break_at(self._lines.width)
        self.resize(self._lines.width + 20, self._lines.height + 8)
        return self.height()

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colours[0])
        painter.drawRoundedRect(QRectF(self.rect()), 9, 9)
        self._lines.paint(painter, QPointF(10, 4), self._colours[1])


def _note_colours(tone: Tone, theme: Theme) -> tuple[QColor, str]:
    """Behind the words, and the words."""
    back = QColor(theme.surface)
    if tone == "bad":
        back = QColor(theme.error)
        back.setAlphaF(0.14)
        return back, mixed(theme.error, theme.text, 0.2)
    if tone == "edit":
        return QColor(theme.accent_soft), theme.text
    back.setAlphaF(0.85 if tone == "day" else 0.0)
    return back, theme.muted


class SpokenRow(Row):
    """The bubbles of what somebody said, with what can be tapped."""

    def __init__(self, line: SpokenLine, theme: Theme, parent: QWidget) -> None:
        super().__init__(line, theme, parent)
        self._spoken = line
        entry = line.entry
        self._right = entry.who == "customer"
        look = bubble_look(theme, entry.who, entry.channel)
        shown = contents(entry, line.letterhead or Letterhead())
        self._bubbles = tuple(self._bubble(each, look, theme) for each in shown)
        for at, bubble in enumerate(self._bubbles):
            bubble.first = line.first and at == 0
            bubble.picked.connect(lambda: self.picked.emit(entry.block))
            bubble.stepped.connect(self.stepped)
            if bubble.content.message is not None:
                self._add_buttons(bubble, bubble.content.message)

    @property
    def bubbles(self) -> tuple[Bubble, ...]:
        """What can have the keyboard in it."""
        return self._bubbles

    @property
    def is_live(self) -> bool:
        """Whether the chat waits for its answer."""
        return self._spoken.live

    @property
    def buttons(self) -> tuple[ChatButton, ...]:
        """What can be tapped in it, live or not."""
        return tuple(button for bubble in self._bubbles for button in bubble.buttons)

    def _bubble(self, content: Content, look: BubbleLook, theme: Theme) -> Bubble:
        if content.mail is not None:
            return Mail(content, content.mail, look, theme, parent=self)
        return Bubble(content, look, theme, right=self._right, parent=self)

    def _add_buttons(self, bubble: Bubble, message: Rendered) -> None:
        for action in message.actions:
            self._add_action(bubble, action)
        if message.shape in _TAPPED:
            icon = _TAPPED[message.shape]
            for each in message.options:
                self._answer(bubble, each.label, icon, lambda id=each.id: self.tapped.emit(id))  # type: ignore[misc]
        elif message.shape == "list":
            opener = message.button or translate(N_("Choose"))
            self._answer(bubble, opener, "list", lambda: self.list_asked.emit(message))
        if message.link is not None:
            self._add_link(bubble, message.link)
        if isinstance(bubble, Mail) and bubble.head.unsubscribe:
            _explain(
                bubble.add_leave(translate(N_("Unsubscribe"))),
                translate(N_("Would open {url}"), url=bubble.head.unsubscribe),
            )

    def _answer(self, bubble: Bubble, words: str, icon: str, tapped: Callable[[], None]) -> None:
        button = bubble.add_button(words, icon)
        button.clicked.connect(lambda _=False: tapped())
        button.setEnabled(self._spoken.live)
        if not self._spoken.live:
            button.unsetCursor()

    def _add_action(self, bubble: Bubble, action: Action) -> None:
        """A button of a template shows what it would do."""
        told = _WOULD[action.kind] if action.value else N_("Nothing is filled in for this button")
        button = bubble.add_button(action.label or action.value, _ACTION_ICONS[action.kind])
        _explain(button, translate(told, value=action.value))

    def _add_link(self, bubble: Bubble, link: SentLink) -> None:
        """A link shows where it leads and is never opened."""
        button = bubble.add_button(link.label or link.url, "external-link")
        _explain(button, translate(N_("Would open {url}"), url=link.url))

    def _fill(self, width: int) -> int:
        # The customer at the right, all others at the left.
        most = min(int((width - 2 * EDGE) * 0.88), _WIDEST)
        left = width - EDGE - most if self._right else EDGE
        below = TURN if self._spoken.first else GAP
        for bubble in self._bubbles:
            wide = width - 2 * EDGE if isinstance(bubble, Mail) else most
            below += bubble.arrange(QPoint(left, below), wide) + GAP
        return below - GAP

    def light(self, lit: bool) -> None:
        """Show whether its block is the selected one."""
        for bubble in self._bubbles:
            if bubble.lit != lit:
                bubble.lit = lit
                bubble.update()


def _explain(button: ChatButton, told: str) -> None:
    """Say what tapping it would do, instead of doing it."""
    button.explain(told)
    button.clicked.connect(lambda _=False: QToolTip.showText(QCursor.pos(), plain_tip(told)))


def row_of(line: Line, theme: Theme, parent: QWidget) -> Row:
    """The row that shows a line."""
    if isinstance(line, NoteLine):
        return NoteRow(line, theme, parent)
    return SpokenRow(line, theme, parent)
