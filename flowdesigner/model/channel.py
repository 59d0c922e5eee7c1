"""What a channel is: its limits as data, what it can do, and how it makes messages."""

from collections.abc import Callable, Mapping
from typing import Literal

from msgspec import Struct, field
from msgspec.structs import replace

from flowdesigner.model.facts import Facts
from flowdesigner.model.outgoing import Outgoing, Rendered

Unit = Literal["characters", "options", "units", "megabytes", "kilobytes", "hours"]


class Limit(Struct, frozen=True, kw_only=True):
    """A bound a channel sets, and where it is written down."""

    most: int
    unit: Unit
    title: str
    """What is bounded, as an English key."""
    source: str
    """Who says so."""
    valid_from: str
    """ISO date since when; the first known day where the source names none."""
    checked_on: str
    """ISO date of the last look at the source."""
    warn: bool = False
    """Crossing it is a matter of cost or taste, not a refusal."""


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


class Channel(Struct, frozen=True, kw_only=True):
    """A way to reach a customer."""

    id: str
    title: str
    icon: str
    colour: str
    limits: Mapping[str, Limit]
    """By what they bound: `text`, `text_with_buttons`, `button_label`, `buttons`, `chips`,
    `list_rows`, `row_label`, `row_description`, `list_button`, `footer`, `caption`, `subject`,
    `preheader`, `template_text` and the like."""
    other_limits: Mapping[str, Limit] = field(default_factory=dict)
    """Bounds on what no block says in words: files, senders, addresses, the time to answer."""
    render: Callable[[Outgoing], tuple[Rendered, ...]]
    count: Callable[[str], Count]
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

    def rendered(self, outgoing: Outgoing, facts: Facts) -> tuple[Rendered, ...]:
        """The messages the customer of a business gets, of whom it may not hear again."""
        if facts.hears(self.id):
            return self.render(outgoing)
        return self.render(replace(outgoing, answerable=False))
