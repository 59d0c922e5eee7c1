"""Opening hours as expressions are those of the model."""

from datetime import UTC, datetime, timedelta
from operator import attrgetter

from hypothesis import given
from hypothesis import strategies as st

from flowdesigner.formats.floip.clock import is_open, opens_at
from flowdesigner.model import hours as model

WORDS = {"and(": "all_of(", "or(": "any_of(", "if(": "chosen(", " = ": " == ", "false": "False"}
"""How Python says what the expressions say; it reads their sums alike, since `sum` makes them."""


def value_of(expression: str, now: datetime) -> object:
    for theirs, ours in WORDS.items():
        expression = expression.replace(theirs, ours)
    functions = {
        "all_of": lambda *each: all(each),
        "any_of": lambda *each: any(each),
        "chosen": lambda test, yes, no: yes if test else no,
        "sum": lambda *each: sum(each),
        "concatenate": lambda *each: "".join(map(str, each)),
        "right": lambda words, many: words[-many:],
        "now": lambda: now,
        "weekday": datetime.isoweekday,
        **{name: attrgetter(name) for name in ("year", "month", "day", "hour", "minute")},
    }
    return eval(expression, functions)


ranges = st.sampled_from(
    ["08:00-21:00", "12:00-13:30", "20:00-08:00", "00:00-24:00", "21:00-22:00"]
)
days = st.sampled_from(["mon", "sun", "mon_fri", "sat_sun", "mon_sun", "fri_mon"])
weeks = st.dictionaries(days, ranges | st.lists(ranges, max_size=3), max_size=3)
moments = st.integers(0, 9 * 24 * 60).map(
    lambda minute: datetime(2026, 11, 23, tzinfo=UTC) + timedelta(minutes=minute)
)


@given(week=weeks, now=moments)
def test_they_open_when_they_open_in_the_preview(
    week: dict[str, str | list[str]], now: datetime
) -> None:
    assert value_of(is_open(week), now) is model.is_open(week, now)
    opens = model.next_open(week, now)
    assert value_of(opens_at(week), now) == (f"{opens:%H:%M}" if opens else "")


def test_a_holiday_is_closed() -> None:
    week = {"mon_sun": "08:00-21:00", "holidays": ["2026-12-25"]}
    noon = datetime(2026, 12, 24, 12, tzinfo=UTC)
    open_at_noon = [value_of(is_open(week), noon + timedelta(days=ahead)) for ahead in range(3)]
    assert open_at_noon == [True, False, True]
