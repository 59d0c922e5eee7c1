"""The reasons for which a flow begins: in words, and how a chat begins by each."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta

from msgspec.structs import replace

from flowdesigner.model.duration import parse_duration
from flowdesigner.model.flow import EVERY_LABELS, TRIGGER_LABELS, Start, When
from flowdesigner.model.project import Project
from flowdesigner.model.spoken_duration import spoken_length
from flowdesigner.model.values import Value, is_iso_date, is_iso_time
from flowdesigner.simulate.opening import DEFAULT_AT, Opening
from flowdesigner.texts import N_, translate

START_ICONS: Mapping[str, str] = {
    "message": "message-circle",
    "event": "bell",
    "schedule": "calendar",
    "audience": "users",
    "ad": "megaphone",
    "call": "workflow",
}


def first_words(starts: Iterable[Start], languages: Iterable[str]) -> tuple[str, ...]:
    """What a customer may write so that one of these comes true, their language first."""
    written = (
        word
        for start in starts
        for language in dict.fromkeys(languages)
        for word in (start.words or {}).get(language, ())
    )
    return tuple(dict.fromkeys(filter(None, written)))


def start_words(start: Start, languages: Iterable[str]) -> str:
    """When it begins, as a sentence; what is not filled in yet is left out."""
    usual = TRIGGER_LABELS[start.trigger or "call"]
    match start:
        case Start(trigger="message"):
            words = first_words((start,), languages)
            if not words:
                return translate(N_("The customer writes anything"))
            return translate(N_("The customer writes: {words}"), words=", ".join(words))
        case Start(trigger="event", name=str(name)) if name:
            return translate(N_("“{event}” happens"), event=name)
        case Start(trigger="audience", list=str(name)) if name:
            return translate(N_("It is sent to the list “{list}”"), list=name)
        case Start(trigger="ad", ref=str(name)) if name:
            return translate(N_("A customer comes from the advertisement “{name}”"), name=name)
        case Start(trigger="schedule", when=When() as when):
            return _when(when) or translate(usual)
        case _:
            return translate(usual)


def _when(when: When) -> str:
    """A time at which a flow starts; nothing when it is only half filled in."""
    day = _day(when)
    if day and when.at:
        return translate(N_("{day}, at {time}"), day=day, time=when.at)
    return day


def _day(when: When) -> str:
    if when.every is not None:
        return translate(EVERY_LABELS[when.every])
    pause = parse_duration(when.before or when.after or "")
    if not when.of or pause is None:
        return ""
    told = N_("{time} before “{date}”") if when.before else N_("{time} after “{date}”")
    return translate(told, time=spoken_length(pause), date=when.of)


def begun_by(project: Project, start: Start | None, opening: Opening) -> Opening:
    """The opening of a chat that a start has begun, with samples of what it brings along."""
    brought: dict[str, Value] = {}
    for name in (start.gives if start else None) or ():
        variable = project.variables.get(name)
        if variable is not None and variable.sample is not None:
            brought[name] = variable.sample
    at = _moment(project, start.when) if start and start.when else opening.at
    variables = {**brought, **opening.variables}
    return replace(opening, trigger="at_once", variables=variables, at=at)


def _moment(project: Project, when: When) -> datetime:
    """When the clock stands as this start wants it; a date has its sample."""
    variable = project.variables.get(when.of or "") if when.every is None else None
    sample = variable.sample if variable is not None else None
    dated = isinstance(sample, str) and is_iso_date(sample)
    day = date.fromisoformat(str(sample)) if dated else DEFAULT_AT.date()
    at = time.fromisoformat(when.at or "") if is_iso_time(when.at or "") else DEFAULT_AT.time()
    before, after = parse_duration(when.before or ""), parse_duration(when.after or "")
    shift = (after or timedelta()) - (before or timedelta()) if dated else timedelta()
    try:
        return datetime.combine(day, at.replace(tzinfo=None)) + shift
    except OverflowError:
        return DEFAULT_AT
