"""What a flow says of itself, as a part that a form can be made of."""

from dataclasses import dataclass
from typing import Annotated

from flowdesigner.app.inspector.subject import Subject
from flowdesigner.edits.edit import Edit
from flowdesigner.edits.flows import SetFlowValue
from flowdesigner.model.fields import Field, Kind
from flowdesigner.model.flow import Flow, Start
from flowdesigner.model.part import Part, Words, changed
from flowdesigner.model.place import with_value
from flowdesigner.model.project import Project
from flowdesigner.model.walk import Path
from flowdesigner.texts import N_


class FlowFace(Part):
    """The name of a flow and the words that start it."""

    name: Annotated[str | None, Field(label=N_("Name of the flow"), kind=Kind.LINE)] = None
    words: Annotated[
        Words | None,
        Field(
            label=N_("Starts when a customer writes"),
            kind=Kind.WORDS,
            translated=True,
            help=N_("The flow starts when a message is one of these words."),
        ),
    ] = None


def face_of(flow: Flow) -> FlowFace:
    """What a form shows of a flow."""
    starts = flow.starting_with("message")
    return FlowFace(name=flow.name, words=starts[0].words if starts else None)


@dataclass(frozen=True)
class FlowSubject(Subject):
    """A flow."""

    flow: str

    def part(self, project: Project) -> Part | None:
        """The face of the flow."""
        flow = project.flows.get(self.flow)
        return face_of(flow) if flow is not None else None

    def set(self, project: Project, path: Path, value: object, *, typing: bool) -> Edit:
        """The edit of what the face stands for."""
        flow = project.flows[self.flow]
        after = with_value(face_of(flow), path, value)
        if path[0] == "name":
            return SetFlowValue(self.flow, "name", after.name, typing)
        return SetFlowValue(self.flow, "starts", _starts(flow, after.words), typing)


def _starts(flow: Flow, words: Words | None) -> tuple[Start, ...] | None:
    """The starts with other words; a start that has lost its last words goes."""
    starts = list(flow.starts or ())
    at = next((at for at, each in enumerate(starts) if each.trigger == "message"), None)
    if at is None:
        return (Start(trigger="message", words=words), *starts) if words else flow.starts
    kept = [changed(starts[at], words=words)] if words else []
    return (*starts[:at], *kept, *starts[at + 1 :]) or None
