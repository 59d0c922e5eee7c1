"""The editor of what is kept from an answer."""

from collections.abc import Iterable

from flowdesigner.app.inspector.editors.pairs import PairsEditor
from flowdesigner.app.inspector.offers import Offer, writable
from flowdesigner.model.json_path import is_json_path
from flowdesigner.texts import N_, translate


class SaveEditor(PairsEditor):
    """Variables, each with the place in the answer that it is taken from."""

    name_label = N_("Variable")
    value_label = N_("Place in the answer")
    value_example = "$.state"

    def names(self) -> Iterable[Offer] | None:
        """The variables that can be set."""
        return writable(self.slot.project)

    def complaint(self, value: str) -> str:
        """Whether it is a place in an answer."""
        if is_json_path(value):
            return ""
        return translate(N_("A place in the answer looks like $.state or $.items[0].name."))
