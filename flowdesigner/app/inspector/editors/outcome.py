"""The editor of an outcome of the block's own flow."""

from PySide6.QtWidgets import QWidget

from flowdesigner.app.inspector.editor import Editor, Hint, column
from flowdesigner.app.inspector.offers import outcomes
from flowdesigner.app.inspector.slot import Slot
from flowdesigner.app.theme import Theme
from flowdesigner.app.widgets.choice import OpenChoice
from flowdesigner.model.ids import is_id
from flowdesigner.texts import N_, translate


class OutcomeEditor(Editor):
    """A box of the outcomes there are, in which a new one may be typed."""

    def __init__(self, slot: Slot, parent: QWidget) -> None:
        super().__init__(slot, parent)
        self.choice = OpenChoice()
        self.hint = Hint(slot.bench.theme.warning)
        box = column(self)
        box.addWidget(self.choice)
        box.addWidget(self.hint)
        self.choice.activated.connect(lambda _at: slot.set(self.choice.currentData()))
        self.choice.line.typed.connect(lambda word: slot.set(word.strip() or None, typing=True))
        self.choice.line.left.connect(slot.end_typing)

    def target(self) -> QWidget:
        """The box."""
        return self.choice

    def refresh(self) -> None:
        """Show the outcome."""
        value = self.slot.value
        word = value if isinstance(value, str) else ""
        names = (str(name) for name, _title in outcomes(self.slot.project, self.slot.bench.flow))
        self.choice.offer([(name, name) for name in names])
        if self.choice.line.text().strip() != word:
            self.choice.show_word(word)
        wrong = bool(word) and not is_id(word)
        self.hint.say(
            translate(N_("Use small letters, digits and _ only, a letter first.")) if wrong else ""
        )

    def retranslate(self) -> None:
        """Speak the language in use."""
        super().retranslate()
        self.choice.line.setPlaceholderText("done")
        self.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.hint.colour(theme.warning)
