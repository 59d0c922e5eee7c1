"""The rule *sent-again*."""

from flowdesigner.checks.about import having
from flowdesigner.checks.context import FlowContext
from flowdesigner.checks.node import Node
from flowdesigner.checks.questions import SILENCE
from flowdesigner.checks.rule import Basis, Finding, Findings, Manual, Rule, Severity
from flowdesigner.checks.walk import Walk
from flowdesigner.model.fields import Kind
from flowdesigner.model.variable import BUILT_IN
from flowdesigner.texts import N_, message

_WANTS_SOMETHING = ("marketing", "collections")
_BY_ITSELF = ("event", "schedule", "audience")
_NOTHING, _SENT, _WAITED = range(3)
"""What was done since it was last looked at what the customer did."""


def _of_flow(context: FlowContext) -> Findings:
    if context.id in context.counting or context.flow.leave_on or not _wants_something(context):
        return
    walk = Walk(context, _NOTHING, lambda *left: _after(context, *left))
    yield from walk.pausing()
    for id, node in context.nodes.items():
        if node.says and _WAITED in walk.values(id):
            told = N_("This is sent even when the customer has done what the message before asked.")
            yield Finding(
                block=id, message=message(told), path=walk.to(id, lambda done: done == _WAITED)
            )
            return


def _wants_something(context: FlowContext) -> bool:
    return any(
        each.trigger in _BY_ITSELF and each.category in _WANTS_SOMETHING
        for each in context.flow.starts or ()
    )


def _after(context: FlowContext, block: str, exit: str, done: int) -> int:
    node = context.nodes[block]
    if _looks(node, exit):
        return _NOTHING
    if node.says:
        return _SENT
    if node.waits and not node.awaits_news and done != _NOTHING:
        return _WAITED
    return done


def _looks(node: Node, exit: str) -> bool:
    """Whether a block is left because of what the customer, or another system, has done.

    What did not arrive was not sent.
    """
    if exit == "failed" or node.calls or node.hands_over:
        return True
    if node.says:
        return node.waits and exit != SILENCE
    learnt = node.reads.union(*node.sets.values()) - BUILT_IN.keys()
    return len(node.ways) > 1 and bool(learnt or (node.waits and not node.awaits_news))


RULE = Rule(
    name="sent-again",
    alias="FL12",
    severity=Severity.WARNING,
    kind=Basis.WAYS,
    title=N_("Who has bought or paid is not asked again"),
    manual=Manual(
        means=N_(
            "A flow for offers or for reminders to pay sends something, waits for a time, and "
            "sends something again, without having looked in between at what the customer did. "
            "It neither counts a goal nor ends when something happens."
        ),
        why=N_(
            "Who has just bought or paid and is asked again feels not noticed, or is afraid that "
            "the payment got lost. And without a goal nobody knows whether the messages help."
        ),
        cure=N_(
            "In the settings of the flow, name the event that ends it from anywhere, such as a "
            "paid order. Or wait for that event instead of for a time, and count it with “Goal”."
        ),
        source=N_("Good practice of the trade"),
    ),
    of_flow=_of_flow,
    blocks=having(Kind.DURATION, Kind.TEXT),
)
