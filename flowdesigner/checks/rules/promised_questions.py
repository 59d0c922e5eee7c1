"""The rule *promised-questions*."""

from collections.abc import Iterable

from flowdesigner.blocks.consent import Consent
from flowdesigner.checks.about import being, either, having
from flowdesigner.checks.context import FlowContext, ProjectContext
from flowdesigner.checks.journeys import Place, State
from flowdesigner.checks.node import Node
from flowdesigner.checks.promises import Hold, broken, promised
from flowdesigner.checks.rule import Findings, Kind, Manual, Rule, Severity
from flowdesigner.model import fields
from flowdesigner.texts import N_, Message, message


class _AskedAgain(Hold):
    """Follows one answer at a time: the state is the variable it was saved in, or nothing yet."""

    def broken(self, flow: FlowContext, place: Place) -> bool:
        node = flow.nodes[place.block]
        return node.waits and any(place.state in names for names in node.sets.values())

    def after(self, flow: FlowContext, block: str, exit: str, state: State) -> Iterable[State]:
        node = flow.nodes[block]
        if state is None:
            return (None, *(node.sets.get(exit, ()) if node.waits else ()))
        return () if state in node.clears or state in _lacks(node, exit) else (state,)

    def told(self, flow: FlowContext, place: Place) -> Message:
        told = N_(
            "You promised: customers are never asked the same thing twice. “{variable}” has their "
            "answer already."
        )
        return message(told, variable=place.state)


def _lacks(node: Node, exit: str) -> frozenset[str]:
    return node.kept.lacks.get(exit, frozenset()) if node.kept else frozenset()


def _of_project(context: ProjectContext) -> Findings:
    for _promise in promised(context.project, "no_question_twice"):
        yield from broken(context, _AskedAgain())


RULE = Rule(
    name="promised-questions",
    severity=Severity.ERROR,
    title=N_("Promise: customers are never asked the same thing twice"),
    manual=Manual(
        means=N_(
            "You have promised that customers are never asked the same thing twice, and on some "
            "way a question saves its answer in a variable that has the customer's answer already. "
            "Further tries after an answer that was not understood do not count."
        ),
        why=N_(
            "Having to say the same again is what customers of chatbots complain about most: it "
            "tells them that nobody has listened."
        ),
        cure=N_(
            "Go round the question with a condition when the variable has a value. Where it shall "
            "be asked anew on purpose, such as when the customer wants to correct it, clear the "
            "variable before."
        ),
    ),
    kind=Kind.WAYS,
    of_project=_of_project,
    blocks=either(having(fields.Kind.VARIABLE), being(Consent)),
)
