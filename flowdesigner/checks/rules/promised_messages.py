"""The rule *promised-messages*."""

from collections.abc import Iterable

from msgspec.structs import replace

from flowdesigner.checks.about import having
from flowdesigner.checks.context import FlowContext, ProjectContext
from flowdesigner.checks.journeys import Place, State
from flowdesigner.checks.promises import Hold, broken, counted, promised
from flowdesigner.checks.rule import Basis, Findings, Manual, Rule, Severity
from flowdesigner.model import fields
from flowdesigner.texts import N_, Message


class _InARow(Hold):
    """The state is how many messages have come in a row, at most or without doubt."""

    begin = 0

    def __init__(self, times: int, *, surely: bool) -> None:
        self._times, self._surely = times, surely

    def broken(self, flow: FlowContext, place: Place) -> bool:
        says = flow.nodes[place.block].sends is not None
        return says and _count(place.state) + 1 > self._times

    def after(self, flow: FlowContext, block: str, exit: str, state: State) -> Iterable[State]:
        passage = flow.nodes[block].passages.get(exit)
        if passage is None:
            return (state,)
        row, end = passage.in_a_row, 0 if self._surely else 1
        counts = [row.anew[end]] if row.anew is not None else []
        counts += [_count(state) + row.kept[end]] if row.kept is not None else []
        count = min(counts) if self._surely else max(counts)
        return (int(min(count, self._times)),)

    def told(self, flow: FlowContext, place: Place) -> Message:
        return counted(
            self._times,
            N_("You promised: no two messages come in a row. Here comes one more."),
            N_("You promised: at most {times} messages come in a row. Here comes one more."),
        )


def _count(state: State) -> int:
    return state if isinstance(state, int) else 0


def _of_project(context: ProjectContext) -> Findings:
    """What is surely too much is an error; what only may be, such as after two events at once."""
    for promise in promised(context.project, "in_a_row"):
        surely: set[tuple[str | None, str | None]] = set()
        for found in broken(context, _InARow(promise.times or 0, surely=True)):
            surely |= {(found.flow, found.block)} if found else set()
            yield found
        for found in broken(context, _InARow(promise.times or 0, surely=False)):
            if found is None or (found.flow, found.block) not in surely:
                yield found and replace(found, severity=Severity.WARNING)


RULE = Rule(
    name="promised-messages",
    severity=Severity.ERROR,
    title=N_("Promise: only so many messages come in a row"),
    manual=Manual(
        means=N_(
            "You have promised how many messages come in a row at most, and on some way there are "
            "more, without a reply of the customer or a minute's pause between them. "
            "It is a warning where that is only possible, such as when two events come at once."
        ),
        why=N_(
            "Many messages at once push each other off the screen, and make a phone ring again and "
            "again. WhatsApp takes one message in 6 seconds to the same customer, bursts apart, "
            "and from 1 October 2026 each is paid for (Meta, pricing and limits, seen in November "
            "2026)."
        ),
        cure=N_("Put two messages into one, or ask the customer something in between."),
        source=N_("Your own promise, in the settings of the project."),
    ),
    kind=Basis.WAYS,
    of_project=_of_project,
    blocks=having(fields.Kind.TEXT, fields.Kind.LABEL),
)
