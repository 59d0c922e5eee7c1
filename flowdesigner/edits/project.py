"""Edits of what a project says of itself: name, languages, channels, settings, conversations."""

from collections.abc import Hashable

from flowdesigner.edits.edit import Edit
from flowdesigner.model.conversation import Conversation
from flowdesigner.model.part import changed
from flowdesigner.model.place import value_at, with_value
from flowdesigner.model.project import Project
from flowdesigner.model.walk import Path
from flowdesigner.texts import N_, Message, message


class SetProjectValue(Edit, frozen=True):
    """Change a value of the project or its settings; `None` takes it away."""

    path: Path
    value: object
    typing: bool = False

    @property
    def title(self) -> Message:
        """Its name."""
        return message(N_("Change settings"))

    @property
    def merge_key(self) -> Hashable | None:
        """Typing in one field is one step."""
        return ("project", self.path) if self.typing else None

    def apply(self, project: Project) -> Project:
        """Change it."""
        if value_at(project, self.path) == self.value:
            return project
        return with_value(project, self.path, self.value)


class SetConversation(Edit, frozen=True):
    """Save a conversation, or take one away."""

    id: str
    conversation: Conversation | None

    @property
    def title(self) -> Message:
        """With the name."""
        if self.conversation is None:
            return message(N_("Delete conversation {name}"), name=self.id)
        return message(N_("Save conversation {name}"), name=self.id)

    def apply(self, project: Project) -> Project:
        """Save it."""
        kept = {id: each for id, each in project.conversations.items() if id != self.id}
        if self.conversation is not None:
            kept = {**project.conversations, self.id: self.conversation}
        return changed(project, conversations=kept)
