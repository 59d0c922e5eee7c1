"""The rule *useless-split*."""

from flowdesigner.blocks.split import Split
from flowdesigner.checks.about import being
from flowdesigner.checks.context import BlockContext
from flowdesigner.checks.rule import Finding, Findings, Manual, Rule, Severity
from flowdesigner.texts import N_, message

_FEWEST = 2


def _of_block(context: BlockContext) -> Findings:
    if not isinstance(context.block, Split) or not context.block.arms:
        return
    arms = context.block.arms
    for position, arm in enumerate(arms):
        if arm.weight is not None and arm.weight <= 0:
            yield Finding(
                message=message(N_("Nobody goes this way: a share is a whole number above 0.")),
                field=("arms", arm.id or position, "weight"),
            )
    if len(arms) < _FEWEST:
        told = N_("With one way only there is nothing to compare.")
        yield Finding(message=message(told), field=("arms",), severity=Severity.WARNING)


RULE = Rule(
    name="useless-split",
    alias="FL11",
    severity=Severity.ERROR,
    title=N_("A split has ways to compare, each with customers"),
    manual=Manual(
        means=N_("A split has one way only, or one of its ways has no share of the customers."),
        why=N_(
            "What nobody goes through cannot be compared, and the way that is drawn is dead. The "
            "shares need not add up to 100; each counts beside the others."
        ),
        cure=N_("Give every way a share above 0, or take the split away."),
    ),
    of_block=_of_block,
    blocks=being(Split),
)
