"""The editor of names with templated strings, such as headers."""

from flowdesigner.app.inspector.editors.pairs import PairsEditor


class MappingEditor(PairsEditor):
    """Free names with values."""
