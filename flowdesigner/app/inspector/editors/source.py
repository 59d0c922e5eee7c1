"""The editor of the name of a variable that is read."""

from PySide6.QtWidgets import QWidget

from flowdesigner.app.inspector.editor import Editor, Hint, column
from flowdesigner.app.inspector.offers import Offer, is_known, readable, type_label
from flowdesigner.app.inspector.slot import Slot
from flowdesigner.app.theme import Theme
from flowdesigner.app.widgets.choice import OpenChoice
from flowdesigner.model.values import type_of
from flowdesigner.model.variable import TYPE_LABELS
from flowdesigner.texts import N_, translate


class SourceEditor(Editor):
    """A box of the variables there are, with the type of the one that is chosen."""

    def __init__(self, slot: Slot, parent: QWidget) -> None:
        super().__init__(slot, parent)
        self.choice = OpenChoice()
        self.hint = Hint(slot.bench.theme.muted)
        box = column(self)
        box.addWidget(self.choice)
        box.addWidget(self.hint)
        self.choice.activated.connect(lambda _at: slot.set(self.choice.currentData()))
        self.choice.line.typed.connect(lambda text: slot.set(text.strip() or None, typing=True))
        self.choice.line.left.connect(slot.end_typing)

    def target(self) -> QWidget:
        """The box."""
        return self.choice

    def refresh(self) -> None:
        """Show the name, and what is known of it."""
        value, project = self.slot.value, self.slot.project
        word = value if isinstance(value, str) else ""
        self.choice.offer(self._offers())
        if self.choice.line.text().strip() != word:
            self.choice.show_word(word)
        if not word:
            self.hint.say("")
        elif not is_known(project, word):
            self.hint.say(translate(N_("There is no such variable.")))
        elif self._fits(word):
            self.hint.say(translate(type_label(project, word)))
        else:
            wanted = translate(TYPE_LABELS[self.slot.field.types[0]])
            self.hint.say(translate(N_("This needs a variable of the type “{type}”."), type=wanted))

    def _offers(self) -> list[Offer]:
        return [each for each in readable(self.slot.project) if self._fits(str(each[0]))]

    def _fits(self, name: str) -> bool:
        types = self.slot.field.types
        return not types or type_of(name, self.slot.project.variables) in types

    def retranslate(self) -> None:
        """Speak the language in use."""
        super().retranslate()
        self.choice.line.setPlaceholderText(translate(N_("Choose a variable")))
        self.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.hint.colour(theme.muted)
