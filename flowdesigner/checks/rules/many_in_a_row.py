"""The rule *many-in-a-row*."""

from flowdesigner.checks.about import having
from flowdesigner.checks.context import FlowContext
from flowdesigner.checks.node import Node
from flowdesigner.checks.rule import Basis, Finding, Findings, Manual, Rule, Severity
from flowdesigner.checks.walk import Walk, longest, more
from flowdesigner.checks.ways.state import State
from flowdesigner.model.channel import Channel
from flowdesigner.model.fields import Kind
from flowdesigner.texts import N_, message

MOST_IN_A_ROW = 3
"""Messages that a customer reads before one is skipped (a choice of the house)."""
MOST_A_MINUTE = 10
"""Messages to one customer that WhatsApp takes in a minute (its pair rate: one in 6 seconds)."""

PAUSE_EVERY = 200


def _of_flow(context: FlowContext) -> Findings:
    if not any(map(_is_chat, context.around.channels)):
        return
    walk: Walk[float] | None = None
    for at, (id, node) in enumerate(context.nodes.items()):
        if at % PAUSE_EVERY == 0:
            yield None
        if node.sends is None or not _too_many(context, id, node):
            continue
        if walk is None:
            walk = _walk(context)
            yield from walk.pausing()
        for most in (MOST_IN_A_ROW, MOST_A_MINUTE):
            # Only the first message that is too many is told.
            if most in walk.values(id):
                yield _finding(walk, id, most)


def _is_chat(channel: Channel) -> bool:
    return "list" in channel.can


def _too_many(context: FlowContext, id: str, node: Node) -> bool:
    if node.channel is not None and not _is_chat_of(context, node.channel):
        return False
    state: State | None = context.state(id)
    return state is not None and state.in_a_row[1] >= MOST_IN_A_ROW


def _is_chat_of(context: FlowContext, channel: str) -> bool:
    found = context.around.all_channels.get(channel)
    return found is not None and _is_chat(found)


def _walk(context: FlowContext) -> Walk[float]:
    begun = (begin.state.in_a_row.anew or (0, 0) for begin in context.begins)
    count = longest(context, lambda passage: passage.in_a_row)

    def follow(block: str, exit: str, before: float) -> float | None:
        after = count(block, exit, before)
        return None if after is None else min(after, MOST_A_MINUTE + 1)

    return Walk(context, max((most for _least, most in begun), default=0), follow, more, float)


def _finding(walk: Walk[float], id: str, most: int) -> Finding:
    told = N_("On a way here this is the {n}th message in a row, without a reply between them.")
    if most == MOST_A_MINUTE:
        told = N_("On a way here this is the {n}th message within a minute.")
    return Finding(
        block=id,
        message=message(told, n=most + 1),
        path=walk.to(id, lambda sent: sent == most),
    )


RULE = Rule(
    name="many-in-a-row",
    alias="WA020",
    severity=Severity.WARNING,
    kind=Basis.WAYS,
    title=N_("At most three messages come in a row"),
    manual=Manual(
        means=N_(
            "There is a way on which the customer gets a fourth message without having said "
            "anything, and without a pause of a minute between two of them; or an eleventh within "
            "a minute."
        ),
        why=N_(
            "Nobody reads four messages that come at once; the question among them is missed. "
            "WhatsApp takes one message in six seconds to the same customer and refuses what is "
            "too many with error 131056 (Meta, messaging limits, checked 24 November 2026), and "
            "since 1 October 2026 every message is billed."
        ),
        cure=N_("Say it in fewer messages, or ask something in between."),
        source=N_("Google and Rasa, guides to the design of conversations, read in November 2026."),
    ),
    of_flow=_of_flow,
    blocks=having(Kind.TEXT),
    channels=_is_chat,
)
