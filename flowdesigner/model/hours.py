"""Hours of the week: `mon_fri: "08:00-21:00"`, several ranges a day, over midnight, holidays."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from flowdesigner.model.duration import clock_change, on_the_wall

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

EVERY_DAY = "mon_sun"

HOLIDAYS = "holidays"

Hours = Mapping[str, str | Sequence[str]]

_LOOK_AHEAD = 400
"""Days after which hours are taken never to open; a year of holidays and some more."""


@dataclass(frozen=True)
class Opening:
    """The hours that a block goes by, and where they are said."""

    field: str
    """The block's field that says which hours."""
    hours: Hours | None
    setting: str = ""
    """The field of the project's settings that holds them; else the block's own field does."""


def parse_range(written: str) -> tuple[time, time] | None:
    """`08:00-21:00` as two times of day, the end excluded; `24:00` is the day's end."""
    first, dash, last = written.strip().partition("-")
    try:
        end = time(0) if last.strip() == "24:00" else time.fromisoformat(last.strip())
        return (time.fromisoformat(first.strip()), end) if dash else None
    except ValueError:
        return None


def days_of(key: str) -> tuple[int, ...]:
    """The days a key such as `mon_fri` or `sat` names, Monday being 0; none when it names none."""
    first, dash, last = key.partition("_")
    if first not in DAYS or (dash and last not in DAYS):
        return ()
    start, end = DAYS.index(first), DAYS.index(last or first)
    return tuple(day % 7 for day in range(start, (end if end >= start else end + 7) + 1))


def ranges_on(hours: Hours, day: date) -> Iterator[tuple[time, time]]:
    """The ranges that begin on a day; none on a holiday."""
    if day.isoformat() in hours.get(HOLIDAYS, ()):
        return
    for key, written in hours.items():
        if day.weekday() in days_of(key):
            for each in [written] if isinstance(written, str) else written:
                if (parsed := parse_range(each)) is not None:
                    yield parsed


def is_open(hours: Hours, moment: datetime) -> bool:
    """Whether a moment, in the zone the hours are meant in, lies within them."""
    today, now = moment.date(), moment.time().replace(tzinfo=None)
    for start, end in ranges_on(hours, today):
        if start <= now and (now < end or end <= start):
            return True
    return any(
        end <= start and now < end for start, end in ranges_on(hours, today - timedelta(days=1))
    )


def next_open(hours: Hours, moment: datetime) -> datetime | None:
    """The first moment not before the given one at which the hours are open; none when never."""
    if is_open(hours, moment):
        return moment
    for ahead in range(_LOOK_AHEAD):
        day = moment.date() + timedelta(days=ahead)
        for opens in sorted(_beginnings(hours, day, moment), key=datetime.timestamp):
            if opens.timestamp() > moment.timestamp() and is_open(hours, opens):
                return opens
    return None


def _beginnings(hours: Hours, day: date, like: datetime) -> Iterator[datetime]:
    """When hours may open on a day: as a range begins, or as the clocks are changed."""
    for start, _end in ranges_on(hours, day):
        yield from on_the_wall(day, start, like)
    change = clock_change(day, like)
    if change is not None:
        yield change


def outside(span: str) -> Hours:
    """The hours of every day that lie outside a span such as `20:00-08:00`; all, of no span."""
    parsed = parse_range(span)
    if parsed is None:
        return {EVERY_DAY: "00:00-24:00"}
    start, end = parsed
    if start == end:
        return {}
    return {EVERY_DAY: f"{end:%H:%M}-{start:%H:%M}"}


Week = tuple[tuple[str, ...], ...]
"""The ranges of the seven days, Monday first."""


def week_of(hours: Hours) -> Week:
    """The ranges day by day, as they are written."""
    days: list[list[str]] = [[] for _day in DAYS]
    for key, written in hours.items():
        for day in days_of(key):
            days[day] += [written] if isinstance(written, str) else written
    return tuple(map(tuple, days))


def hours_of(week: Week, holidays: Sequence[str], others: Hours) -> Hours:
    """Hours in the fewest lines: days in a row that are alike stand together."""
    found: dict[str, str | tuple[str, ...]] = {}
    day = 0
    while day < len(DAYS):
        last = day
        while last + 1 < len(DAYS) and week[last + 1] == week[day]:
            last += 1
        if week[day]:
            key = DAYS[day] if day == last else f"{DAYS[day]}_{DAYS[last]}"
            found[key] = week[day][0] if len(week[day]) == 1 else week[day]
        day = last + 1
    kept = {key: value for key, value in others.items() if not days_of(key) and key != HOLIDAYS}
    return found | kept | ({HOLIDAYS: tuple(holidays)} if holidays else {})
