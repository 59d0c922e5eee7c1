"""What a channel is: its limits as data, what it can do, and how it makes messages."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from flowdesigner.model.outgoing import Outgoing, Rendered

Unit = Literal["characters", "options", "units", "megabytes", "kilobytes", "hours"]


@dataclass(frozen=True, kw_only=True)
class Limit:
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


@dataclass(frozen=True, kw_only=True)
class Count:
    """How long a text is on a channel, as its counter shows it."""

    used: int
    most: int
    parts: int = 1
    unit: Unit = "characters"
    note: str = ""
    """What makes it so, such as an alphabet; an English key."""


@dataclass(frozen=True, kw_only=True)
class Channel:
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
    marks: bool = False
    """Whether it reads `*bold*`, `_italic_` and the like."""
    reached_by: Literal["phone", "email", ""] = ""
    """What must be known of a contact before it can be written to first."""
