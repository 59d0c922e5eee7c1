"""How a flow begins: with what is known of the conversation then."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import time

from msgspec import Struct
from msgspec.structs import replace

from flowdesigner.channels import BY_ID
from flowdesigner.model.flow import Start, When
from flowdesigner.model.passage import EVER, NONE, Counter, Passage, known
from flowdesigner.model.values import is_iso_time
from flowdesigner.model.variable import ALWAYS_SET, BUILT_IN
from flowdesigner.model.week import ANY_TIME, Times, times_at

_NONE_YET = Counter(None, NONE)

WROTE = Passage(
    elapsed=NONE, silence=_NONE_YET, unanswered=_NONE_YET, in_a_row=_NONE_YET,
    marketing=known("unknown"), service=known("unknown"), code=known("none"), agent=known("no"),
)  # fmt: skip
"""Where a conversation stands that the customer has just begun by writing."""

NOT_WRITTEN = replace(WROTE, silence=Counter(None, (EVER, EVER)))
"""Where one stands that the business begins: the customer may never have written."""

_THEIRS = ("message", "ad")
"""What makes a customer begin."""


class Begin(Struct, frozen=True, kw_only=True):
    """A way in which a flow begins."""

    state: Passage
    """Where the conversation stands then: nothing in it is kept from before."""
    category: str = ""
    """What the journey was begun for by the business: `marketing`, `service`, `collections`;
    nothing when a customer began it, or when it is not said."""
    trigger: str
    """What begins it, as starts say; `call` and `keyword` for what begins it from elsewhere."""

    @property
    def by_business(self) -> bool:
        """Whether the business begins it here, and not the customer or another flow."""
        return self.trigger not in (*_THEIRS, "call", "keyword")


BY_KEYWORD = Begin(state=replace(WROTE, agent=known("no")), trigger="keyword")
"""A customer types a keyword."""
BY_NOBODY = Begin(state=WROTE, trigger="call")
"""Nothing is known to begin the flow: nothing is held against it."""


def begins_of(starts: tuple[Start, ...]) -> Iterator[Begin]:
    """How a flow begins by its own starts."""
    for start in starts:
        if start.trigger in _THEIRS:
            yield Begin(state=WROTE, trigger=str(start.trigger))
        elif start.trigger not in (None, "call"):
            state = replace(NOT_WRITTEN, times=_times(start.when))
            yield Begin(state=state, category=start.category or "", trigger=str(start.trigger))


_DAYS: Mapping[str, tuple[int, ...]] = {"weekday": (0, 1, 2, 3, 4)}


def _times(when: When | None) -> Times:
    """Other systems may tell of something at any time; a schedule goes by the clock."""
    if when is None or not is_iso_time(when.at or ""):
        return ANY_TIME
    return times_at(time.fromisoformat(when.at or ""), _DAYS.get(when.every or "", range(7)))


# ------------------------------------------------------------------ what has a value then


Sets = tuple[frozenset[str], frozenset[str]]
"""The variables that surely have a value, and those that possibly do."""


def set_at_begin(
    starts: tuple[Start, ...], entries: tuple[frozenset[str], ...], channels: Iterable[str]
) -> Sets:
    """The variables that have a value when a flow begins, by its starts or from elsewhere."""
    always = ALWAYS_SET | _known_by_channel(channels)
    called = frozenset[str]()
    begun: list[frozenset[str]] = []
    for start in starts:
        given = frozenset(start.gives or ())
        if start.trigger == "call":
            called |= given
        else:
            keyword = {"keyword"} if start.trigger == "message" and start.words else set()
            begun.append(given | keyword | always)
    begun += [each | called | always for each in entries]
    begun = begun or [called | always]
    return frozenset.intersection(*begun), frozenset.union(*begun, frozenset(BUILT_IN))


def _known_by_channel(channels: Iterable[str]) -> frozenset[str]:
    """What is known of a contact because every channel of the flow needs it."""
    needed = {BY_ID[each].reached_by if each in BY_ID else "" for each in channels}
    return frozenset({f"contact.{each}" for each in needed if each} if len(needed) == 1 else ())
