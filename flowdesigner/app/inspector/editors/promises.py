"""The editor of what an author promises: sentences with a blank to fill in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from flowdesigner.app.inspector.editor import Editor, bare, column
from flowdesigner.app.inspector.editors import make_editor
from flowdesigner.app.inspector.editors.choice import NOT_SET
from flowdesigner.app.inspector.slot import Slot
from flowdesigner.app.theme import SPACE, Theme
from flowdesigner.app.widgets.card import Card
from flowdesigner.app.widgets.choice import Choice
from flowdesigner.app.widgets.icon_button import IconButton
from flowdesigner.app.widgets.plain_label import PlainLabel
from flowdesigner.app.widgets.wrapped_row import WrappedRow
from flowdesigner.model.fields import Kind, fields_of
from flowdesigner.model.promise import BLANK, PROMISE_SENTENCES, Promise
from flowdesigner.model.walk import Path
from flowdesigner.texts import N_, translate

_USUAL = {"times": 3, "hours": "08:00-20:00"}
"""What stands in the blanks of a new promise."""

_LETTERS = {Kind.NUMBER: 7, Kind.SPAN: 26, Kind.LINE: 26}
"""How wide the editor of a blank is."""


class PromisesEditor(Editor):
    """The promises, one below the other, and a box to choose one more from."""

    def __init__(self, slot: Slot, parent: QWidget) -> None:
        super().__init__(slot, parent)
        self.rows: list[PromiseRow] = []
        self.more = Choice(self)
        self._list = column(self, SPACE)
        self._list.addWidget(self.more)
        self.more.activated.connect(lambda _at: self._promise(self.more.currentData()))

    @property
    def _promises(self) -> tuple[Promise, ...]:
        value = self.slot.value
        return value if isinstance(value, tuple) else ()

    def _promise(self, kind: str | None) -> None:
        self.more.choose(None)
        if kind is None:
            return
        blank = Promise.model_validate({"promise": kind}).blank
        usual = {name: value for name, value in _USUAL.items() if name == blank}
        promise = Promise.model_validate({"promise": kind, **usual})
        bench = self.slot.bench
        bench.document.do(bench.subject.add(bench.project, self.slot.path, promise))
        if self.rows:
            self.rows[-1].target().setFocus()

    def _take_back(self, row: "PromiseRow") -> None:
        bench, at = self.slot.bench, self.rows.index(row)
        bench.document.do(bench.subject.remove(bench.project, self.slot.path, at))

    def target(self) -> QWidget:
        """The box of further promises."""
        return self.more

    def reveal(self, rest: Path) -> QWidget:
        """The blank of the promise that is named."""
        at = rest[0] if rest else None
        if isinstance(at, int) and at < len(self.rows):
            return self.rows[at].target()
        return self.target()

    def refresh(self) -> None:
        """Show the promises as they are now; rows of promises that stay are kept."""
        kinds = [each.promise for each in self._promises]
        while self.rows and [row.kind for row in self.rows] != kinds[: len(self.rows)]:
            row = self.rows.pop()
            row.hide()
            self._list.removeWidget(row)
            row.deleteLater()
        for at in range(len(self.rows), len(kinds)):
            row = PromiseRow(self.slot, at, self._promises[at], self)
            row.asked_to_go.connect(lambda row=row: self._take_back(row))
            self.rows.append(row)
            self._list.insertWidget(at, row)
        for row in self.rows:
            row.refresh()

    def retranslate(self) -> None:
        """Speak the language in use."""
        super().retranslate()
        first = (None, translate(N_("Promise something…")))
        sentences = ((kind, translate(said)) for kind, said in PROMISE_SENTENCES.items())
        self.more.offer((first, *sentences))
        self.more.choose(None)
        for row in self.rows:
            row.retranslate()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        for row in self.rows:
            row.set_theme(theme)


class PromiseRow(Card):
    """One promise: its sentence, with an editor where it has a blank."""

    asked_to_go = Signal()

    def __init__(self, slot: Slot, at: int, promise: Promise, parent: QWidget) -> None:
        theme = slot.bench.theme
        super().__init__(theme, parent)
        self.kind = promise.promise
        self.before, self.after = PlainLabel(parent=self), PlainLabel(parent=self)
        self.gone = IconButton("x", N_("Take the promise back"), theme, self)
        self.gone.clicked.connect(self.asked_to_go)
        self.editor = self._editor_of(slot, at, promise.blank)
        high = (self.editor or self.gone).sizeHint().height()
        for label in (self.before, self.after):
            label.setMinimumHeight(high)
        sentence = QWidget(self)
        words = WrappedRow(sentence, SPACE)
        for each in (self.before, self.editor, self.after):
            if each is not None:
                words.addWidget(each)
        box = bare(QHBoxLayout(self), SPACE)
        box.setContentsMargins(SPACE, SPACE, SPACE // 2, SPACE)
        box.addWidget(sentence, 1)
        box.addWidget(self.gone, 0, Qt.AlignmentFlag.AlignTop)
        self.retranslate()

    def _editor_of(self, slot: Slot, at: int, blank: str | None) -> Editor | None:
        if blank is None:
            return None
        field = fields_of(Promise)[blank]
        editor = make_editor(Slot(slot.bench, (*slot.path, at, blank), field, Promise), self)
        letters = _LETTERS[field.kind]
        editor.setFixedWidth(letters * self.fontMetrics().horizontalAdvance("0"))
        return editor

    def target(self) -> QWidget:
        """Who gets the keyboard."""
        return self.editor.target() if self.editor is not None else self.gone

    def refresh(self) -> None:
        """Show the value in the blank as it is now."""
        if self.editor is not None:
            self.editor.refresh()

    def retranslate(self) -> None:
        """Speak the language in use."""
        sentence = translate(PROMISE_SENTENCES.get(self.kind or "", NOT_SET))
        before, _blank, after = sentence.partition(BLANK)
        self.before.setText(before.strip())
        self.after.setText(after.strip())
        self.after.setVisible(bool(after.strip()))
        self.gone.retranslate()
        if self.editor is not None:
            self.editor.retranslate()
            self.editor.target().setAccessibleName(sentence)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.set_card_theme(theme)
        self.gone.set_theme(theme)
        if self.editor is not None:
            self.editor.set_theme(theme)
