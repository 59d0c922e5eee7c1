"""The rule *no-way-out*."""

from collections.abc import Generator, Iterator

from flowdesigner.blocks.end import End
from flowdesigner.checks.context import FlowContext
from flowdesigner.checks.graph import PAUSE_EVERY, reached
from flowdesigner.checks.rule import Basis, Finding, Findings, Fix, Manual, Rule, Severity
from flowdesigner.edits.fixes import EndAfter
from flowdesigner.texts import N_, message


def _of_flow(context: FlowContext) -> Findings:
    coming = yield from reached(context)
    good = yield from _leading_to_an_end(context)
    caught = [id for id in context.nodes if id in coming and id not in good]
    # What goes round without waiting is another rule's.
    if caught and any(context.nodes[id].waits for id in caught):
        yield Finding(
            block=caught[0],
            message=message(N_("From here the conversation never comes to an end.")),
            fixes=tuple(_fixes(context, caught[0])),
        )


def _leading_to_an_end(context: FlowContext) -> Generator[None, None, set[str]]:
    """From the ends backwards: what never leads to one goes round for ever."""
    into: dict[str, list[str]] = {id: [] for id in context.nodes}
    edges = context.edges
    for at, (id, ways) in enumerate(edges.items()):
        for _exit, target in ways:
            into[target].append(id)
        if at % PAUSE_EVERY == 0:
            yield
    ending = [id for id in context.nodes if not edges[id]]
    good = set(ending)
    for at, id in enumerate(ending):
        others = [before for before in into[id] if before not in good]
        good.update(others)
        ending += dict.fromkeys(others)
        if at % PAUSE_EVERY == 0:
            yield
    return good


def _fixes(context: FlowContext, begin: str) -> Iterator[Fix]:
    """The next exit by which no answer of the author's own leads round."""
    coming, seen = [begin], {begin}
    for block in coming:
        node = context.nodes[block]
        for way in node.ways if node.waits else ():
            if way.happens and not way.words and way.falls_to is None:
                title = message(N_("Let “{exit}” end the flow"), exit=way.title)
                yield Fix(title=title, edit=EndAfter(context.id, block, way.id, End()))
                return
        following = {to: None for _exit, to in context.edges[block] if to not in seen}
        coming += following
        seen |= following.keys()


RULE = Rule(
    name="no-way-out",
    alias="FL04",
    severity=Severity.WARNING,
    kind=Basis.WAYS,
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
        source=N_("How conversations run in Flow Designer and on the platforms it exports to."),
    ),
    of_flow=_of_flow,
)
