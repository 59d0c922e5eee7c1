"""What a flow says of itself, as a part that a form can be made of."""

from typing import Annotated

from flowdesigner.app.inspector.subject import Subject
from flowdesigner.edits.edit import Edit
from flowdesigner.edits.flows import SetFlowValue
from flowdesigner.model.fields import fields_of
from flowdesigner.model.flow import Flow, LeaveOn, Start
from flowdesigner.model.part import Part
from flowdesigner.model.place import with_value
from flowdesigner.model.project import Project
from flowdesigner.model.walk import Path

_DECLARED = fields_of(Flow)


class FlowFace(Part):
    """The name of a flow, what starts it, and what ends it from anywhere."""

    name: Annotated[str | None, _DECLARED["name"]] = None
    starts: Annotated[tuple[Start, ...] | None, _DECLARED["starts"]] = None
    leave_on: Annotated[tuple[LeaveOn, ...] | None, _DECLARED["leave_on"]] = None


def face_of(flow: Flow) -> FlowFace:
    """What a form shows of a flow."""
    return FlowFace(name=flow.name, starts=flow.starts, leave_on=flow.leave_on)


class FlowSubject(Subject, frozen=True):
    """A flow."""

    flow: str

    def part(self, project: Project) -> Part | None:
        """The face of the flow."""
        flow = project.flows.get(self.flow)
        return face_of(flow) if flow is not None else None

    def set(self, project: Project, path: Path, value: object, *, typing: bool) -> Edit:
        """The edit of what the face stands for."""
        after = with_value(face_of(project.flows[self.flow]), path, value)
        name = str(path[0])
        return SetFlowValue(self.flow, name, getattr(after, name) or None, typing)
