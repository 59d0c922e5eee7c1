"""The editors of what is one of a few words."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from flowdesigner.app.inspector.editor import Editor, column
from flowdesigner.app.inspector.offers import Offer, channels, flows
from flowdesigner.app.inspector.slot import Slot
from flowdesigner.app.naming import language_name
from flowdesigner.app.widgets.choice import Choice
from flowdesigner.texts import N_, translate

NOT_SET = N_("(not set)")
CHOOSE = N_("Choose…")


class ChoiceEditor(Editor):
    """A box of choices; what is not needed can be left open."""

    def __init__(self, slot: Slot, parent: QWidget) -> None:
        super().__init__(slot, parent)
        self.choice = Choice()
        column(self).addWidget(self.choice)
        self.choice.activated.connect(lambda _at: slot.set(self.choice.currentData()))

    def target(self) -> QWidget:
        """The box."""
        return self.choice

    def offers(self) -> Iterable[Offer]:
        """What can be chosen."""
        return [(word, translate(title)) for word, title in self.slot.field.choices.items()]

    @property
    def _unset(self) -> str:
        """What not choosing is called."""
        return self.slot.field.unset or (CHOOSE if self.slot.field.required else NOT_SET)

    def refresh(self) -> None:
        """Show what is chosen."""
        value, offers = self.slot.value, list(self.offers())
        if value is not None and all(word != value for word, _title in offers):
            offers.append((value, translate(N_("{name} (not there)"), name=value)))
        if value is None or not self.slot.field.required:
            offers.insert(0, (None, translate(self._unset)))
        self.choice.offer(offers)
        self.choice.choose(value)

    def retranslate(self) -> None:
        """Speak the language in use."""
        super().retranslate()
        self.refresh()


class FlowEditor(ChoiceEditor):
    """One of the flows of the project."""

    def offers(self) -> Iterable[Offer]:
        """The flows, the one around the block left out."""
        return [each for each in flows(self.slot.project) if each[0] != self.slot.bench.flow]


class ChannelEditor(ChoiceEditor):
    """One of the channels of the project."""

    def offers(self) -> Iterable[Offer]:
        """The channels."""
        return channels(self.slot.project)


class LanguageEditor(ChoiceEditor):
    """One of the languages of the project."""

    def offers(self) -> Iterable[Offer]:
        """The languages by their names."""
        return [(code, language_name(code)) for code in self.slot.project.languages]
