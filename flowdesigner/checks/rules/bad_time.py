"""The rule *bad-time*."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from msgspec.structs import replace

from flowdesigner.checks.about import having
from flowdesigner.checks.context import BlockContext, FlowContext, ProjectContext
from flowdesigner.checks.meant import meant_span, meant_time, meant_zone
from flowdesigner.checks.rule import Finding, Findings, Fix, Manual, Rule, Severity
from flowdesigner.edits.blocks import SetValue
from flowdesigner.edits.edit import Edit
from flowdesigner.edits.fixes import SetStart
from flowdesigner.edits.project import SetProjectValue
from flowdesigner.model.fields import Kind
from flowdesigner.model.hours import HOLIDAYS, days_of, parse_range
from flowdesigner.model.values import is_iso_date, is_iso_time
from flowdesigner.model.walk import Path, Spot, walk
from flowdesigner.texts import N_, message

_TIME = N_("“{written}” is not a time of day. Write it as 18:30.")
_SPAN = N_("“{written}” are not hours. Write them as 08:00-21:00.")
_ZONE = N_("There is no time zone “{written}”. Write a continent and a city, as Asia/Jakarta.")
_DAY = N_("“{written}” are no days of the week. Write mon, or mon_fri.")
_DATE = N_("“{written}” is not a date. Write it as 2026-12-25.")


Meant = str | tuple[str | None, ...] | None
Wrong = Iterator[tuple[Path, str, Meant]]
"""Inside the value, what is wrong there, and what was most likely meant."""
Change = Callable[[Path, object], Edit]


def _time(value: object) -> Wrong:
    if isinstance(value, str) and not is_iso_time(value):
        yield (), _TIME, meant_time(value)


def _span(value: object) -> Wrong:
    if isinstance(value, str) and parse_range(value) is None:
        yield (), _SPAN, meant_span(value)


def _zone(value: object) -> Wrong:
    try:
        ZoneInfo(str(value))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        yield (), _ZONE, meant_zone(str(value))


def _week(value: object) -> Wrong:
    for key, written in value.items() if isinstance(value, Mapping) else ():
        each = [written] if isinstance(written, str) else written
        if key == HOLIDAYS:
            yield from (((key,), _DATE, None) for one in each if not is_iso_date(one))
        elif not days_of(key):
            yield (key,), _DAY, None
        elif any(parse_range(one) is None for one in each):
            spans = tuple(one if parse_range(one) else meant_span(one) for one in each)
            better = spans if len(spans) > 1 else spans[0]
            yield (key,), _SPAN, better if all(spans) else None


_LOOKS: Mapping[Kind, Callable[[object], Wrong]] = {
    Kind.TIME: _time,
    Kind.SPAN: _span,
    Kind.ZONE: _zone,
    Kind.WEEK: _week,
}


def _found(spots: Iterable[Spot], change: Change) -> Findings:
    for spot in spots:
        look = _LOOKS.get(spot.field.kind)
        for rest, told, better in look(spot.value) if look else ():
            place = (*spot.path, *rest)
            yield Finding(
                message=message(told, written=_written(spot.value, rest)),
                field=place,
                fixes=_fixes(place, better, change),
            )


def _fixes(place: Path, better: Meant, change: Change) -> tuple[Fix, ...]:
    if better is None:
        return ()
    value = better if isinstance(better, str) else ", ".join(map(str, better))
    return (Fix(title=message(N_("Write {value}"), value=value), edit=change(place, better)),)


def _written(value: object, rest: Path) -> object:
    if not rest or not isinstance(value, Mapping):
        return value
    found, key = value[rest[0]], str(rest[0])
    if key != HOLIDAYS and not days_of(key):
        return key
    return found if isinstance(found, str) else ", ".join(found)


def _of_block(context: BlockContext) -> Findings:
    change = partial(SetValue, context.flow, context.id)
    yield from _found(context.of_kind(*_LOOKS), change)


def _of_flow(context: FlowContext) -> Findings:
    for position, start in enumerate(context.flow.starts or ()):
        change = partial(SetStart, context.id, position)
        for found in _found(walk(start), change):
            if found is not None:
                yield replace(found, field=("starts", position, *found.field))


def _of_project(context: ProjectContext) -> Findings:
    yield from _found(walk(context.project.settings, ("settings",)), SetProjectValue)


RULE = Rule(
    name="bad-time",
    severity=Severity.ERROR,
    title=N_("Times, hours and time zones are written well"),
    manual=Manual(
        means=N_("A time of day, hours, a holiday or a time zone is not written as one."),
        why=N_(
            "The program cannot tell when that is. A message could come at night, or not at all."
        ),
        cure=N_("Choose it in the form, where it is always written well."),
        source=N_("The file format of Flow Designer, version 1."),
    ),
    of_block=_of_block,
    of_flow=_of_flow,
    of_project=_of_project,
    blocks=having(*_LOOKS),
)
