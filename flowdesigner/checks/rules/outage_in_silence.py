"""The rule *outage-in-silence*."""

from flowdesigner.checks.about import having
from flowdesigner.checks.context import FlowContext
from flowdesigner.checks.rule import Basis, Finding, Findings, Manual, Rule, Severity
from flowdesigner.checks.silence import falls_silent
from flowdesigner.checks.walk import PAUSE_EVERY, Walk, has_said
from flowdesigner.model.fields import Kind
from flowdesigner.texts import N_, message

_ANSWERED, _FAILED = "ok", "failed"
_BEGUN_BY_CUSTOMERS = ("message", "ad")


def _of_flow(context: FlowContext) -> Findings:
    """Where the customer is in the middle of something; not what only makes a note and ends."""
    asking = [
        id
        for id, node in context.nodes.items()
        if not node.says and {_ANSWERED, _FAILED} <= {way.id for way in node.ways}
    ]
    if not asking:
        return
    spoken = _is_spoken_with(context)
    for at, id in enumerate(asking):
        path = falls_silent(context, id, _FAILED)
        heard = spoken is None or True in spoken.values(id)
        if path and heard and not falls_silent(context, id, _ANSWERED):
            yield Finding(
                block=id,
                field=("exits", _FAILED),
                message=message(N_("When the system does not answer, the customer hears nothing.")),
                path=path,
            )
        if at % PAUSE_EVERY == 0:
            yield None


def _is_spoken_with(context: FlowContext) -> Walk[bool] | None:
    """Where something was said to the customer before; none, when that is everywhere."""
    starts = context.flow.starts or ()
    begun = any(each.trigger in _BEGUN_BY_CUSTOMERS for each in starts)
    if begun and context.flow.first in context.nodes:
        return None
    return Walk(context, False, has_said(context.nodes))


RULE = Rule(
    name="outage-in-silence",
    alias="FL13",
    severity=Severity.WARNING,
    kind=Basis.WAYS,
    title=N_("When a system does not answer, the customer is told"),
    manual=Manual(
        means=N_(
            "The exit “Failed” of a block that asks a system leads to an end, and nothing is said "
            "to the customer on the way."
        ),
        why=N_(
            "Systems are out of order now and then. Customers who have just asked something and "
            "get no reply write again and again, or call."
        ),
        cure=N_(
            "Say in a message that it does not work just now, and what to do: try again, or talk "
            "to a person."
        ),
        source=N_("Google and Rasa, guides to the design of conversations, read in November 2026."),
    ),
    of_flow=_of_flow,
    blocks=having(Kind.SAVE),
)
