"""The events a project speaks of."""

from collections.abc import Iterator

from flowdesigner.model.fields import Kind
from flowdesigner.model.project import Project
from flowdesigner.model.walk import walk


def events_of(project: Project) -> Iterator[str]:
    """Their names: what starts flows, ends them, or is waited for."""
    for flow in project.flows.values():
        for part in (*(flow.starts or ()), *(flow.leave_on or ()), *flow.blocks.values()):
            for spot in walk(part):
                if spot.field.kind is Kind.EVENT and isinstance(spot.value, str):
                    yield spot.value
