"""The rule *promised-hours*."""

from collections.abc import Iterator
from functools import partial

from flowdesigner.checks.about import having
from flowdesigner.checks.context import FlowContext
from flowdesigner.checks.promises import promised_in
from flowdesigner.checks.rule import Basis, Finding, Findings, Manual, Rule, Severity
from flowdesigner.checks.walk import Walks, through
from flowdesigner.checks.ways.begin import Begin
from flowdesigner.checks.ways.state import State
from flowdesigner.model import fields
from flowdesigner.model.hours import parse_range
from flowdesigner.model.passage import EVER, Passage
from flowdesigner.model.week import Times, times_between
from flowdesigner.texts import N_, message

_MARKETING = "marketing"
_PAUSE_EVERY = 100
_AT_ONCE = 15 * 60
"""Seconds within which a message answers what the customer has just written."""


def _of_flow(context: FlowContext) -> Findings:
    walks = Walks(context, through(context))
    for promise in promised_in(context.around.facts.settings, "offer_hours"):
        span = parse_range(promise.hours or "")
        if span is None:
            continue
        told = message(
            N_("You promised: offers are sent only between {begins} and {ends}. Not always here."),
            begins=f"{span[0]:%H:%M}",
            ends=f"{span[1]:%H:%M}",
        )
        allowed = times_between(*span, wholly=True)
        for at, found in enumerate(_outside(context, allowed)):
            if found is not None:
                block, begin = found
                walk = yield from walks.begun_with(begin.state)
                path = walk.to(block, partial(_is_outside, allowed))
                yield Finding(block=block, message=told, path=path)
            elif at % _PAUSE_EVERY == 0:
                yield None


def _is_outside(allowed: Times, passage: Passage) -> bool:
    return bool(passage.times & ~allowed)


def _outside(context: FlowContext, allowed: Times) -> Iterator[tuple[str, Begin] | None]:
    """The blocks that can send an offer at another time, each with a way to begin that shows it."""
    begun = any(each.category == _MARKETING for each in context.begins)
    for block, node in context.nodes.items():
        offer = node.sends is not None and node.sends.category == _MARKETING
        states = context.states(block) if offer or (begun and node.sends is not None) else ()
        late = (
            begin
            for begin, state in states
            if (offer or _goes_on_offering(begin, state)) and state.times & ~allowed
        )
        first = next(late, None)
        yield (block, first) if first is not None else None


def _goes_on_offering(begin: Begin, state: State) -> bool:
    """Whether what is said belongs to an offer, and not to what the customer has just asked."""
    longest = state.silence[1]
    return begin.category == _MARKETING and (longest > _AT_ONCE or longest == EVER)


RULE = Rule(
    name="promised-hours",
    severity=Severity.ERROR,
    title=N_("Promise: offers are sent only at some hours"),
    manual=Manual(
        means=N_(
            "You have promised between which hours offers are sent, and on some way one can be "
            "sent at another time of the customer's day. Offers are templates of that kind, and "
            "all messages of a flow that is begun for offers, other than direct answers."
        ),
        why=N_(
            "A phone that rings at night makes people block the sender. In Indonesia SMS with "
            "offers are sent between 08:00 and 20:00 (sent.dm, guide to SMS in Indonesia, seen in "
            "November 2026)."
        ),
        cure=N_(
            "Put “Hours” before the message, hold it there until the hours are open, and mind that "
            "time goes by in waits after it. Or begin the flow at a fixed time of day."
        ),
        source=N_("Your own promise, in the settings of the project."),
    ),
    kind=Basis.WAYS,
    of_flow=_of_flow,
    blocks=having(fields.Kind.TEXT, fields.Kind.LABEL),
)
