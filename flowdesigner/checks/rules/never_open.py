"""The rule *never-open*."""

from flowdesigner.blocks.hours import HoursBlock
from flowdesigner.checks.about import being
from flowdesigner.checks.context import BlockContext
from flowdesigner.checks.rule import Finding, Findings, Manual, Rule, Severity
from flowdesigner.model.hours import Hours, parse_range, week_of
from flowdesigner.texts import N_, message


def _of_block(context: BlockContext) -> Findings:
    block, settings = context.block, context.around.facts.settings
    if not isinstance(block, HoursBlock):
        return
    if block.window == "business" and not settings.business_hours:
        yield _always(N_("The project has no business hours, so it is always open here."))
    elif block.window == "quiet" and not settings.quiet_hours:
        yield _always(N_("The project has no quiet hours, so it is always open here."))
    elif block.window == "business" and _never(settings.business_hours or {}):
        yield Finding(message=message(N_("The business hours never open.")), field=("window",))
    elif block.window is None and not block.ranges:
        yield Finding(message=message(N_("Nothing says when it is open.")), field=("window",))
    elif block.window is None and _never(block.ranges or {}):
        yield Finding(message=message(N_("These hours never open.")), field=("ranges",))


def _always(told: str) -> Finding:
    return Finding(message=message(told), field=("window",), severity=Severity.WARNING)


def _never(hours: Hours) -> bool:
    return not any(parse_range(each) for day in week_of(hours) for each in day)


RULE = Rule(
    name="never-open",
    severity=Severity.ERROR,
    title=N_("Hours open at some time"),
    manual=Manual(
        means=N_(
            "A block looks whether it is open, but its hours have no time at which they are, or "
            "the project does not say when that is."
        ),
        why=N_(
            "All customers go the same way, or wait for ever for an hour that never comes. An "
            "unexpected message at night is the first thing customers complain about."
        ),
        cure=N_("Fill in the hours in the block, or in the settings of the project."),
    ),
    of_block=_of_block,
    blocks=being(HoursBlock),
)
