"""Telling customers in a message where they get no more offers."""

from collections.abc import Mapping

from flowdesigner.edits.edit import Edit, Where, with_flow
from flowdesigner.model.part import changed
from flowdesigner.model.place import value_at, with_value
from flowdesigner.model.project import Project
from flowdesigner.texts import N_, Message, message

_WORDS: Mapping[str, str] = {"id": "Berhenti", "en": "Unsubscribe"}


class TellHowToStop(Edit, frozen=True):
    """Put the page for it at the end of what a block says on a channel."""

    flow: str
    block: str
    channel: str
    address: str

    @property
    def title(self) -> Message:
        """Its name."""
        return message(N_("Put the address at the end"))

    @property
    def where(self) -> Where:
        """The block."""
        return Where(self.flow, (self.block,))

    def apply(self, project: Project) -> Project:
        """Write it there in every language that the text has."""
        block = project.block(self.flow, self.block)
        if block is None:
            return project
        for path in (("variants", self.channel, "text"), ("text",)):
            text = value_at(block, path)
            if isinstance(text, Mapping) and text:
                longer = {code: self._longer(code, str(words)) for code, words in text.items()}
                flow = project.flows[self.flow]
                blocks = {**flow.blocks, self.block: with_value(block, path, longer)}
                return with_flow(project, self.flow, changed(flow, blocks=blocks))
        return project

    def _longer(self, language: str, words: str) -> str:
        told = _WORDS.get(language, _WORDS["en"])
        return f"{words.rstrip()}\n\n{told}: {self.address}"
