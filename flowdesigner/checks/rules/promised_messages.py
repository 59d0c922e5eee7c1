"""The rule *promised-messages*."""

from collections.abc import Iterable

from flowdesigner.checks.about import having
from flowdesigner.checks.context import FlowContext, ProjectContext
from flowdesigner.checks.journeys import Place, State
from flowdesigner.checks.promises import Hold, broken, counted, promised
from flowdesigner.checks.rule import Findings, Kind, Manual, Rule, Severity
from flowdesigner.model import fields
from flowdesigner.texts import N_, Message


class _InARow(Hold):
    """The state is how many messages have come in a row."""

    begin = 0

    def __init__(self, times: int) -> None:
        self._times = times

    def broken(self, flow: FlowContext, place: Place) -> bool:
        says = flow.nodes[place.block].sends is not None
        return says and _count(place.state) + 1 > self._times

    def after(self, flow: FlowContext, block: str, exit: str, state: State) -> Iterable[State]:
        passage = flow.nodes[block].passages.get(exit)
        row = passage.in_a_row if passage is not None else None
        if row is None:
            return (state,)
        ways = []
        if row.kept is not None:
            ways.append(_count(state) + row.kept[1])
        if row.anew is not None:
            ways.append(row.anew[1])
        return (int(min(max(ways), self._times)),) if ways else ()

    def told(self, flow: FlowContext, place: Place) -> Message:
        return counted(
            self._times,
            N_("You promised: no two messages come in a row. Here comes one more."),
            N_("You promised: at most {times} messages come in a row. Here comes one more."),
        )


def _count(state: State) -> int:
    return state if isinstance(state, int) else 0


def _of_project(context: ProjectContext) -> Findings:
    for promise in promised(context.project, "in_a_row"):
        yield from broken(context, _InARow(promise.times or 0))


RULE = Rule(
    name="promised-messages",
    severity=Severity.ERROR,
    title=N_("Promise: only so many messages come in a row"),
    manual=Manual(
        means=N_(
            "You have promised how many messages come in a row at most, and on some way there are "
            "more, without a reply of the customer or a minute's pause between them."
        ),
        why=N_(
            "Many messages at once push each other off the screen, and make a phone ring again and "
            "again. WhatsApp takes one message in 6 seconds to the same customer, bursts apart, "
            "and from 1 October 2026 each is paid for (Meta, pricing and limits, seen in November "
            "2026)."
        ),
        cure=N_("Put two messages into one, or ask the customer something in between."),
    ),
    kind=Kind.WAYS,
    of_project=_of_project,
    blocks=having(fields.Kind.TEXT, fields.Kind.LABEL),
)
