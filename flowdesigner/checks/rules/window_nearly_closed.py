"""The rule *window-nearly-closed*."""

from flowdesigner.checks.about import having
from flowdesigner.checks.context import FlowContext
from flowdesigner.checks.rule import Basis, Finding, Findings, Manual, Rule, Severity
from flowdesigner.checks.walk import Walk
from flowdesigner.checks.windows import HOUR, free_words, has_window, longest_silences
from flowdesigner.model.fields import Kind
from flowdesigner.texts import N_, message

SPARE = HOUR
"""Seconds before the window closes in which a message should not be sent any more: clocks differ,
and messages wait in queues (a choice of the house)."""

PAUSE_EVERY = 200


def _of_flow(context: FlowContext) -> Findings:
    walk: Walk[float] | None = None
    for at, (id, _node, window) in enumerate(free_words(context)):
        if at % PAUSE_EVERY == 0:
            yield None
        state = context.state(id)
        if state is None or not window - SPARE < state.silence[1] <= window:
            continue
        if walk is None:
            walk = longest_silences(context, _begun(context), window, certainly=True)
            yield from walk.pausing()

        def late(silence: float, window: float = window) -> bool:
            return silence > window - SPARE

        if any(map(late, walk.values(id))):
            yield Finding(
                block=id,
                message=message(
                    N_("On a way here the window closes less than an hour after the message.")
                ),
                path=walk.to(id, late),
            )


def _begun(context: FlowContext) -> float:
    spans = (begin.state.silence.anew or (0, 0) for begin in context.begins)
    return max((least for least, _most in spans), default=0)


RULE = Rule(
    name="window-nearly-closed",
    alias="WA004",
    severity=Severity.WARNING,
    kind=Basis.WAYS,
    title=N_("Free words are not sent in the last hour of the customer's window"),
    manual=Manual(
        means=N_(
            "The journey waits 23 to 24 hours after the customer last wrote, and then says "
            "something in free words on WhatsApp."
        ),
        why=N_(
            "WhatsApp refuses free words once 24 hours have gone by since the customer wrote. "
            "Clocks differ, and in busy hours messages wait in queues: some of them come too late."
        ),
        cure=N_("Wait 23 hours at most, or send an approved template."),
        source=N_("Meta, WhatsApp customer service window of 24 hours, read in November 2026."),
    ),
    of_flow=_of_flow,
    blocks=having(Kind.TEXT),
    channels=has_window,
)
