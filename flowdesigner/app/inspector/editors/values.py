"""Small editors of one value, chosen by the type of the variable it is for."""

import json
from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from flowdesigner.app.inspector.editor import Hint, bare, column
from flowdesigner.app.inspector.editors.number import read_plain_number
from flowdesigner.app.inspector.offers import Offer
from flowdesigner.app.theme import SPACE
from flowdesigner.app.widgets.choice import Choice
from flowdesigner.app.widgets.line import Line
from flowdesigner.app.widgets.text_box import TextBox
from flowdesigner.app.widgets.tick_list import TickList
from flowdesigner.model.values import is_iso_date, is_iso_time
from flowdesigner.texts import N_, translate

Typed = Line | TextBox
"""What a value may be typed in."""


class Wanted(NamedTuple):
    """What sort of value is wanted; two that are equal can share an editor."""

    type: str
    how_many: str = "one"
    """`one`, `list` or `range`."""
    choices: tuple[Offer, ...] = ()
    templated: bool = False


class UnreadableError(ValueError):
    """What was typed is no value of the type; its words say what one looks like."""


class ValueWidget(QWidget):
    """Shows a value and tells of another one."""

    edited = Signal(object, bool)
    """The value, and whether it is one of a row of keystrokes."""
    left = Signal()

    def show_value(self, value: object) -> None:
        """Show a value, unless what stands there means it already."""
        raise NotImplementedError

    def target(self) -> QWidget:
        """Who gets the keyboard."""
        raise NotImplementedError


def value_widget(wanted: Wanted, line: Typed | None = None) -> ValueWidget:
    """An editor for what is wanted."""
    if wanted.choices and wanted.how_many == "list":
        return Ticks(wanted.choices)
    if wanted.choices:
        return Pick(wanted.choices)
    return Range(wanted) if wanted.how_many == "range" else Written(wanted, line)


# --------------------------------------------------------------------------- typed values


def _number(written: str) -> object:
    number = read_plain_number(written)
    if number is None:
        raise UnreadableError(translate(N_("Write a number, such as 2 or 2.5.")))
    return number


def _date(written: str) -> object:
    if not is_iso_date(written.strip()):
        raise UnreadableError(translate(N_("Write a date as year, month, day: 2026-11-24.")))
    return written.strip()


def _time(written: str) -> object:
    if not is_iso_time(written.strip()):
        raise UnreadableError(translate(N_("Write a time of day, such as 09:30.")))
    return written.strip()


def _data(written: str) -> object:
    try:
        return json.loads(written)
    except ValueError as error:
        raise UnreadableError(translate(N_("This is not complete yet."))) from error


_READERS: dict[str, Callable[[str], object]] = {
    "number": _number,
    "money": _number,
    "date": _date,
    "time": _time,
    "location": _data,
    "media": _data,
}
_EXAMPLES = {"number": "10", "money": "50000", "date": "2026-11-24", "time": "09:00"}


def read_value(wanted: Wanted, written: str) -> object:
    """What was typed as a value; nothing when nothing was."""
    if not written.strip():
        return None
    if wanted.how_many == "list":
        parts = [each for each in written.split(",") if each.strip()]
        return [read_value(wanted._replace(how_many="one"), each.strip()) for each in parts]
    if wanted.templated and "{{" in written:
        return written
    return _READERS.get(wanted.type, str)(written)


def write_value(value: object) -> str:
    """A value as an author types it."""
    if value is None:
        return ""
    if isinstance(value, list):
        return ", ".join(map(write_value, value))
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


class Written(ValueWidget):
    """A value that is typed; what is none of the type is kept here, and said."""

    def __init__(self, wanted: Wanted, line: Typed | None = None) -> None:
        super().__init__()
        self._wanted = wanted
        self.line: Typed = line or Line()
        self.line.setPlaceholderText(_EXAMPLES.get(wanted.type, ""))
        self.hint = Hint("palette(text)")
        box = column(self)
        box.addWidget(self.line)
        box.addWidget(self.hint)
        self.line.typed.connect(self._typed)
        self.line.left.connect(self.left)

    def target(self) -> QWidget:
        """The line."""
        return self.line

    def _typed(self, written: str) -> None:
        try:
            value = read_value(self._wanted, written)
        except UnreadableError as why:
            self.hint.say(str(why))
            return
        self.hint.say("")
        self.edited.emit(value, True)

    def show_value(self, value: object) -> None:
        """Show a value, unless what stands there means it already."""
        try:
            same = read_value(self._wanted, self.line.text()) == value
        except UnreadableError:
            same = self.line.hasFocus() and value == self._last
        self._last = value
        if not same:
            self.line.show_text(write_value(value))
            self.hint.say("")

    _last: object = None


class Range(ValueWidget):
    """The lowest and the highest of a range."""

    def __init__(self, wanted: Wanted) -> None:
        super().__init__()
        one = wanted._replace(how_many="one")
        self.ends = (Written(one), Written(one))
        self._values: list[object] = [None, None]
        box = bare(QHBoxLayout(self), SPACE)
        for at, each in enumerate(self.ends):
            box.addWidget(each)
            each.edited.connect(lambda value, typing, at=at: self._edited(at, value, typing))
            each.left.connect(self.left)

    def target(self) -> QWidget:
        """The lower end."""
        return self.ends[0].target()

    def _edited(self, at: int, value: object, typing: bool) -> None:
        self._values[at] = value
        empty = self._values == [None, None]
        self.edited.emit(None if empty else list(self._values), typing)

    def show_value(self, value: object) -> None:
        """Show both ends."""
        held = list(value) if isinstance(value, list | tuple) else [value, None]
        self._values = [*held, None, None][:2]
        for each, end in zip(self.ends, self._values, strict=True):
            each.show_value(end)


# --------------------------------------------------------------------------- chosen values


class Pick(ValueWidget):
    """One of a few values."""

    def __init__(self, choices: Sequence[Offer]) -> None:
        super().__init__()
        self._choices = choices
        self.choice = Choice()
        column(self).addWidget(self.choice)
        self.choice.activated.connect(
            lambda _at: self.edited.emit(self.choice.currentData(), False)
        )

    def target(self) -> QWidget:
        """The box."""
        return self.choice

    def show_value(self, value: object) -> None:
        """Show which it is."""
        offers = list(self._choices)
        if value is None:
            offers.insert(0, (None, translate(N_("(not set)"))))
        elif all(word != value for word, _title in offers):
            offers.append((value, translate(N_("{name} (not there)"), name=write_value(value))))
        self.choice.offer(offers)
        self.choice.choose(value)


class Ticks(ValueWidget):
    """Some of a few values."""

    def __init__(self, choices: Sequence[Offer]) -> None:
        super().__init__()
        self._choices = choices
        self._held: list[object] = []
        self.list = TickList(self)
        self.list.offer(choices)
        column(self).addWidget(self.list)
        self.list.ticked.connect(self._ticked)

    def target(self) -> QWidget:
        """The list."""
        return self.list

    def _ticked(self, word: object, on: bool) -> None:
        # What is not offered any more is kept, so that a tick loses nothing unseen.
        held = [each for each in self._held if each != word]
        self.edited.emit([*held, word] if on else held or None, False)

    def show_value(self, value: object) -> None:
        """Show which are ticked."""
        several = value if isinstance(value, list | tuple) else [value]
        self._held = [each for each in several if each is not None]
        self.list.tick(self._held)
