"""What blocks and flows have to do with offers, and with customers who want none."""

from collections.abc import Iterator

from flowdesigner.checks.context import FlowContext, ProjectContext
from flowdesigner.checks.node import Node
from flowdesigner.model.flow import Start
from flowdesigner.model.passage import UNTOUCHED, known

MARKETING = "marketing"
_TAKEN_BACK, _GIVEN, _NOT_THERE = known("withdrawn"), known("given"), known("none")


def takes_back(node: Node) -> bool:
    """Whether it is noted here that the customer wants no offers."""
    if node.waits:
        return False
    return {each.marketing for each in node.passages.values()} == {_TAKEN_BACK}


def consent_given(node: Node) -> Iterator[str]:
    """The exits by which it is left when the customer has agreed to something just now."""
    if all(each.marketing is each.service is UNTOUCHED for each in node.passages.values()):
        return
    noted = {
        id: {each.marketing, each.service} - {UNTOUCHED}
        for id, each in node.passages.items()
        if each.marketing is not UNTOUCHED or each.service is not UNTOUCHED
    }
    if not any(_NOT_THERE in each for each in noted.values()):  # else it was only looked up
        yield from (id for id, each in noted.items() if each == {_GIVEN})


def offer_starts(flow: FlowContext) -> Iterator[tuple[int, Start]]:
    """The starts that begin a flow for offers, with their places."""
    for at, start in enumerate(flow.flow.starts or ()):
        if start.category == MARKETING and start.trigger in ("event", "schedule", "audience"):
            yield at, start


def offer_templates(flow: FlowContext) -> Iterator[str]:
    """The blocks that send a template for offers."""
    for id, node in flow.nodes.items():
        if node.sends is not None and node.sends.category == MARKETING:
            yield id


def with_called(context: ProjectContext, flow: str) -> frozenset[str]:
    """A flow, those it begins, and those they begin."""
    found, waiting = {flow}, [flow]
    while waiting:
        nodes = context.flows[waiting.pop()].nodes.values()
        called = {call.flow for node in nodes for call in node.calls} & context.flows.keys()
        waiting += called - found
        found |= called
    return frozenset(found)
