"""The rule *flow-calls-itself*."""

from collections.abc import Mapping

from flowdesigner.checks.about import having
from flowdesigner.checks.context import ProjectContext
from flowdesigner.checks.rule import Finding, Findings, Manual, PathStep, Rule, Severity
from flowdesigner.model.fields import Kind
from flowdesigner.texts import N_, message

Calls = Mapping[str, Mapping[str, str]]
"""Per flow the flows it calls, and the block that does."""


def _calls(context: ProjectContext) -> Calls:
    return {
        id: {
            call.flow: block
            for block, node in flow.nodes.items()
            if RULE.name not in node.ignored
            for call in node.calls
        }
        for id, flow in context.flows.items()
    }


def _of_project(context: ProjectContext) -> Findings:
    calls = _calls(context)
    told: set[frozenset[str]] = set()
    for flow in calls:
        ring = _back_to(flow, calls)
        if ring and frozenset(ring) not in told:
            told.add(frozenset(ring))
            names = " → ".join(_name(context, each) for each in (*ring, flow))
            following = (*ring[1:], flow)
            steps = zip(ring, following, strict=True)
            yield Finding(
                flow=flow,
                block=calls[flow][following[0]],
                message=message(N_("This flow calls itself: {flows}."), flows=names),
                path=tuple(PathStep(one, calls[one][other]) for one, other in steps),
            )


def _back_to(flow: str, calls: Calls) -> tuple[str, ...]:
    """The shortest way of calls from a flow back to itself."""
    ways: list[tuple[str, ...]] = [(flow,)]
    seen = {flow}
    for way in ways:
        for called in calls.get(way[-1], {}):
            if called == flow:
                return way
            if called not in seen:
                seen.add(called)
                ways.append((*way, called))
    return ()


def _name(context: ProjectContext, flow: str) -> str:
    known = context.project.flows.get(flow)
    return (known.name if known else None) or flow


RULE = Rule(
    name="flow-calls-itself",
    alias="FL18b",
    severity=Severity.ERROR,
    title=N_("No flow calls itself"),
    manual=Manual(
        means=N_("A flow calls another that, at once or by way of more flows, calls it again."),
        why=N_(
            "Every call waits for the called flow to end. Flows that call one another in a ring "
            "pile up until the platform stops them in the middle of a conversation."
        ),
        cure=N_(
            "End the called flow and go on in the one that called it: lead the exit of its "
            "outcome back to where it should begin again."
        ),
        source=N_("How conversations run in Flow Designer and on the platforms it exports to."),
    ),
    of_project=_of_project,
    blocks=having(Kind.FLOW),
)
