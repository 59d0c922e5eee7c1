"""The rule *handoff-at-any-hour*."""

from functools import partial
from operator import not_

from flowdesigner.checks.context import FlowContext
from flowdesigner.checks.rule import Basis, Finding, Findings, Fix, Manual, PathStep, Rule, Severity
from flowdesigner.checks.silence import falls_silent
from flowdesigner.checks.walk import Walk
from flowdesigner.edits.blocks import SetValue
from flowdesigner.model.block import Block
from flowdesigner.model.week import times_closed
from flowdesigner.texts import N_, message

_NOBODY = "unavailable"


def _of_flow(context: FlowContext) -> Findings:
    handing = [id for id, node in context.nodes.items() if node.hands_over]
    unasked = [id for id in handing if not context.nodes[id].minds_hours]
    if unasked and context.flow.first in context.nodes and not _is_settled(context):
        ways = Walk(context, False, partial(_has_looked, context))
        for id in unasked:
            if False in ways.values(id):
                yield _at_any_hour(context, id, ways)
    for id in handing:
        if path := _in_silence(context, id):
            yield Finding(
                block=id,
                field=("exits", _NOBODY),
                message=message(N_("When nobody is there, the customer is not told.")),
                path=path,
            )


def _is_settled(context: FlowContext) -> bool:
    """Whether somebody is always there, or those who begin the flow may have looked at the clock.

    These are blocks of other flows; who begins it by a keyword does so at any hour.
    """
    hours = context.around.facts.settings.business_hours
    if hours and not times_closed(hours):
        return True
    keywords = context.around.facts.settings.keywords or ()
    begun = any(each.trigger != "call" for each in context.flow.starts or ())
    return bool(context.entries) and not begun and all(k.flow != context.id for k in keywords)


def _has_looked(context: FlowContext, block: str, _exit: str, before: bool) -> bool:
    node = context.nodes[block]
    return before or (node.minds_hours and not node.hands_over)


def _at_any_hour(context: FlowContext, id: str, ways: Walk[bool]) -> Finding:
    title = message(N_("Hand over in business hours only"))
    edit = SetValue(context.id, id, ("hours",), "business", title)
    mendable = context.around.facts.settings.business_hours and _NOBODY in context.nodes[id].exits
    return Finding(
        block=id,
        field=("hours",),
        message=message(N_("Nothing says when somebody is there to take over.")),
        path=ways.to(id, not_),
        fixes=(Fix(title=title, edit=edit),) if mendable else (),
    )


def _in_silence(context: FlowContext, id: str) -> tuple[PathStep, ...]:
    way = next((each for each in context.nodes[id].ways if each.id == _NOBODY), None)
    if way is None or not way.happens:
        return ()
    return falls_silent(context, id, _NOBODY, waits_count=True)


def _hands_over(block_type: type[Block]) -> bool:
    return {"hours", "longest_wait"} <= block_type.model_fields.keys()


RULE = Rule(
    name="handoff-at-any-hour",
    alias="HH02",
    severity=Severity.WARNING,
    kind=Basis.WAYS,
    title=N_("Customers are not left waiting for colleagues who are not there"),
    manual=Manual(
        means=N_(
            "A conversation is handed over and nothing has looked at the clock before, or nobody "
            "is there and the customer is not told."
        ),
        why=N_(
            "At night and on Sundays customers are told that a colleague will join, and then "
            "nothing happens until Monday. They write again, or go elsewhere."
        ),
        cure=N_(
            "Choose “In business hours” for when somebody is available, and say by “Nobody "
            "available” when you are back; a ticket keeps the question. Where people are there "
            "day and night, choose “Always”."
        ),
        source=N_("Google and Rasa, guides to the design of conversations, read in November 2026."),
    ),
    of_flow=_of_flow,
    blocks=_hands_over,
)
