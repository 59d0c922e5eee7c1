"""What variables may hold: the values by which messages are written out to be looked at."""

from collections.abc import Mapping
from datetime import datetime, timedelta, timezone

from msgspec.structs import replace

from flowdesigner.model.facts import Facts
from flowdesigner.model.run import Run
from flowdesigner.model.values import Value, type_of
from flowdesigner.model.variable import BUILT_IN, Variable

_MONDAY_MORNING = datetime(2026, 11, 23, 10, tzinfo=timezone(timedelta(hours=7)))

_SAMPLES: Mapping[str, Value] = {
    "text": "Contoh isi",
    "number": 1234,
    "money": 1250000,
    "boolean": True,
    "date": "2026-11-23",
    "time": "10:00",
    "phone": "+6281234567890",
    "email": "nama@contoh.co.id",
}
_CONTACT = "contact"


def sample_of(variable: Variable) -> Value:
    """What a variable may hold: its sample, else something usual for its type."""
    if variable.sample is not None:
        return variable.sample
    if variable.type == "choice" and variable.values:
        return max(
            variable.values,
            key=lambda each: max(map(len, (each.label or {"": ""}).values()), default=0),
        ).id
    return _SAMPLES.get(variable.type)


def sample_run(facts: Facts, channel: str, language: str) -> Run:
    """A conversation in which every variable has its sample value."""
    values: dict[str, Value] = {name: _SAMPLES.get(kind) for name, kind in BUILT_IN.items()}
    values |= {"contact.name": "Sari Dewi", "contact.channel": channel}
    values |= {"contact.language": language}
    values |= {name: sample_of(each) for name, each in facts.variables.items()}
    return Run(facts=facts, channel=channel, language=language, now=_MONDAY_MORNING, values=values)


def known_values(facts: Facts, path: str) -> tuple[Value, ...]:
    """What the project itself shows that a variable may hold.

    Its sample, the values it can choose from, what is known of the customers to try out with.
    """
    root, _dot, rest = path.partition(".")
    if root == _CONTACT:
        contacts = facts.settings.contacts or ()
        return tuple(value for each in contacts if (value := getattr(each, rest, None)))
    variable = facts.variables.get(path)
    if variable is None:
        return ()
    if variable.type == "choice" and variable.values:
        return tuple(each.id for each in variable.values)
    return (variable.sample,) if variable.sample is not None else ()


def fullest_run(facts: Facts, channel: str, language: str) -> Run:
    """A conversation in which every variable has the longest value that is known of it."""
    run = sample_run(facts, channel, language)
    fuller: dict[str, Value] = {}
    for path, value in run.values.items():
        known = known_values(facts, path)
        if known and type_of(path, facts.variables) != "date" and known != (value,):
            fuller[path] = max((value, *known), key=lambda each: len(written(run, path, each)))
    return replace(run, values={**run.values, **fuller})


def with_examples(run: Run, examples: Mapping[str, str]) -> Run:
    """The same conversation with those of some examples that are longer than the values it has."""
    fuller = {
        path: example
        for path, example in examples.items()
        if len(example) > len(written(run, path, run.value(path)))
    }
    return replace(run, values={**run.values, **fuller})


def written(run: Run, path: str, value: Value) -> str:
    """A value as the customer of a conversation reads it."""
    return "" if value is None else run.writer.for_reader(path, value)
