"""The editor of words for the customer."""

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from flowdesigner.app.inspector.editor import Editor, bare, column
from flowdesigner.app.inspector.editors.language_box import LanguageBox
from flowdesigner.app.inspector.offers import channel_title
from flowdesigner.app.inspector.slot import Slot
from flowdesigner.app.inspector.subject import BlockSubject
from flowdesigner.app.theme import SPACE, Theme
from flowdesigner.app.widgets.icon_button import IconButton
from flowdesigner.app.widgets.plain_label import PlainLabel
from flowdesigner.app.widgets.text_box import TextBox
from flowdesigner.model.block import Block
from flowdesigner.model.fields import Kind
from flowdesigner.model.media import OptionWords, Variant
from flowdesigner.model.place import value_at
from flowdesigner.model.walk import Path
from flowdesigner.texts import N_, translate

_INSERT = N_("Insert a variable")
_OTHERWISE = N_("Different text on a channel")


class Languages(QWidget):
    """A text in every language of the project, the base language first."""

    def __init__(self, slot: Slot, parent: QWidget) -> None:
        super().__init__(parent)
        self.slot = slot
        self.boxes = {each: LanguageBox(slot, each, self) for each in slot.project.languages}
        box = column(self, 4 if slot.field.kind is Kind.LABEL else SPACE)
        for each in self.boxes.values():
            box.addWidget(each)

    @property
    def edits(self) -> Iterator[TextBox]:
        """The texts, one a language."""
        return (each.edit for each in self.boxes.values())


class OnChannel(QWidget):
    """What is said on one channel instead."""

    def __init__(self, slot: Slot, channel: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.channel = channel
        self.title = PlainLabel()
        self.away = IconButton("x", N_("Say the same on every channel"), theme)
        self.languages = Languages(slot, self)
        head = bare(QHBoxLayout(), 2)
        head.addWidget(self.title, 1)
        head.addWidget(self.away)
        box = column(self, 2)
        box.setContentsMargins(SPACE, 0, 0, 0)
        box.addLayout(head)
        box.addWidget(self.languages)


class TextEditor(Editor):
    """A text in every language, and where it differs, on a channel."""

    def __init__(self, slot: Slot, parent: QWidget) -> None:
        super().__init__(slot, parent)
        self.languages = Languages(slot, self)
        self.on_channels: dict[str, OnChannel] = {}
        self._opened: set[str] = set()
        self._last = next(iter(self.languages.edits), None)
        theme = slot.bench.theme
        self.braces = IconButton("braces", _INSERT, theme)
        self.otherwise = IconButton("smartphone", _OTHERWISE, theme)
        self._box = column(self, 4)
        self._box.addWidget(self.languages)
        for edit in self.languages.edits:
            edit.entered.connect(self._entered)
        self.braces.clicked.connect(self._pick)
        self.otherwise.clicked.connect(self._offer_channels)

    # ------------------------------------------------------------------ what it is made of

    def _stacks(self) -> Iterator[Languages]:
        yield self.languages
        yield from (each.languages for each in self.on_channels.values())

    def _boxes(self) -> Iterator[LanguageBox]:
        for stack in self._stacks():
            yield from stack.boxes.values()

    def tools(self) -> Sequence[QWidget]:
        """Insert a variable; say it otherwise on a channel."""
        several = len(self.slot.project.channels) > 1
        return (self.braces, self.otherwise) if several and self._may_differ else (self.braces,)

    def target(self) -> QWidget:
        """The text of the language that is looked at, else of the base language."""
        looked_at = self.languages.boxes.get(self.slot.bench.language)
        return looked_at.edit if looked_at else next(iter(self.languages.edits), self)

    def reveal(self, rest: Path) -> QWidget:
        """The text of a language."""
        box = self.languages.boxes.get(str(rest[0])) if rest else None
        return box.edit if box is not None else self.target()

    def reveal_on(self, channel: str, rest: Path) -> QWidget:
        """The text of a language on a channel."""
        if channel not in self.on_channels:
            return self.reveal(rest)
        boxes = self.on_channels[channel].languages.boxes
        box = boxes.get(str(rest[0])) if rest else None
        return (box or next(iter(boxes.values()))).edit

    # ------------------------------------------------------------------ showing

    def refresh(self) -> None:
        """Show the words as they are now."""
        self._show_channels()
        for box in self._boxes():
            box.refresh()

    def _show_channels(self) -> None:
        if not self._may_differ:
            return
        part = self.slot.bench.part
        held = (part.variants or {}) if isinstance(part, Block) else {}
        wanted = {c for c in held if value_at(part, self._place(c))} | self._opened
        for channel in [each for each in self.on_channels if each not in wanted]:
            gone = self.on_channels.pop(channel)
            gone.hide()
            gone.deleteLater()
        for channel in sorted(wanted - set(self.on_channels)):
            self._add_channel(channel)

    def _add_channel(self, channel: str) -> None:
        theme = self.slot.bench.theme
        there = OnChannel(self.slot.moved(self._place(channel)), channel, theme, self)
        self.on_channels[channel] = there
        self._box.addWidget(there)
        there.away.clicked.connect(lambda: self._say_the_same(channel))
        for edit in there.languages.edits:
            edit.entered.connect(self._entered)
        self._word(there)
        self._colour(there, theme)

    # ------------------------------------------------------------------ channels

    @property
    def _may_differ(self) -> bool:
        path = self.slot.path
        if not isinstance(self.slot.bench.subject, BlockSubject):
            return False
        if len(path) == 1:
            return str(path[0]) in Variant.model_fields
        return path[0] == "options" and str(path[-1]) in OptionWords.model_fields

    def _place(self, channel: str) -> Path:
        return ("variants", channel, *self.slot.path)

    def _offer_channels(self) -> None:
        menu = QMenu(self)
        for channel in self.slot.project.channels:
            if channel not in self.on_channels:
                words = translate(N_("Different text on {channel}"), channel=channel_title(channel))
                menu.addAction(words, partial(self.differ_on, channel))
        menu.exec(self.otherwise.mapToGlobal(self.otherwise.rect().bottomLeft()))
        menu.deleteLater()

    def differ_on(self, channel: str) -> None:
        """Say it otherwise on a channel, to begin with in the same words."""
        self._opened.add(channel)
        there = self.slot.moved(self._place(channel))
        value = self.slot.value
        self._show_channels()
        if isinstance(value, dict) and value:
            there.set(dict(value))
        self.on_channels[channel].languages.boxes[self.slot.project.base_language].edit.setFocus()

    def _say_the_same(self, channel: str) -> None:
        self._opened.discard(channel)
        self.slot.moved(self._place(channel)).set(None)
        self._show_channels()

    # ------------------------------------------------------------------ variables

    def _entered(self) -> None:
        sender = self.sender()
        self._last = sender if isinstance(sender, TextBox) else self._last

    def _pick(self) -> None:
        for box in self._boxes():
            if box.edit is self._last:
                box.edit.pick_variable()
                return

    # ------------------------------------------------------------------ language and look

    def _word(self, there: OnChannel) -> None:
        title = channel_title(there.channel)
        there.title.setText(translate(N_("On {channel}"), channel=title))
        there.away.retranslate()
        for box in there.languages.boxes.values():
            box.retranslate()
            box.edit.setAccessibleName(f"{box.edit.accessibleName()}, {title}")

    def retranslate(self) -> None:
        """Speak the language in use."""
        self.braces.retranslate()
        self.otherwise.retranslate()
        for box in self.languages.boxes.values():
            box.retranslate()
        for there in self.on_channels.values():
            self._word(there)
        self.refresh()

    def _colour(self, there: OnChannel, theme: Theme) -> None:
        there.title.set_colour(theme.muted)
        there.away.set_theme(theme)
        for box in there.languages.boxes.values():
            box.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.braces.set_theme(theme)
        self.otherwise.set_theme(theme)
        for box in self.languages.boxes.values():
            box.set_theme(theme)
        for there in self.on_channels.values():
            self._colour(there, theme)
