"""The rule *sent-on-holiday*."""

from datetime import date

from flowdesigner.blocks.hours import HoursBlock
from flowdesigner.checks.about import being
from flowdesigner.checks.context import FlowContext
from flowdesigner.checks.offers import offer_starts
from flowdesigner.checks.rule import Basis, Finding, Findings, Manual, Rule, Severity
from flowdesigner.model.hours import HOLIDAYS
from flowdesigner.texts import N_, message


def _of_flow(context: FlowContext) -> Findings:
    starts = [at for at, start in offer_starts(context) if start.trigger == "schedule"]
    holiday = _next_holiday(context) if starts else None
    if holiday is not None and _sends_at_any_hour(context):
        told = N_("These offers go out on holidays too; the next one in the settings is {day}.")
        yield Finding(message=message(told, day=holiday.isoformat()), field=("starts", starts[0]))


def _next_holiday(context: FlowContext) -> date | None:
    written = (context.around.facts.settings.business_hours or {}).get(HOLIDAYS, ())
    days = []
    for each in [written] if isinstance(written, str) else written:
        try:
            days.append(date.fromisoformat(each))
        except ValueError:
            continue  # another rule's
    return min((day for day in days if day >= context.around.as_of), default=None)


def _sends_at_any_hour(context: FlowContext) -> bool:
    """Whether on some way something is sent before the business hours are looked at."""
    first = context.flow.first
    found = {first} if first in context.nodes else set()
    waiting = list(found)
    while waiting:
        id = str(waiting.pop())
        node = context.nodes[id]
        if node.minds_hours:
            continue
        if node.sends is not None or node.calls:
            return True
        for _exit, target in context.edges[id]:
            if target not in found:
                found.add(target)
                waiting.append(target)
    return False


RULE = Rule(
    name="sent-on-holiday",
    alias="CO11",
    severity=Severity.WARNING,
    title=N_("Offers mind the holidays in the settings"),
    manual=Manual(
        means=N_(
            "A flow sends offers by itself at fixed times, and nothing holds it back on the "
            "holidays that stand in the project's business hours. Only those holidays are known: "
            "the program has no calendar of its own."
        ),
        why=N_(
            "Offers on a holiday annoy, and nobody is there to answer. Reminders to pay may not go "
            "out on national holidays at all in Indonesia (POJK 22/2023)."
        ),
        cure=N_("Put “Hours” with your business hours before the first message."),
        source=N_("POJK 22/2023, through the press, November 2026."),
    ),
    kind=Basis.DATA,
    of_flow=_of_flow,
    blocks=being(HoursBlock),
)
