"""The rule *long-way*."""

from collections import deque
from collections.abc import Generator

from flowdesigner.checks.context import PAUSE_EVERY, FlowContext
from flowdesigner.checks.node import Node
from flowdesigner.checks.rule import Basis, Finding, Findings, Manual, PathStep, Rule, Severity
from flowdesigner.checks.walk import LONGEST_SHOWN
from flowdesigner.texts import N_, message

MOST_ANSWERS = 12
"""More answers than that few customers give before they have what they came for."""

Came = dict[str, tuple[str, str] | None]
"""For each block the one before it on its shortest way, and the exit."""


def _of_flow(context: FlowContext) -> Findings:
    """Of the first question that is too many: what shortens the way to it is good for the rest."""
    if sum(map(_asks, context.nodes.values())) <= MOST_ANSWERS:
        return
    block, came = yield from _far(context)
    if block is None:
        return
    told = N_("However short the way: this is the {n}th thing the customer is asked.")
    yield Finding(
        block=block,
        message=message(told, n=MOST_ANSWERS + 1),
        path=tuple(_way(context.id, came, block)),
    )


def _asks(node: Node) -> bool:
    """Whether the customer has to do something here."""
    return node.waits and node.sends is not None and not node.hands_over


def _far(context: FlowContext) -> Generator[None, None, tuple[str | None, Came]]:
    """The first question with too many answers before it, going on from those with fewer."""
    first = context.flow.first
    came: Came = {}
    later: deque[tuple[str, tuple[str, str] | None]] = deque([(first, None)] if first else [])
    for answers in range(MOST_ANSWERS + 1):
        now, later = later, deque()
        while now:
            block, before = now.popleft()
            if block in came or block not in context.nodes:
                continue
            came[block] = before
            asked = _asks(context.nodes[block])
            if asked and answers == MOST_ANSWERS:
                return block, came
            (later if asked else now).extend(
                (target, (block, exit)) for exit, target in context.edges[block]
            )
            if len(came) % PAUSE_EVERY == 0:
                yield
    return None, came


def _way(flow: str, came: Came, block: str) -> list[PathStep]:
    steps = [PathStep(flow, block)]
    while (before := came[block]) is not None:
        block, exit = before
        steps.append(PathStep(flow, block, exit))
    return steps[:LONGEST_SHOWN][::-1]


RULE = Rule(
    name="long-way",
    alias="FL14",
    severity=Severity.WARNING,
    kind=Basis.WAYS,
    title=N_("Customers come to the end in twelve answers"),
    manual=Manual(
        means=N_(
            "Even on the shortest way, customers have to answer more than twelve questions to "
            "come to the end of the flow. The thirteenth is shown, and the way to it. Questions "
            "of other flows that are called on the way are not counted."
        ),
        why=N_(
            "With every question some customers give up; a chat is not a form. Twelve is a rule "
            "of thumb."
        ),
        cure=N_(
            "Leave out what your systems know already or what a colleague can ask later, put two "
            "questions into one menu, or send a link to a form."
        ),
        source=N_("Good practice of the trade"),
    ),
    of_flow=_of_flow,
    blocks=lambda block_type: "no_reply_after" in block_type.model_fields,
)
