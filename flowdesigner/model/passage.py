"""What becomes of a conversation on the way through a block, or from one place to another.

Passages are put together (`then`) and lie beside one another (`joined`), so that the ways through
a flow, a flow that is called, and where a conversation stands are all said in the same words.
"""

import math
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from flowdesigner.model.week import ANY_TIME, WEEK, Span, Times, later

NONE: Span = (0, 0)
ONE: Span = (1, 1)
EVER = math.inf

LONGEST_SILENCE = 60 * 86400
"""Seconds after which a silence is taken to be without end; no rule asks for more."""
MOST_COUNTED = 100
"""Messages after which nobody counts any more."""
PAUSE = 60
"""Seconds after which a message does not follow the one before it closely."""

AS_BEFORE = ""
"""Among what is known of something: what was known before."""

Known = frozenset[str]
"""What may be the case; `AS_BEFORE` when it may still be what it was."""
UNTOUCHED: Known = frozenset({AS_BEFORE})


def known(*words: str) -> Known:
    """One of these, whatever was the case before."""
    return frozenset(words)


def _known_then(before: Known, after: Known) -> Known:
    if after is UNTOUCHED:
        return before
    return (after - UNTOUCHED) | before if AS_BEFORE in after else after


def _sum(one: Span | None, other: Span | None, top: float) -> Span | None:
    if one is None or other is None:
        return None
    if other == NONE:
        return one
    least, most = one[0] + other[0], one[1] + other[1]
    return (least if least <= top or least == EVER else top, most if most <= top else EVER)


def _either(one: Span | None, other: Span | None) -> Span | None:
    if one is None or other is None or one == other:
        return one if other is None else other
    return (min(one[0], other[0]), max(one[1], other[1]))


class Counter(Struct, frozen=True):
    """A count that may begin anew on the way."""

    kept: Span | None = NONE
    """What is added to it on the ways on which it does not begin anew; nothing when it always
    does."""
    anew: Span | None = None
    """What it is after those on which it does; nothing when it never does."""

    def then(self, after: "Counter", top: float) -> "Counter":
        """One passage after another."""
        if after is SAME_COUNT:
            return self
        return Counter(
            _sum(self.kept, after.kept, top), _either(_sum(self.anew, after.kept, top), after.anew)
        )

    def joined(self, other: "Counter") -> "Counter":
        """Either of two passages."""
        if other is self:
            return self
        return Counter(_either(self.kept, other.kept), _either(self.anew, other.anew))


SAME_COUNT = Counter()


class Passage(Struct, frozen=True, kw_only=True):
    """What becomes of a conversation between two places; of nothing said, nothing.

    Times are in seconds.
    """

    elapsed: Span = NONE
    """How much time goes by."""
    silence: Counter = SAME_COUNT
    """The time since the customer last wrote."""
    unanswered: Counter = SAME_COUNT
    """The messages sent since the customer last wrote."""
    in_a_row: Counter = SAME_COUNT
    """The messages that follow each other closely: without a reply between them, a pause of a
    minute, or something that was waited for."""
    codes: Span = NONE
    """How many messages with a one-time code are sent."""
    marketing: Known = UNTOUCHED
    """The consent to offers: `given`, `withdrawn` (or refused), `none` (looked for, not there),
    `unknown` (nobody has looked)."""
    service: Known = UNTOUCHED
    """The consent to news, likewise."""
    code: Known = UNTOUCHED
    """The one-time code: `none`, `sent`, `verified`, `failed`, `expired`."""
    agent: Known = UNTOUCHED
    """Whether a colleague has the conversation: `yes`, `no`."""
    times: Times = ANY_TIME
    """The times of the week, by the customer's clock, at which it can be over."""

    def then(self, after: "Passage") -> "Passage":
        """This passage and another after it."""
        if after is UNCHANGED:
            return self
        return Passage(
            elapsed=_sum(self.elapsed, after.elapsed, WEEK) or NONE,
            silence=self.silence.then(after.silence, LONGEST_SILENCE),
            unanswered=self.unanswered.then(after.unanswered, MOST_COUNTED),
            in_a_row=self.in_a_row.then(after.in_a_row, MOST_COUNTED),
            codes=_sum(self.codes, after.codes, MOST_COUNTED) or NONE,
            marketing=_known_then(self.marketing, after.marketing),
            service=_known_then(self.service, after.service),
            code=_known_then(self.code, after.code),
            agent=_known_then(self.agent, after.agent),
            times=later(self.times, after.elapsed) & after.times,
        )

    def joined(self, other: "Passage") -> "Passage":
        """This passage or another."""
        if other is self:
            return self
        return Passage(
            elapsed=_either(self.elapsed, other.elapsed) or NONE,
            silence=self.silence.joined(other.silence),
            unanswered=self.unanswered.joined(other.unanswered),
            in_a_row=self.in_a_row.joined(other.in_a_row),
            codes=_either(self.codes, other.codes) or NONE,
            marketing=self.marketing | other.marketing,
            service=self.service | other.service,
            code=self.code | other.code,
            agent=self.agent | other.agent,
            times=self.times | other.times,
        )


UNCHANGED = Passage()
"""Nothing becomes of the conversation."""

_ANEW = Counter(None, NONE)


@cache
def silent(span: Span = NONE, says: Span = NONE, codes: Span = NONE) -> Passage:
    """Something is said, then time goes by, in which the customer does not write."""
    if span == says == codes == NONE:
        return UNCHANGED
    row = Counter(says)
    if span[1] >= PAUSE:
        row = Counter(None if span[0] >= PAUSE else says, NONE)
    return Passage(
        elapsed=span, silence=Counter(span), unanswered=Counter(says), in_a_row=row, codes=codes
    )


@cache
def happened(within: Span) -> Passage:
    """Something happens elsewhere, which is a pause where it may take a minute."""
    passage = silent(within)
    return replace(passage, in_a_row=_ANEW) if within[1] >= PAUSE else passage


@cache
def heard(within: Span = NONE, codes: Span = NONE) -> Passage:
    """The customer writes, the last that happens."""
    return Passage(elapsed=within, silence=_ANEW, unanswered=_ANEW, in_a_row=_ANEW, codes=codes)


@cache
def answered(at_most: float | None, tries: int) -> Passage:
    """A question is answered, well or badly, of several tries one."""
    return heard((0, EVER if at_most is None else at_most * (tries + 1)))


@cache
def not_answered(at_most: float, tries: int) -> Passage:
    """A question is not answered in time, or its last repetition is not."""
    once = silent((at_most, at_most), ONE)
    if tries == 0:
        return once
    return once.joined(heard((0, at_most * tries)).then(once))


@cache
def timed(span: Span, times: Times) -> Passage:
    """Time goes by until some time of the week."""
    return replace(silent(span), times=times)


def knowing(passage: Passage, **words: Known) -> Passage:
    """The same, and something is known afterwards."""
    return replace(passage, **words)


class Sending(Struct, frozen=True, kw_only=True):
    """What sort of message a block sends as soon as the journey comes to it."""

    approved: bool = False
    """The platform has approved it, so that it may be sent whenever it is time."""
    category: str = ""
    """What it was approved for: `marketing`, `utility` or `authentication`."""
    code: bool = False
    """A one-time code is in it."""


FREE = Sending()
"""A message in free words."""
