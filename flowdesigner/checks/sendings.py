"""What is sent without the customer having just written: offers, reminders, and when."""

from collections.abc import Iterator, Mapping
from datetime import time

from flowdesigner.blocks.hours import HoursBlock
from flowdesigner.checks.context import FlowContext
from flowdesigner.checks.node import Node
from flowdesigner.checks.rule import Fix
from flowdesigner.checks.walk import Walks, through
from flowdesigner.checks.ways.begin import Begin
from flowdesigner.checks.ways.state import State
from flowdesigner.edits.sending import PutBefore
from flowdesigner.model.passage import EVER, Known, Passage
from flowdesigner.texts import N_, message

MARKETING = "marketing"
FRESH = 3600
"""Seconds after the customer wrote in which nobody minds to be written to (a choice of the
house)."""
PAUSE_EVERY = 200

Sent = tuple[str, Node, Begin, State]
"""A block that sends something, how the flow was begun, and where the conversation stands."""


def sent(context: FlowContext) -> Iterator[Sent]:
    """All that is sent, for each way in which the flow is begun."""
    for id, node in context.nodes.items():
        if node.sends is not None:
            for begin, state in context.states(id):
                yield id, node, begin, state


def offers(context: FlowContext) -> Iterator[Sent]:
    """All offers that are sent."""
    begun = any(begin.category == MARKETING for begin in context.begins)
    for id, node in context.nodes.items():
        if node.sends is not None and (begun or node.sends.category == MARKETING):
            for begin, state in context.states(id):
                if is_offer(node, begin, state):
                    yield id, node, begin, state


def is_offer(node: Node, begin: Begin, state: State) -> bool:
    """Whether an offer is sent: a template for offers, or what a journey for offers begins with."""
    if node.sends is None:
        return False
    if node.sends.approved:
        return node.sends.category == MARKETING
    return begin.category == MARKETING and state.silence[1] == EVER


def answers_directly(state: State) -> bool:
    """Whether the customer has just written, and was told nothing since: this is the answer."""
    return state.silence[1] == 0 and state.unanswered[1] == 0


def is_unasked(state: State) -> bool:
    """Whether the customer may have written too long ago to expect something."""
    return state.silence[1] > FRESH


def follows_closely(state: State) -> bool:
    """Whether it surely comes together with another message, of which it is told already."""
    return state.in_a_row[0] > 0


# ------------------------------------------------------------------------------ ways that show it


def ways_with_consent(context: FlowContext) -> Walks[Known]:
    """The shortest ways, with what consent to offers there may be."""
    follow = through(context)

    def consent(block: str, exit: str, before: Known) -> Known | None:
        after = follow(block, exit, Passage(marketing=before))
        return None if after is None else after.marketing

    return Walks(context, consent)


def ways_in_time(context: FlowContext) -> Walks[Passage]:
    """The shortest ways, with the times of the week at which they may be gone."""
    follow = through(context)

    def times(block: str, exit: str, before: Passage) -> Passage | None:
        after = follow(block, exit, before)
        return None if after is None else Passage(elapsed=after.elapsed, times=after.times)

    def more(known: Passage, value: Passage) -> Passage | None:
        return known.joined(value) if known.joined(value) != known else None

    return Walks(context, times, more)


# ------------------------------------------------------------------------------------------ hours


def hold_before(context: FlowContext, id: str, hours: Mapping[str, str]) -> Fix:
    """Wait until it is time before a block."""
    title = message(N_("Wait until it is time"))
    hold = HoursBlock(ranges=dict(hours), hold=True)
    edit = PutBefore(context.id, id, "not_at_night", hold, "next", title)
    return Fix(title=title, edit=edit)


def hour(written: object, otherwise: str) -> time:
    """A time of day as the law is written down, else another."""
    return time.fromisoformat(str(written or otherwise))
