"""The rule *promised-end*."""

from collections.abc import Iterator

from flowdesigner.checks.context import FlowContext, ProjectContext
from flowdesigner.checks.journeys import Place
from flowdesigner.checks.node import Node
from flowdesigner.checks.promises import Hold, broken, promised
from flowdesigner.checks.rule import Basis, Findings, Manual, Rule, Severity
from flowdesigner.model.passage import EVER, Passage
from flowdesigner.texts import N_, Message, message

_NOWHERE = N_("You promised: every conversation comes to an end. “{exit}” leads nowhere.")
_WAITS = N_("You promised: every conversation comes to an end. Unanswered, it waits here for ever.")
_ROUND = N_("You promised: every conversation comes to an end. From here it goes round for ever.")


class _NoEnd(Hold):
    def __init__(self) -> None:
        self._stuck: dict[str, frozenset[str]] = {}

    def broken(self, flow: FlowContext, place: Place) -> bool:
        if flow.id not in self._stuck:
            self._stuck[flow.id] = frozenset(_stuck(flow))
        return place.block in self._stuck[flow.id] or _wrong(flow, place.block) is not None

    def told(self, flow: FlowContext, place: Place) -> Message:
        return _wrong(flow, place.block) or message(_ROUND)


def _of_project(context: ProjectContext) -> Findings:
    for _promise in promised(context.project, "outcome"):
        yield from broken(context, _NoEnd())


def _wrong(flow: FlowContext, block: str) -> Message | None:
    """What is wrong with a block by itself."""
    node, facts = flow.nodes[block], flow.around.facts
    for way in node.ways:
        if way.happens and way.falls_to is None and node.target(way.id) not in flow.nodes:
            return message(_NOWHERE, exit=way.name(facts, facts.base_language))
    return message(_WAITS) if node.waits and not _goes_on(node) else None


def _goes_on(node: Node) -> bool:
    """Whether the journey goes on from here even when nobody does anything."""
    return any(map(_ends_by_itself, node.passages.values()))


def _ends_by_itself(passage: Passage) -> bool:
    kept = passage.silence.kept
    return passage.elapsed[1] < EVER or (kept is not None and kept[1] < EVER)


def _stuck(flow: FlowContext) -> Iterator[str]:
    """The blocks from which no way leads to an end."""
    into: dict[str, list[str]] = {id: [] for id in flow.nodes}
    for id, ways in flow.edges.items():
        for _exit, target in ways:
            into[target].append(id)
    ending = [id for id in flow.nodes if not flow.edges[id]]
    good = set(ending)
    while ending:
        for before in into[ending.pop()]:
            if before not in good:
                good.add(before)
                ending.append(before)
    yield from (id for id in flow.nodes if id not in good)


RULE = Rule(
    name="promised-end",
    severity=Severity.ERROR,
    title=N_("Promise: every conversation comes to an end"),
    manual=Manual(
        means=N_(
            "You have promised that every conversation comes to an end, and on some way it does "
            "not: an exit leads nowhere, blocks lead round with no way out, or a block waits for "
            "an answer and does not say what happens when none comes."
        ),
        why=N_(
            "A conversation without an end is not counted, cannot be begun anew, and nobody takes "
            "care of the customer in it."
        ),
        cure=N_(
            "Connect the exit, lead one of the exits out of the ring, or fill in how long to wait "
            "and draw what happens then."
        ),
        source=N_("Your own promise, in the settings of the project."),
    ),
    kind=Basis.WAYS,
    of_project=_of_project,
)
