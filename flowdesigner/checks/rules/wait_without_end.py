"""The rule *wait-without-end*."""

from datetime import timedelta

from flowdesigner.blocks.wait import WaitBlock
from flowdesigner.checks.about import being
from flowdesigner.checks.context import BlockContext
from flowdesigner.checks.rule import Finding, Findings, Fix, Manual, Rule, Severity
from flowdesigner.edits.blocks import SetValue
from flowdesigner.model.duration import parse_duration
from flowdesigner.texts import N_, message

_USUAL = "24h"
_LONGEST = timedelta(days=30)


def _of_block(context: BlockContext) -> Findings:
    block = context.block
    if not isinstance(block, WaitBlock) or block.kind not in ("event", "status"):
        return
    length = parse_duration(block.at_most or "")
    if block.at_most is None:
        title = message(N_("Wait at most {duration}"), duration=_USUAL)
        edit = SetValue(context.flow, context.id, ("at_most",), _USUAL, title)
        yield Finding(
            message=message(N_("If it never happens, the customer is stuck here for ever.")),
            field=("at_most",),
            fixes=(Fix(title=title, edit=edit),),
        )
    elif length is not None and not timedelta() < length <= _LONGEST:
        yield Finding(
            message=message(
                N_("It waits for {duration}, not for more than 0 and at most 30 days."),
                duration=block.at_most,
            ),
            field=("at_most",),
            severity=Severity.WARNING,
        )


RULE = Rule(
    name="wait-without-end",
    alias="FL10",
    severity=Severity.ERROR,
    title=N_("Every wait for something comes to an end"),
    manual=Manual(
        means=N_(
            "A block waits for something to happen, or for news of a message, and does not say how "
            "long at most."
        ),
        why=N_(
            "Not everything that is waited for happens. Customers for whom it does not would stay "
            "in the journey for ever and could not enter it again."
        ),
        cure=N_("Say how long to wait at most, and draw what happens then."),
    ),
    of_block=_of_block,
    blocks=being(WaitBlock),
)
