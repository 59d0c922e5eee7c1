"""The rule *promised-questions*."""

from collections.abc import Iterable
from typing import NamedTuple

from flowdesigner.blocks.consent import Consent
from flowdesigner.checks.about import being, either, having
from flowdesigner.checks.context import FlowContext, ProjectContext
from flowdesigner.checks.journeys import Place, State
from flowdesigner.checks.node import Node
from flowdesigner.checks.promises import Hold, broken, promised
from flowdesigner.checks.rule import Basis, Findings, Manual, Rule, Severity
from flowdesigner.model import fields
from flowdesigner.texts import N_, Message, message


class _Answer(NamedTuple):
    """An answer the customer has given."""

    variable: str
    asked: tuple[str, str]
    """The flow and the block that asked for it."""
    reopened: bool = False
    """Whether the customer has just chosen something that leads on to where it is asked."""


class _AskedAgain(Hold):
    """Follows one answer at a time: the state is what was answered, or nothing yet."""

    def broken(self, flow: FlowContext, place: Place) -> bool:
        answer = place.state
        if not isinstance(answer, _Answer):
            return False
        again = answer.reopened and answer.asked == (flow.id, place.block)
        return not again and answer.variable in _asked_for(flow.nodes[place.block])

    def after(self, flow: FlowContext, block: str, exit: str, state: State) -> Iterable[State]:
        node = flow.nodes[block]
        if not isinstance(state, _Answer):
            names = node.sets.get(exit, ()) if _replies(node, exit) else ()
            return (None, *(_Answer(each, (flow.id, block)) for each in names))
        if state.variable in node.clears or state.variable in _lacks(node, exit):
            return ()
        if state.variable in _asked_for(node):
            state = _Answer(state.variable, (flow.id, block))
        chosen = any(way.id == exit and way.words for way in node.ways)
        return (state._replace(reopened=chosen or (state.reopened and not node.waits)),)

    def told(self, flow: FlowContext, place: Place) -> Message:
        told = N_(
            "You promised: customers are never asked the same thing twice. “{variable}” has their "
            "answer already."
        )
        variable = place.state.variable if isinstance(place.state, _Answer) else ""
        return message(told, variable=variable)


def _asked_for(node: Node) -> set[str]:
    """The variables in which it keeps what the customer answers."""
    return {each for exit, names in node.sets.items() if _replies(node, exit) for each in names}


def _replies(node: Node, exit: str) -> bool:
    """Whether the customer has written when it is left that way."""
    passage = node.passages.get(exit)
    return node.waits and passage is not None and passage.silence.kept is None


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
            "Further tries after an answer that was not understood do not count, nor does a "
            "question that the customer has chosen to come back to."
        ),
        why=N_(
            "Having to say the same again is what customers of chatbots complain about most: it "
            "tells them that nobody has listened."
        ),
        cure=N_(
            "Go round the question with a condition when the variable has a value. Where it shall "
            "be asked anew on purpose, such as when a system has refused the answer, clear the "
            "variable before."
        ),
        source=N_("Your own promise, in the settings of the project."),
    ),
    kind=Basis.WAYS,
    of_project=_of_project,
    blocks=either(having(fields.Kind.VARIABLE), being(Consent)),
)
