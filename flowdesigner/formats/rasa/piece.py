"""What one block becomes in a Rasa project."""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct, field

from flowdesigner.formats.native.tree import Plain
from flowdesigner.model.part import Part

Going = Literal["on", "by_slot", "by_form", "call", "end"]
"""How a block is left: at once; by a slot its action sets; by a slot its form asks for; into
another flow; not at all, since the flow is over."""


class ActionClass(Struct, frozen=True):
    """A class of actions.py: a kind of the support files with its own words and values."""

    name: str
    """What rules and domain call the action."""
    kind: str
    """The class of the support files it derives from."""
    attributes: Mapping[str, object] = field(default_factory=dict)


class Gate(Struct, frozen=True, kw_only=True):
    """What the action before a form finds: a way past the form, or that it has to wait there."""

    past: tuple[str, ...]
    """The ways that lead past the form."""
    into: str
    """The value of the slot with which the form is begun."""
    why: str
    """In the words of a rule's title, why the form is begun."""
    back: str = ""
    """The one way out of the form when it leads back to the action, which looks again."""


class Piece(Struct, frozen=True, kw_only=True):
    """What one block becomes."""

    name: str
    """Its slot, when it has one; its form, actions and responses are called after it."""
    going: Going
    actions: tuple[str, ...] = ()
    """What is done on coming to it, before its form or by itself."""
    ways: tuple[str, ...] = ()
    """The values of its slot: its exits."""
    classes: tuple[ActionClass, ...] = ()
    responses: Mapping[str, list[Plain]] = field(default_factory=dict)
    intents: tuple[str, ...] = ()
    """What buttons, reminders and the help desk send; nobody types them."""
    keeps: tuple[str, ...] = ()
    """Slots that its actions keep something else in."""
    muted: bool = False
    """Keywords do not interrupt it."""
    gate: Gate | None = None
    """What its action looks for before its form is begun."""

    @property
    def form(self) -> str:
        """The form that asks for its slot."""
        return f"form_{self.name}"


def plain_of(part: Part | None) -> dict[str, object]:
    """The given values of a part, as data."""
    return part.as_written() if part is not None else {}
