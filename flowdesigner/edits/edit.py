"""What an edit is."""

from collections.abc import Hashable

from msgspec import Struct

from flowdesigner.model.flow import Flow
from flowdesigner.model.part import changed
from flowdesigner.model.project import Project
from flowdesigner.model.walk import Path
from flowdesigner.texts import Message


class Where(Struct, frozen=True):
    """A place in the project that an edit is about, so that undo can show it."""

    flow: str | None = None
    blocks: tuple[str, ...] = ()
    field: Path = ()


class Edit(Struct, frozen=True):
    """Something an author does; a value, so that a fix can offer one."""

    @property
    def title(self) -> Message:
        """What the history calls it."""
        raise NotImplementedError

    @property
    def merge_key(self) -> Hashable | None:
        """Edits of one key that follow each other are one step, such as typing in one field."""
        return None

    @property
    def where(self) -> Where:
        """What it is about."""
        return Where()

    def apply(self, project: Project) -> Project:
        """The project afterwards; the same one when there is nothing to do."""
        raise NotImplementedError


def with_flow(project: Project, id: str, flow: Flow) -> Project:
    """The project with another flow under an id."""
    return changed(project, flows={**project.flows, id: flow})


class Several(Edit, frozen=True):
    """Edits that are one step."""

    edits: tuple[Edit, ...]
    named: Message
    about: Where | None = None
    """What it is about as a whole, when not what the first is about."""

    @property
    def title(self) -> Message:
        """The name of the whole."""
        return self.named

    @property
    def where(self) -> Where:
        """What was given, else what the first is about."""
        return self.about if self.about else self.edits[0].where if self.edits else Where()

    def apply(self, project: Project) -> Project:
        """One after the other."""
        for each in self.edits:
            project = each.apply(project)
        return project
