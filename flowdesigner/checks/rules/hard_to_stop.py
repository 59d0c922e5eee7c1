"""The rule *hard-to-stop*."""

from collections import deque
from collections.abc import Generator, Iterator

from flowdesigner.blocks.ask import Ask
from flowdesigner.blocks.consent import Consent
from flowdesigner.blocks.handoff import Handoff
from flowdesigner.blocks.menu import Menu
from flowdesigner.checks.about import being
from flowdesigner.checks.context import FlowContext, ProjectContext
from flowdesigner.checks.offers import takes_back
from flowdesigner.checks.rule import Finding, Findings, Manual, PathStep, Rule, Severity
from flowdesigner.checks.vocabulary.consent import is_stop
from flowdesigner.texts import N_, message

_STEPS = N_("Who says stop has to do more here before it counts.")
_PERSON = N_("Who says stop only comes to a person here; nothing notes it.")

PAUSE_EVERY = 500

Place = tuple[str, str]
"""A flow and a block."""


def _of_project(context: ProjectContext) -> Findings:
    told: set[Place] = set()
    for stop in _stops(context):
        if stop is None:
            yield None
            continue
        way, begin = stop
        found = yield from _hindered(context, begin)
        if found is not None and found[1][-1] not in told:
            words, path = found
            told.add(path[-1])
            yield Finding(
                flow=path[-1][0],
                block=path[-1][1],
                message=message(words),
                path=(*way, *(PathStep(*each) for each in path)),
            )


def _stops(context: ProjectContext) -> Iterator[tuple[tuple[PathStep, ...], Place] | None]:
    """Where a customer goes on who has said stop: by a keyword, or by an answer."""
    for keyword in context.project.settings.keywords or ():
        flow = context.flows.get(keyword.flow or "")
        words = (each for said in (keyword.words or {}).values() for each in said)
        if flow is not None and flow.flow.first in flow.nodes and any(map(is_stop, words)):
            yield (), (flow.id, str(flow.flow.first))
    for id, flow in context.flows.items():
        for at, (block, node) in enumerate(flow.nodes.items()):
            if at % PAUSE_EVERY == 0:
                yield None
            for way in node.ways if node.waits else ():
                target = node.target(way.id)
                if target in flow.nodes and any(map(is_stop, way.words.values())):
                    yield (PathStep(id, block, way.id),), (id, str(target))


def _hindered(
    context: ProjectContext, begin: Place
) -> Generator[None, None, tuple[str, list[Place]] | None]:
    """What stands between saying stop and its being noted, on the way with the least of it."""
    came: dict[Place, Place | None] = {begin: None}
    ways, later = deque([begin]), deque[Place]()
    hinders: dict[Place, Place | None] = {begin: None}
    person: Place | None = None
    while ways or later:
        if len(came) % PAUSE_EVERY == 0:
            yield
        here = ways.popleft() if ways else later.popleft()
        flow = context.flows[here[0]]
        node = flow.nodes[here[1]]
        if takes_back(node):
            at = hinders[here]
            return (_STEPS, _way(came, at)) if at is not None else None
        person = person or (here if node.hands_over else None)
        hinder = hinders[here] or (here if node.waits and node.sends is not None else None)
        for there in _next(context, flow, here):
            if there not in came:
                came[there], hinders[there] = here, hinder
                (later if hinder else ways).append(there)
    return (_PERSON, _way(came, person)) if person is not None else None


def _next(context: ProjectContext, flow: FlowContext, here: Place) -> Iterator[Place]:
    for call in flow.nodes[here[1]].calls:
        called = context.flows.get(call.flow)
        if called is not None and called.flow.first in called.nodes:
            yield called.id, str(called.flow.first)
    for _exit, target in flow.edges[here[1]]:
        yield here[0], target


def _way(came: dict[Place, Place | None], to: Place | None) -> list[Place]:
    back = []
    while to is not None:
        back.append(to)
        to = came[to]
    return back[::-1]


RULE = Rule(
    name="hard-to-stop",
    alias="CO04",
    severity=Severity.WARNING,
    title=N_("Saying stop is enough"),
    manual=Manual(
        means=N_(
            "A customer types the word that ends offers, or taps that answer, and then has to "
            "answer a question or talk to a colleague before it is noted."
        ),
        why=N_(
            "Taking consent back has to be as easy as giving it (GDPR, article 7.3, and "
            "Indonesia's UU 27/2022). Who meets hurdles blocks the sender or complains."
        ),
        cure=N_(
            "Let “Consent” note it at once, tell the customer so, and ask for reasons afterwards "
            "if at all."
        ),
        source=N_("GDPR, article 7(3), from memory; UU 27/2022, read in November 2026."),
    ),
    of_project=_of_project,
    blocks=being(Consent, Menu, Ask, Handoff),
)
