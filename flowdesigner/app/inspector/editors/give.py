"""The editor of what another flow is given."""

from collections.abc import Iterable

from flowdesigner.app.inspector.editors.pairs import PairsEditor
from flowdesigner.app.inspector.offers import Offer
from flowdesigner.texts import N_


class GiveEditor(PairsEditor):
    """Variables of the other flow, each with what it gets."""

    name_label = N_("Variable")

    def names(self) -> Iterable[Offer] | None:
        """The project's own variables."""
        return [(name, name) for name in self.slot.project.variables]
