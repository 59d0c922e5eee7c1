"""Edits of flows, and of the notes on their canvas."""

from collections.abc import Hashable

from flowdesigner.edits.edit import Edit, Where, with_flow
from flowdesigner.model.flow import Flow, Frame, Note
from flowdesigner.model.part import changed
from flowdesigner.model.project import Project
from flowdesigner.texts import N_, Message, message


class AddFlow(Edit, frozen=True):
    """Begin another drawing."""

    id: str
    flow: Flow

    @property
    def title(self) -> Message:
        """With the name."""
        return message(N_("Add flow {name}"), name=self.flow.name or self.id)

    @property
    def where(self) -> Where:
        """The new flow."""
        return Where(self.id)

    def apply(self, project: Project) -> Project:
        """Add it at the end."""
        return with_flow(project, self.id, self.flow)


class RemoveFlow(Edit, frozen=True):
    """Take a drawing away with all that is in it."""

    id: str

    @property
    def title(self) -> Message:
        """With the name."""
        return message(N_("Delete flow {name}"), name=self.id)

    def apply(self, project: Project) -> Project:
        """Remove it; what called it is an issue then."""
        return changed(project, flows={i: f for i, f in project.flows.items() if i != self.id})


class SetFlowValue(Edit, frozen=True):
    """Change something a flow says of itself, such as its name or how it starts."""

    flow: str
    name: str
    value: object
    typing: bool = False

    @property
    def title(self) -> Message:
        """Its name."""
        return message(N_("Change flow"))

    @property
    def merge_key(self) -> Hashable | None:
        """Typing in one field is one step."""
        return ("flow", self.flow, self.name) if self.typing else None

    @property
    def where(self) -> Where:
        """The flow."""
        return Where(self.flow)

    def apply(self, project: Project) -> Project:
        """Change it."""
        flow = project.flows[self.flow]
        if getattr(flow, self.name) == self.value:
            return project
        return with_flow(project, self.flow, changed(flow, **{self.name: self.value}))


class SetNote(Edit, frozen=True):
    """Put a note on the canvas, change it, or take it away."""

    flow: str
    id: str
    note: Note | None
    typing: bool = False

    @property
    def title(self) -> Message:
        """Its name."""
        return message(N_("Delete note") if self.note is None else N_("Change note"))

    @property
    def merge_key(self) -> Hashable | None:
        """Typing in one note is one step."""
        return ("note", self.flow, self.id) if self.typing else None

    @property
    def where(self) -> Where:
        """The flow."""
        return Where(self.flow)

    def apply(self, project: Project) -> Project:
        """Change it."""
        flow = project.flows[self.flow]
        if flow.layout.notes.get(self.id) == self.note:
            return project
        notes = {id: each for id, each in flow.layout.notes.items() if id != self.id}
        if self.note is not None:
            notes = {**flow.layout.notes, self.id: self.note}
        layout = changed(flow.layout, notes=notes)
        return with_flow(project, self.flow, changed(flow, layout=layout))


class SetFrame(Edit, frozen=True):
    """Put a frame on the canvas, change it, or take it away."""

    flow: str
    id: str
    frame: Frame | None
    typing: bool = False

    @property
    def title(self) -> Message:
        """Its name."""
        return message(N_("Delete frame") if self.frame is None else N_("Change frame"))

    @property
    def merge_key(self) -> Hashable | None:
        """Typing in one title is one step."""
        return ("frame", self.flow, self.id) if self.typing else None

    @property
    def where(self) -> Where:
        """The flow."""
        return Where(self.flow)

    def apply(self, project: Project) -> Project:
        """Change it."""
        flow = project.flows[self.flow]
        if flow.layout.frames.get(self.id) == self.frame:
            return project
        frames = {id: each for id, each in flow.layout.frames.items() if id != self.id}
        if self.frame is not None:
            frames = {**flow.layout.frames, self.id: self.frame}
        layout = changed(flow.layout, frames=frames)
        return with_flow(project, self.flow, changed(flow, layout=layout))
