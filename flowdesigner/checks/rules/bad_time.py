"""The rule *bad-time*."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from flowdesigner.checks.about import having
from flowdesigner.checks.context import BlockContext, FlowContext, ProjectContext
from flowdesigner.checks.rule import Finding, Findings, Manual, Rule, Severity
from flowdesigner.model.fields import Kind
from flowdesigner.model.hours import HOLIDAYS, days_of, parse_range
from flowdesigner.model.values import is_iso_time
from flowdesigner.model.walk import Path, Spot, walk
from flowdesigner.texts import N_, message

_TIME = N_("“{written}” is not a time of day. Write it as 18:30.")
_SPAN = N_("“{written}” are not hours. Write them as 08:00-21:00.")
_ZONE = N_("There is no time zone “{written}”. Write a continent and a city, as Asia/Jakarta.")
_DAY = N_("“{written}” are no days of the week. Write mon, or mon_fri.")
_DATE = N_("“{written}” is not a date. Write it as 2026-12-25.")


def _time(value: object) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str) and not is_iso_time(value):
        yield (), _TIME


def _span(value: object) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str) and parse_range(value) is None:
        yield (), _SPAN


def _zone(value: object) -> Iterator[tuple[Path, str]]:
    try:
        ZoneInfo(str(value))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        yield (), _ZONE


def _week(value: object) -> Iterator[tuple[Path, str]]:
    for key, written in value.items() if isinstance(value, Mapping) else ():
        each = [written] if isinstance(written, str) else written
        if key == HOLIDAYS:
            yield from (((key,), _DATE) for one in each if not _is_date(one))
        elif not days_of(key):
            yield (key,), _DAY
        elif any(parse_range(one) is None for one in each):
            yield (key,), _SPAN


def _is_date(written: str) -> bool:
    try:
        date.fromisoformat(written)
    except ValueError:
        return False
    return True


_LOOKS: Mapping[Kind, Callable[[object], Iterator[tuple[Path, str]]]] = {
    Kind.TIME: _time,
    Kind.SPAN: _span,
    Kind.ZONE: _zone,
    Kind.WEEK: _week,
}


def _found(spots: Iterator[Spot], before: Path = ()) -> Findings:
    for spot in spots:
        look = _LOOKS.get(spot.field.kind)
        for rest, told in look(spot.value) if look else ():
            yield Finding(
                message=message(told, written=_written(spot.value, rest)),
                field=(*before, *spot.path, *rest),
            )


def _written(value: object, rest: Path) -> object:
    if not rest or not isinstance(value, Mapping):
        return value
    found, key = value[rest[0]], str(rest[0])
    if key != HOLIDAYS and not days_of(key):
        return key
    return found if isinstance(found, str) else ", ".join(found)


def _of_block(context: BlockContext) -> Findings:
    yield from _found(context.of_kind(*_LOOKS))


def _of_flow(context: FlowContext) -> Findings:
    for position, start in enumerate(context.flow.starts or ()):
        yield from _found(walk(start), ("starts", position))


def _of_project(context: ProjectContext) -> Findings:
    yield from _found(walk(context.project.settings), ("settings",))


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
    ),
    of_block=_of_block,
    of_flow=_of_flow,
    of_project=_of_project,
    blocks=having(*_LOOKS),
)
