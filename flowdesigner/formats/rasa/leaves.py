"""The intents of a Rasa project by which a system ends a flow from wherever it stands."""

import re
from collections.abc import Sequence

from msgspec import Struct

from flowdesigner.formats.rasa.names import Free
from flowdesigner.model.project import Project


class Leave(Struct, frozen=True):
    """An intent that ends a flow from wherever it stands."""

    name: str
    flow: str
    outcome: str

    @property
    def ends(self) -> str:
        """The action that ends the flow once nothing waits any more."""
        return f"action_end_by_{self.name}"


def leaves(project: Project) -> Sequence[Leave]:
    """Every one, in the order in which the author sees them."""
    names = Free()
    return [
        Leave(names.name(f"leave_{id}_{_word(each.event)}"), id, each.outcome or "done")
        for id, flow in project.flows.items()
        for each in flow.leave_on or ()
        if each.event
    ]


def _word(event: str) -> str:
    return re.sub(r"\W+", "_", event)
