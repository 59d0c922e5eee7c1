"""The rule *reminder-at-night*."""

from flowdesigner.checks.about import having
from flowdesigner.checks.context import FlowContext
from flowdesigner.checks.rule import Basis, Finding, Findings, Manual, Rule, Severity
from flowdesigner.checks.sendings import (
    PAUSE_EVERY,
    follows_closely,
    hold_before,
    hour,
    is_unasked,
    sent,
    ways_in_time,
)
from flowdesigner.model.fields import Kind
from flowdesigner.model.passage import Passage
from flowdesigner.model.week import ANY_TIME, times_between
from flowdesigner.texts import N_, message

_WORKING_DAYS = range(6)
"""Monday to Saturday."""


def _of_flow(context: FlowContext) -> Findings:
    if not any(begin.category == "collections" for begin in context.begins):
        return
    since, until = (context.around.term(f"law.collections_{end}") for end in ("from", "to"))
    if since is None or until is None:
        return
    start, end = hour(since.value, "08:00"), hour(until.value, "20:00")
    bad = ANY_TIME & ~times_between(start, end, _WORKING_DAYS, wholly=True)
    hours = {"mon_sat": f"{start:%H:%M}-{end:%H:%M}"}
    walks = ways_in_time(context)
    for at, (id, _node, begin, state) in enumerate(sent(context)):
        if at % PAUSE_EVERY == 0:
            yield None
        if begin.category != "collections" or not is_unasked(state) or follows_closely(state):
            continue
        if state.times & bad:
            always = N_("This is sent at night or on a Sunday, when nobody may be reminded to pay.")
            maybe = N_("This may be sent at night or on a Sunday, when nobody may be reminded.")
            surely = not state.times & ~bad
            walk = yield from walks.begun_with(Passage(times=begin.state.times))
            yield Finding(
                block=id,
                message=message(always if surely else maybe),
                severity=None if surely else Severity.WARNING,
                path=walk.to(id, lambda at: bool(at.times & bad)),
                fixes=(hold_before(context, id, hours),),
            )


RULE = Rule(
    name="reminder-at-night",
    alias="CO07",
    severity=Severity.ERROR,
    kind=Basis.WAYS,
    title=N_("Reminders to pay come by day, from Monday to Saturday"),
    manual=Manual(
        means=N_(
            "A flow that is begun to remind customers to pay can send something before 08:00, "
            "after 20:00 or on a Sunday, by the clock of your project. When that is surely so it "
            "is an error, else a warning. What answers a customer who wrote within the last hour "
            "is fine. Holidays are for you to write into the hours."
        ),
        why=N_(
            "In Indonesia who owes something may be contacted only from 08:00 to 20:00 by their "
            "own clock, from Monday to Saturday and not on national holidays (SEOJK 19/2023 and "
            "POJK 22/2023, checked 24 November 2026)."
        ),
        cure=N_(
            "Begin the flow at a time within these hours, or put an “Hours” block before the "
            "message that waits until they are open."
        ),
        source=N_("OJK: SEOJK 19/2023 and POJK 22/2023, by press reports of 10 November 2023."),
    ),
    of_flow=_of_flow,
    blocks=having(Kind.TEXT),
)
