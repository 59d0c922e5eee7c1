"""The rule *offer-at-night*."""

from datetime import time

from flowdesigner.checks.about import having
from flowdesigner.checks.context import FlowContext
from flowdesigner.checks.node import Node
from flowdesigner.checks.rule import Basis, Finding, Findings, Manual, Rule, Severity
from flowdesigner.checks.sendings import (
    PAUSE_EVERY,
    follows_closely,
    hold_before,
    is_unasked,
    offers,
    ways_in_time,
)
from flowdesigner.model.channel import Channel
from flowdesigner.model.fields import Kind
from flowdesigner.model.passage import Passage
from flowdesigner.model.week import ANY_TIME, times_between
from flowdesigner.texts import N_, message

MORNING, EVENING = time(8), time(20)
"""When offers may come (a choice of the house, after the hours of the law on reminders)."""

_NIGHT = ANY_TIME & ~times_between(MORNING, EVENING, wholly=True)
_DAY = {"mon_sun": f"{MORNING:%H:%M}-{EVENING:%H:%M}"}


def _of_flow(context: FlowContext) -> Findings:
    told, walks = set[str](), ways_in_time(context)
    for at, (id, node, begin, state) in enumerate(offers(context)):
        if at % PAUSE_EVERY == 0:
            yield None
        if id in told or not state.times & _NIGHT:
            continue
        if not is_unasked(state) or follows_closely(state) or not _rings(context, node):
            continue
        told.add(id)
        walk = yield from walks.begun_with(Passage(times=begin.state.times))
        yield Finding(
            block=id,
            message=message(N_("This offer may come at night, when customers sleep.")),
            path=walk.to(id, lambda at: bool(at.times & _NIGHT)),
            fixes=(hold_before(context, id, _DAY),),
        )


def _rings(context: FlowContext, node: Node) -> bool:
    """Whether the customer's phone rings."""
    if node.channel is None:
        return any(map(_is_on_the_phone, context.around.channels))
    channel = context.around.all_channels.get(node.channel)
    return channel is not None and _is_on_the_phone(channel)


def _is_on_the_phone(channel: Channel) -> bool:
    return channel.reached_by == "phone"


RULE = Rule(
    name="offer-at-night",
    alias="CO08",
    severity=Severity.WARNING,
    kind=Basis.WAYS,
    title=N_("Offers come by day"),
    manual=Manual(
        means=N_(
            "There is a way on which an offer is sent between 20:00 and 08:00, by the customer's "
            "clock: the flow may begin at any time, or a wait may end at night. What answers a "
            "customer who wrote within the last hour is fine, and so is mail."
        ),
        why=N_(
            "A phone that rings at night with an offer makes customers angry; they complain, or "
            "block the number. Indonesia has three time zones: what is sent at 19:30 in Jakarta "
            "comes at 21:30 in Jayapura."
        ),
        cure=N_(
            "Put an “Hours” block before the offer that waits until the quiet hours are over; it "
            "goes by the customer's clock."
        ),
        source=N_("Braze, guide to quiet hours, read in November 2026."),
    ),
    of_flow=_of_flow,
    blocks=having(Kind.TEXT),
    channels=_is_on_the_phone,
)
