"""The editor of the name of a variable that is written to."""

from PySide6.QtWidgets import QPushButton, QWidget

from flowdesigner.app.inspector.editor import Editor, Hint, column
from flowdesigner.app.inspector.new_variable import variable_for
from flowdesigner.app.inspector.offers import is_known, type_label, writable
from flowdesigner.app.inspector.slot import Slot
from flowdesigner.app.theme import Theme
from flowdesigner.app.widgets.choice import OpenChoice
from flowdesigner.edits.variables import SetVariable
from flowdesigner.model.ids import is_id
from flowdesigner.texts import N_, translate


class VariableEditor(Editor):
    """A box of the variables there are; a new name is offered to be created."""

    def __init__(self, slot: Slot, parent: QWidget) -> None:
        super().__init__(slot, parent)
        self.choice = OpenChoice()
        self.maker = QPushButton()
        self.hint = Hint(slot.bench.theme.muted)
        box = column(self)
        for each in (self.choice, self.maker, self.hint):
            box.addWidget(each)
        self.maker.hide()
        self.choice.activated.connect(self._chosen)
        self.choice.line.typed.connect(lambda text: slot.set(text.strip() or None, typing=True))
        self.choice.line.left.connect(slot.end_typing)
        self.maker.clicked.connect(self.create_it)

    def target(self) -> QWidget:
        """The box."""
        return self.choice

    @property
    def word(self) -> str:
        """The name that stands there."""
        value = self.slot.value
        return value if isinstance(value, str) else ""

    def _chosen(self, _at: int) -> None:
        self.slot.set(self.choice.currentData())

    def create_it(self) -> None:
        """Declare the variable that is named."""
        name = self.word
        if is_id(name) and not is_known(self.slot.project, name):
            made = SetVariable(name, variable_for(self.slot.owner, self.slot.name))
            self.slot.do(self.slot.setting(name), made)

    def refresh(self) -> None:
        """Show the name, and what is known of it."""
        word, project = self.word, self.slot.project
        self.choice.offer(writable(project))
        if self.choice.line.text().strip() != word:
            self.choice.show_word(word)
        new = bool(word) and not is_known(project, word)
        if new and is_id(word):
            self.maker.setText(translate(N_("Create variable “{name}”"), name=word))
        self.maker.setVisible(new and is_id(word))
        self.hint.say(self._told(word, new))

    def _told(self, word: str, new: bool) -> str:
        if not word:
            return ""
        if not new:
            return translate(type_label(self.slot.project, word))
        if is_id(word):
            return ""
        return translate(N_("Use small letters, digits and _ only, a letter first."))

    def retranslate(self) -> None:
        """Speak the language in use."""
        super().retranslate()
        self.choice.line.setPlaceholderText(translate(N_("Choose or type a name")))
        self.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.hint.colour(theme.muted)
