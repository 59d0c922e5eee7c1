"""The rule *no-way-out*."""

from flowdesigner.checks.context import FlowContext
from flowdesigner.checks.graph import reached
from flowdesigner.checks.rule import Finding, Findings, Manual, Rule, Severity
from flowdesigner.texts import N_, message


def _of_flow(context: FlowContext) -> Findings:
    """From the ends backwards: what never leads to one goes round for ever."""
    coming = yield from reached(context)
    into: dict[str, list[str]] = {id: [] for id in context.nodes}
    for id, ways in context.edges.items():
        for _exit, target in ways:
            into[target].append(id)
    ending = [id for id in context.nodes if not context.edges[id]]
    good = set(ending)
    while ending:
        for before in into[ending.pop()]:
            if before not in good:
                good.add(before)
                ending.append(before)
    caught = [id for id in context.nodes if id in coming and id not in good]
    # What goes round without waiting is another rule's.
    if caught and any(context.nodes[id].waits for id in caught):
        yield Finding(
            block=caught[0],
            message=message(N_("From here the conversation never comes to an end.")),
        )


RULE = Rule(
    name="no-way-out",
    alias="FL04",
    severity=Severity.WARNING,
    title=N_("Every conversation can come to an end"),
    manual=Manual(
        means=N_("From a block on, all ways lead round in a ring, and none leads to an end."),
        why=N_(
            "Customers are asked the same again and again, whatever they answer, and nobody can "
            "tell whether the journey did its work."
        ),
        cure=N_(
            "Lead one of the exits out of the ring: to a person after some tries, or to an end "
            "when the customer does not reply."
        ),
    ),
    of_flow=_of_flow,
)
