"""The rule *promised-codes*."""

from collections.abc import Iterable

from flowdesigner.blocks.otp import Otp
from flowdesigner.checks.about import being
from flowdesigner.checks.context import FlowContext, ProjectContext
from flowdesigner.checks.journeys import Place, State
from flowdesigner.checks.node import Node
from flowdesigner.checks.promises import Hold, broken, counted, promised
from flowdesigner.checks.rule import Basis, Findings, Manual, Rule, Severity
from flowdesigner.model.passage import known
from flowdesigner.texts import N_, Message

_VERIFIED = known("verified")


class _TooMany(Hold):
    """The state is how many messages with a code were sent since one was typed rightly."""

    begin = 0

    def __init__(self, times: int) -> None:
        self._times = times

    def broken(self, flow: FlowContext, place: Place) -> bool:
        codes = _codes(flow.nodes[place.block])
        return codes > 0 and _count(place.state) + codes > self._times

    def after(self, flow: FlowContext, block: str, exit: str, state: State) -> Iterable[State]:
        node = flow.nodes[block]
        passage = node.passages.get(exit)
        done = passage is not None and passage.code == _VERIFIED
        return (0 if done else _count(state) + _codes(node),)

    def told(self, flow: FlowContext, place: Place) -> Message:
        return counted(
            self._times,
            N_("You promised: a one-time code is sent only once. Here it may be sent again."),
            N_("You promised: a one-time code is sent at most {times} times. Here it may be more."),
        )


def _codes(node: Node) -> int:
    """How many messages with a code one visit can bring."""
    if node.sends is None or not node.sends.code:
        return 0
    return int(max((each.codes[1] for each in node.passages.values()), default=0))


def _count(state: State) -> int:
    return state if isinstance(state, int) else 0


def _of_project(context: ProjectContext) -> Findings:
    for promise in promised(context.project, "code"):
        yield from broken(context, _TooMany(promise.times or 0))


RULE = Rule(
    name="promised-codes",
    severity=Severity.ERROR,
    title=N_("Promise: a one-time code is sent only so often"),
    manual=Manual(
        means=N_(
            "You have promised how often a one-time code is sent at most, and on some way it can "
            "be more. Each channel of the ladder counts, each sending again, and every block with "
            "a code that comes after another, until the right code was typed."
        ),
        why=N_(
            "Having codes sent over and over is a way of swindlers to make a business pay for "
            "messages. Twilio Verify sends at most 5 in 10 minutes (its documentation, seen in "
            "November 2026)."
        ),
        cure=N_(
            "Let it be sent again less often, take a channel off the ladder, or lead the exit "
            "elsewhere than back to the code."
        ),
        source=N_("Your own promise, in the settings of the project."),
    ),
    kind=Basis.WAYS,
    of_project=_of_project,
    blocks=being(Otp),
)
