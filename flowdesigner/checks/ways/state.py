"""Where a conversation can stand when it comes to a block."""

from msgspec import Struct

from flowdesigner.model.passage import NONE, Known, Passage
from flowdesigner.model.week import Span, Times


class State(Struct, frozen=True, kw_only=True):
    """What may be the case; every number is the least and the most of all ways."""

    silence: Span
    """Seconds since the customer last wrote; endless when the business began."""
    unanswered: Span
    """Messages sent since then."""
    in_a_row: Span
    """Messages sent since then, or since a pause of a minute."""
    codes: Span
    """Messages with a one-time code sent since the flow began."""
    marketing: Known
    """The consent to offers: `given`, `withdrawn`, `none` (looked for and not there), `unknown`
    (nobody has looked)."""
    service: Known
    """The consent to news, likewise."""
    code: Known
    """The one-time code: `none`, `sent`, `verified`, `failed`, `expired`."""
    agent: Known
    """Whether a colleague has the conversation: `yes`, `no`."""
    times: Times
    """The times of the week, by the customer's clock."""


def state_of(passage: Passage) -> State:
    """Where a conversation stands after a passage that keeps nothing from before."""
    return State(
        silence=passage.silence.anew or NONE,
        unanswered=passage.unanswered.anew or NONE,
        in_a_row=passage.in_a_row.anew or NONE,
        codes=passage.codes,
        marketing=passage.marketing,
        service=passage.service,
        code=passage.code,
        agent=passage.agent,
        times=passage.times,
    )
