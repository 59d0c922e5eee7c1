"""What a channel is: its limits as data, what it can do, and how it makes messages."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property
from typing import Literal

from msgspec import Struct, field
from msgspec.structs import replace

from flowdesigner.model.dated import Dated, known
from flowdesigner.model.facts import Facts
from flowdesigner.model.outgoing import Outgoing, Rendered

Unit = Literal["characters", "options", "units", "megabytes", "kilobytes", "hours"]


class Limit(Dated, frozen=True, kw_only=True):
    """A bound a channel sets."""

    most: int
    unit: Unit
    warn: bool = False
    """Crossing it is a matter of cost or taste, not a refusal."""
    title: str = ""
    """What is bounded, as an English key; the channel says it, not the file of numbers."""


Limits = Mapping[str, Limit]
DatedLimits = Mapping[str, tuple[Limit, ...]]
"""By what they bound, the limits of one time and another."""


class Count(Struct, frozen=True, kw_only=True):
    """How long a text is on a channel, as its counter shows it."""

    used: int
    most: int
    parts: int = 1
    unit: Unit = "characters"
    note: str = ""
    """What makes it so, such as an alphabet; an English key."""


class Alphabet(Struct, frozen=True, kw_only=True):
    """The characters a channel sends cheaply; any other makes the whole message dearer."""

    characters: frozenset[str]
    room: int
    """How many of them a part of a message holds."""
    other_room: int
    """How many characters it holds as soon as one is another."""

    def foreign(self, text: str) -> str:
        """The characters of a text that it lacks, each once, in order."""
        # Asked of every text of a project while it is edited, and most texts have none.
        if self.characters.issuperset(text):
            return ""
        return "".join(dict.fromkeys(c for c in text if c not in self.characters))


class Channel(Struct, frozen=True, kw_only=True, dict=True):
    """A way to reach a customer, as it is on a day."""

    id: str
    title: str
    icon: str
    colour: str
    bounds: DatedLimits
    """By what they bound: `text`, `text_with_buttons`, `button_label`, `buttons`, `chips`,
    `list_rows`, `row_label`, `row_description`, `list_button`, `footer`, `caption`, `subject`,
    `preheader`, `template_text` and the like."""
    other_bounds: DatedLimits = field(default_factory=dict)
    """Bounds on what no block says in words: files, senders, addresses, the time to answer."""
    day: date = field(default_factory=date.today)
    """Whose limits count."""
    draw: Callable[[Outgoing, Limits], tuple[Rendered, ...]]
    """Makes the messages, within the limits."""
    measure: Callable[[str, Limits], Count]
    """The length of a text in the channel's own units."""
    can: frozenset[str] = field(default_factory=frozenset)
    """What it can do: `buttons list media link typed two_way subject`."""
    alphabet: Alphabet | None = None
    """What is cheap to write; nothing when all characters are alike."""
    unsaid: frozenset[str] = field(default_factory=frozenset)
    """Texts of blocks that it never sends, by the names of their fields."""
    marks: bool = False
    """Whether it reads `*bold*`, `_italic_` and the like."""
    reached_by: Literal["phone", "email", ""] = ""
    """What must be known of a contact before it can be written to first."""

    @cached_property
    def limits(self) -> Limits:
        """The bounds of its day on what blocks say."""
        return _on(self.bounds, self.day)

    @cached_property
    def other_limits(self) -> Limits:
        """The bounds of its day on all else."""
        return _on(self.other_bounds, self.day)

    def on(self, day: date) -> "Channel":
        """The channel as it is on another day."""
        return replace(self, day=day)

    def render(self, outgoing: Outgoing) -> tuple[Rendered, ...]:
        """The messages that it makes of what is said."""
        return self.draw(outgoing, self.limits)

    def count(self, text: str) -> Count:
        """How long a text is."""
        return self.measure(text, self.limits)

    def rendered(self, outgoing: Outgoing, facts: Facts) -> tuple[Rendered, ...]:
        """The messages the customer of a business gets, of whom it may not hear again."""
        if facts.hears(self.id):
            return self.render(outgoing)
        return self.render(replace(outgoing, answerable=False))


def _on(bounds: DatedLimits, day: date) -> Limits:
    found = ((name, known(limits, day)) for name, limits in bounds.items())
    return {name: limit for name, limit in found if limit is not None}
