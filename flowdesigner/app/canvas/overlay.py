"""Writing on a card: one real text field over the canvas, in any language of the project.

Every keystroke is in the document at once, so undo is the document's. Tab goes to the next words
of the card, Enter in an answer begins the next one, F2 changes the language, Esc leaves.
"""

from collections.abc import Mapping

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from flowdesigner.app.canvas.card import BODY_SIZE
from flowdesigner.app.canvas.card_words import CardWords, LanguageStrip
from flowdesigner.app.canvas.places import (
    NAME,
    WritingPlace,
    list_of_answers,
    name_place,
    new_answer,
    new_place,
    place_at,
    places_of,
)
from flowdesigner.app.canvas.stage import Stage
from flowdesigner.app.guarded import guarded
from flowdesigner.app.inspector.subject import BlockSubject
from flowdesigner.edits.parts import AddPart, MovePart
from flowdesigner.model.block import Block
from flowdesigner.model.place import value_at
from flowdesigner.texts import N_, translate

LEAST_SIZE = 12
"""Letters are written in at least so many units of the widget, however far the card is away."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_UP_DOWN: Mapping[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class CardEditor(QWidget):
    """A text field that lies over a card, with the languages beside it."""

    left = Signal()

    def __init__(self, stage: Stage, canvas: QWidget) -> None:
        super().__init__(canvas)
        self._stage = stage
        self._block = ""
        self._place: WritingPlace | None = None
        self.words = CardWords(stage, self._press, self)
        self._strip = LanguageStrip(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._strip, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1, Qt.AlignmentFlag.AlignTop)
        self.words.typed.connect(self._typed)
        self.words.document().documentLayout().documentSizeChanged.connect(self._lie)
        self.words.left.connect(self._look_around)
        self._strip.chosen.connect(self._speak)
        stage.document.changed.connect(self._follow)
        stage.document.replaced.connect(self.leave)
        stage.document.went_to.connect(self._come_back)
        stage.focus.language_changed.connect(self._follow)
        stage.focus.flow_changed.connect(self.leave)
        stage.looked.connect(self._wear)
        self.hide()

    # What the canvas asks for.

    def write_on(self, block: str, y: float | None = None) -> bool:
        """Let the author write on a card, at a height of it; whether there are words there."""
        card, found = self._stage.scene.cards[block], self._stage.flow.blocks[block]
        place = places_of(found, card)[0] if y is None else place_at(found, card, y)
        if place is not None:
            self._open(block, place)
        return place is not None

    def leave(self, *_why: object) -> None:
        """Stop writing; a further answer that has words is there then."""
        if self._place is None:
            return
        self._finish()
        self._place = None
        had_keyboard = self.words.hasFocus()
        self.hide()
        self._stage.document.end_typing()
        if had_keyboard:
            self.left.emit()

    # Going from place to place.

    def _open(self, block: str, place: WritingPlace | None) -> None:
        """Go on at another place; stop when there is none."""
        self._finish()
        if place is None:
            self.leave()
            return
        self._stage.document.end_typing()
        self._block, self._place = block, place
        if self._stage.focus.blocks != (block,):
            self._stage.select(block)
        self._dress()
        self._show_words()
        self._wear()
        self.show()
        self.raise_()
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)
        self.words.selectAll()

    def _step(self, by: int) -> None:
        """To the next words of the card; after the last to a further answer, then away."""
        place = self._place
        adds = place is not None and place.at is not None
        written = bool(self.words.text().strip())
        self._finish()
        block = self._found()
        if block is None or place is None:
            return
        card = self._stage.scene.cards[self._block]
        stops = [name_place(), *(each for each in places_of(block, card) if each.path != NAME)]
        further = new_place(block, card)
        stops += [further] if further else []
        paths = [each.path for each in stops]
        at = paths.index(place.path) + by + (adds and written and by > 0)
        self._open(self._block, stops[at] if 0 <= at < len(stops) else None)

    def _next_answer(self) -> None:
        """Below the answer that is written, let another one be written."""
        place = self._place
        self._finish()
        block = self._found()
        if block is None or place is None:
            return
        ids = [getattr(each, "id", "") for each in getattr(block, str(place.path[0])) or ()]
        at = ids.index(place.path[1]) if place.at is None else place.at
        self._open(self._block, new_place(block, self._stage.scene.cards[self._block], at + 1))

    def _press(self, event: QKeyEvent) -> bool:
        """Whether a key meant something else than writing."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        place, key = self._place, event.key()
        if place is None:
            return False
        if key == Qt.Key.Key_Escape or (key in _ENTER and control):
            self.leave()
        elif key == Qt.Key.Key_F2:
            self._speak_next()
        elif key in _UP_DOWN and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._put(place, _UP_DOWN[key])
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self._step(-1 if back else 1)
        elif key in _ENTER and not place.lines:
            self._enter(place)
        else:
            return False
        return True

    def _put(self, place: WritingPlace, by: int) -> None:
        """The answer that is written goes up or down among its sisters."""
        block = self._found()
        if block is None or place.at is not None or place.path[0] != list_of_answers(block):
            return
        name = str(place.path[0])
        ids = [getattr(each, "id", "") for each in getattr(block, name)]
        at = ids.index(place.path[1])
        self._stage.document.do(MovePart(self._stage.flow_id, self._block, name, at, at + by))

    def _enter(self, place: WritingPlace) -> None:
        block = self._found()
        if place.path == NAME or (place.at is not None and not self.words.text().strip()):
            self.leave()
        elif block is not None and place.path[0] == list_of_answers(block):
            self._next_answer()
        else:
            self._step(1)

    # Words.

    def _typed(self, text: str) -> None:
        block, place, stage = self._found(), self._place, self._stage
        if block is None or place is None or place.at is not None:
            return
        path = (*place.path, stage.focus.language) if place.translated else place.path
        if (value_at(block, path) or "") != text:
            subject = BlockSubject(stage.flow_id, self._block)
            edit = subject.set(stage.document.project, path, text or None, typing=True)
            stage.document.do(edit)

    def _finish(self) -> None:
        """A further answer comes to be when its words are written."""
        block, place, stage = self._found(), self._place, self._stage
        words = self.words.text().strip()
        if block is None or place is None or place.at is None or not words:
            return
        self._place = None
        name = str(place.path[0])
        part = new_answer(block, name, words, stage.focus.language)
        stage.document.do(AddPart(stage.flow_id, self._block, name, part, place.at))
        self.words.show_text("")

    def _found(self) -> Block | None:
        return self._stage.flow.blocks.get(self._block)

    def _show_words(self) -> None:
        block, place = self._found(), self._place
        if block is None or place is None:
            return
        if place.at is not None:
            self.words.setPlaceholderText(translate(N_("Another answer")))
            self.words.show_text("")
            return
        language = self._stage.focus.language
        value = value_at(block, (*place.path, language) if place.translated else place.path)
        text = value if isinstance(value, str) else ""
        facts = self._stage.document.project.facts
        held = value_at(block, place.path)
        hint = facts.in_language(held, language) if isinstance(held, dict) else ""
        self.words.setPlaceholderText(hint or translate(N_("Write here")))
        self.words.show_text(text)

    def _follow(self, *_what: object) -> None:
        block, place = self._found(), self._place
        if place is None:
            return
        if block is None or (len(place.path) > 2 and value_at(block, place.path[:2]) is None):
            self._place = None
            self.hide()
            self.left.emit()
            return
        self.words.refresh()
        if place.at is None:
            card = self._stage.scene.cards[self._block]
            same = (each for each in places_of(block, card) if each.path == place.path)
            self._place = next(same, place)
            self._show_words()
        self._strip.mark(self._stage.focus.language)
        self._lie()

    # Languages.

    def _speak(self, language: str) -> None:
        place = self._place
        self._finish()
        block = self._found()
        if block is not None and place is not None and self._place is None:
            name = str(place.path[0])
            made = getattr(block, name)[place.at].id
            places = places_of(block, self._stage.scene.cards[self._block])
            label = next(each for each in places if each.path[:2] == (name, made))
            self._open(self._block, label)
        self._stage.focus.speak(language)
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _speak_next(self) -> None:
        known = self._stage.document.project.languages
        if len(known) > 1:
            at = known.index(self._stage.focus.language) + 1
            self._speak(known[at % len(known)])

    def _dress(self) -> None:
        customers = self._place is not None and self._place.translated
        languages = self._stage.document.project.languages if customers else ()
        self._strip.offer(languages, self._stage.theme)
        self._strip.mark(self._stage.focus.language)

    # Where it lies, and who has the keyboard.

    def _wear(self) -> None:
        """Letters of the size the card's have."""
        place = self._place
        if place is not None:
            size = max(round(BODY_SIZE * self._stage.viewport.zoom), LEAST_SIZE)
            self.words.wear(self._stage.theme, size)
            self.words.setAccessibleName(self._name(place))
            self._lie()

    def _lie(self, *_size: object) -> None:
        """Over its place on the card."""
        box, place = self._stage.scene.boxes.get(self._block), self._place
        if box is None or place is None:
            return
        view = self._stage.viewport
        left, top = view.to_widget(box[0] + place.left, box[1] + place.top)
        width = round(place.width * max(view.zoom, LEAST_SIZE / BODY_SIZE))
        beside = 0 if self._strip.isHidden() else self._strip.sizeHint().width() + 4
        high = max(self.words.height(), self._strip.sizeHint().height())
        self.setGeometry(QRect(round(left) - beside, round(top), width + beside, high))

    def _name(self, place: WritingPlace) -> str:
        if place.path == NAME:
            return translate(N_("Name on the canvas"))
        return translate(N_("Text") if place.lines else N_("Answer"))

    def _look_around(self) -> None:
        """The keyboard went elsewhere: stop, unless it comes back at once, as from a menu."""
        QTimer.singleShot(0, self, self._leave_if_left)

    def _leave_if_left(self) -> None:
        window = self.window()
        if not self.words.hasFocus() and window.focusWidget() is not self.words:
            self.leave()

    def _come_back(self, _where: object) -> None:
        """A step was taken back while the author writes: go on writing here."""
        if self._place is not None and self.isVisible():
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    @guarded(None)
    def focusInEvent(self, event: QFocusEvent) -> None:
        self.words.setFocus(event.reason())
