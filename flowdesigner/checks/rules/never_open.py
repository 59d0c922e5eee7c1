"""The rule *never-open*."""

from datetime import date, datetime, time, tzinfo

from flowdesigner.checks.context import BlockContext
from flowdesigner.checks.rule import Finding, Findings, Fix, Manual, Rule, Severity
from flowdesigner.edits.blocks import SetValue
from flowdesigner.edits.edit import Edit
from flowdesigner.edits.project import SetProjectValue
from flowdesigner.model.block import Block
from flowdesigner.model.hours import HOLIDAYS, Hours, Opening, next_open, parse_range, week_of
from flowdesigner.model.values import is_iso_date
from flowdesigner.texts import N_, message

_WEEKS = 50
"""Fewer holidays than this close no day of the week for a year."""
_USUAL_WEEK = {"mon_fri": "08:00-17:00"}
_USUAL_NIGHT = "20:00-08:00"


def _of_block(context: BlockContext) -> Findings:
    facts = context.around.facts
    opening = context.block.opening(facts.settings)
    if opening is None:
        return
    if not opening.hours and opening.setting:
        told = N_("The project says nowhere when that is, so it is always open here.")
        yield _finding(context, opening, told, Severity.WARNING)
    elif not opening.hours:
        yield _finding(context, opening, N_("Nothing says when it is open."))
    elif _never(opening.hours, facts.zone):
        yield _finding(context, opening, N_("These hours never open."))


def _finding(
    context: BlockContext, opening: Opening, told: str, severity: Severity | None = None
) -> Finding:
    return Finding(
        message=message(told),
        field=(opening.field,),
        fixes=(_fix(context, opening),),
        severity=severity,
    )


def _fix(context: BlockContext, opening: Opening) -> Fix:
    """The hours most businesses have; an author who wants others begins with them."""
    title = message(N_("Open Monday to Friday from 08:00 to 17:00"))
    edit: Edit = SetValue(context.flow, context.id, (opening.field,), _USUAL_WEEK, title)
    if opening.setting == "quiet_hours":
        title = message(N_("Be quiet from 20:00 to 08:00"))
        edit = SetProjectValue(("settings", opening.setting), _USUAL_NIGHT)
    elif opening.setting:
        edit = SetProjectValue(("settings", opening.setting), _USUAL_WEEK)
    return Fix(title=title, edit=edit)


def _never(hours: Hours, zone: tzinfo) -> bool:
    """Whether no day has hours, or holidays fall on all of those that have."""
    if not any(parse_range(each) for day in week_of(hours) for each in day):
        return True
    holidays = sorted(each for each in hours.get(HOLIDAYS, ()) if is_iso_date(each))
    if len(holidays) < _WEEKS:
        return False
    first = datetime.combine(date.fromisoformat(holidays[0]), time(), zone)
    return next_open(hours, first) is None


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
        source=N_("How conversations run in Flow Designer and on the platforms it exports to."),
    ),
    of_block=_of_block,
    blocks=lambda block_type: block_type.opening is not Block.opening,
)
