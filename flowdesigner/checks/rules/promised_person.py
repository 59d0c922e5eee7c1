"""The rule *promised-person*."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from flowdesigner.checks.context import FlowContext, ProjectContext
from flowdesigner.checks.journeys import Place, State
from flowdesigner.checks.node import Node
from flowdesigner.checks.promises import Hold, broken, counted, promised
from flowdesigner.checks.rule import Basis, Findings, Manual, Rule, Severity
from flowdesigner.model.week import ANY_TIME
from flowdesigner.texts import N_, Message


class _Missed(NamedTuple):
    """How many answers were not understood, and whether the last one was among them."""

    answers: int = 0
    just_now: bool = False


_UNDERSTOOD = _Missed()


class _Known(NamedTuple):
    """What is to be known of a flow."""

    near: frozenset[str]
    """The blocks from which a person is reached whatever happens, or but for the hour."""
    helping: frozenset[str]
    """Those, and those that offer a person among their answers."""
    missed: Mapping[tuple[str, str], int]
    """Per block and exit, how many answers were not understood."""


class _NoPerson(Hold):
    """Counts answers that were not understood since one was, or since a person was offered."""

    begin = _UNDERSTOOD

    def __init__(self, times: int) -> None:
        self._times = times
        self._known: dict[str, _Known] = {}

    def broken(self, flow: FlowContext, place: Place) -> bool:
        node, missed = flow.nodes[place.block], _missed(place.state)
        if _tells_word(flow, node) or place.block in self._of(flow).helping:
            return False
        if node.outcome is not None:
            return missed.just_now and place.run.first
        tries = max((way.missed for way in node.ways if way.happens), default=0)
        return tries > 0 and missed.answers + tries - 1 >= self._times

    def after(self, flow: FlowContext, block: str, exit: str, state: State) -> Iterable[State]:
        node, missed = flow.nodes[block], _missed(state)
        if _tells_word(flow, node):
            return ()  # from here on the customer knows how to reach a person
        if block in self._of(flow).helping:
            return (_UNDERSTOOD,)
        more = self._of(flow).missed.get((block, exit), 0)
        if more:
            return (_Missed(min(missed.answers + more, self._times), True),)
        if not node.waits:
            return (missed,)
        passage = node.passages.get(exit)
        replied = passage is not None and passage.silence.kept is None
        return (_UNDERSTOOD if replied else _Missed(missed.answers),)

    def goes_into(self, flow: FlowContext, block: str) -> bool:
        return block not in self._of(flow).near

    def _of(self, flow: FlowContext) -> "_Known":
        if flow.id not in self._known:
            near = _near(flow)
            nodes = flow.nodes.items()
            self._known[flow.id] = _Known(
                near=near,
                helping=near | {id for id in flow.nodes if _offers(flow, id, near)},
                missed={(id, w.id): w.missed for id, node in nodes for w in node.ways if w.missed},
            )
        return self._known[flow.id]

    def told(self, flow: FlowContext, place: Place) -> Message:
        return counted(
            self._times,
            N_("You promised: a person can be reached after one failed answer. Here none can."),
            N_(
                "You promised: a person can be reached after at most {times} failed answers. Here "
                "none can."
            ),
        )


def _missed(state: State) -> _Missed:
    return state if isinstance(state, _Missed) else _UNDERSTOOD


def _tells_word(flow: FlowContext, node: Node) -> bool:
    """Whether it says a word that leads to a person at any time."""
    return node.kept is not None and bool(node.kept.told & flow.helping)


def _near(flow: FlowContext) -> frozenset[str]:
    """The blocks from which a person is reached whatever happens, or but for the hour."""
    near = {id for id, node in flow.nodes.items() if _is_person(flow, node)}
    before: dict[str, list[str]] = {id: [] for id in flow.nodes}
    for id, ways in flow.edges.items():
        for _exit, target in ways:
            before[target].append(id)
    waiting = list(near)
    while waiting:
        for id in before[waiting.pop()]:
            if id not in near and _leads_there(flow, id, near):
                near.add(id)
                waiting.append(id)
    return frozenset(near)


def _offers(flow: FlowContext, id: str, near: frozenset[str]) -> bool:
    """Whether one of its answers leads to a person."""
    node = flow.nodes[id]
    answers = {way.id for way in node.ways if not way.missed and way.after is None}
    return node.waits and any(exit in answers and target in near for exit, target in flow.edges[id])


def _is_person(flow: FlowContext, node: Node) -> bool:
    if node.hands_over or node.tells_contact:
        return True
    return any(each.flow in flow.helping for each in node.calls)


def _leads_there(flow: FlowContext, id: str, near: set[str]) -> bool:
    """By all exits; by one, where only the clock decides."""
    node = flow.nodes[id]
    if node.waits or not flow.edges[id]:
        return False
    to = [target in near for _exit, target in flow.edges[id]]
    return any(to) if _by_the_clock(node) else all(to)


def _by_the_clock(node: Node) -> bool:
    return any(passage.times != ANY_TIME for passage in node.passages.values())


def _of_project(context: ProjectContext) -> Findings:
    for promise in promised(context.project, "person"):
        yield from broken(context, _NoPerson(promise.times or 0))


RULE = Rule(
    name="promised-person",
    severity=Severity.ERROR,
    title=N_("Promise: a person can be reached"),
    manual=Manual(
        means=N_(
            "You have promised after how many failed answers a person can be reached at most. On "
            "some way the bot has not understood as many and neither hands over, nor offers a "
            "person among the answers, nor says a phone number, an email address or the word that "
            "leads to a person; or it gives up before."
        ),
        why=N_(
            "Customers whom the bot does not understand have nowhere else to go. WhatsApp asks "
            "every business for a prompt, clear and direct way to a person (WhatsApp Business "
            "policy, seen on 23 September 2026)."
        ),
        cure=N_(
            "Allow fewer further tries, and lead what was not understood to “Hand over to a "
            "person”, or offer a person among the answers."
        ),
        source=N_("Your own promise, in the settings of the project."),
    ),
    kind=Basis.WAYS,
    of_project=_of_project,
)
