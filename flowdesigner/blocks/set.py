"""The *set* block."""

from collections.abc import Mapping
from typing import Annotated, Literal

from msgspec.structs import replace

from flowdesigner.model.accepted import JsonValue
from flowdesigner.model.answers import read_number
from flowdesigner.model.block import Block, Look
from flowdesigner.model.facts import Facts
from flowdesigner.model.fields import Field, Kind
from flowdesigner.model.part import AsWord, Flag, Part
from flowdesigner.model.passage import UNCHANGED, Passage, known
from flowdesigner.model.run import Go, Run, Step
from flowdesigner.model.settings import PURPOSE_LABELS, Settings
from flowdesigner.model.values import Value, raw, type_of
from flowdesigner.texts import N_, translate

_CONSENT = "consent."
_CONSENTS = tuple(f"{_CONSENT}{purpose}" for purpose in PURPOSE_LABELS)


class VariableChange(Part):
    """One variable, and what becomes of it."""

    variable: Annotated[
        str | None,
        AsWord(),
        Field(
            label=N_("Variable"),
            kind=Kind.VARIABLE,
            required=True,
            help=N_("The variable that changes."),
        ),
    ] = None
    to: Annotated[
        JsonValue,
        Field(
            label=N_("New value"),
            kind=Kind.LITERAL,
            templated=True,
            help=N_("What it becomes: a value, or words with variables in them."),
        ),
    ] = None
    add: Annotated[
        JsonValue,
        Field(
            label=N_("Add to it"),
            kind=Kind.LITERAL,
            templated=True,
            advanced=True,
            help=N_("A number that is added to it, or a value that is put at the end of a list."),
        ),
    ] = None
    clear: Annotated[
        Flag | None,
        Field(
            label=N_("Clear it"),
            kind=Kind.FLAG,
            advanced=True,
            help=N_("Takes its value away."),
        ),
    ] = None
    to_now: Annotated[
        Flag | None,
        Field(
            label=N_("Set it to now"),
            kind=Kind.FLAG,
            advanced=True,
            help=N_("Keeps the date of today, or, where it is a time, the time of day."),
        ),
    ] = None


class Set(Block):
    """Change variables."""

    look = Look(
        title=N_("Set variables"),
        icon="pencil",
        group="do",
        summary=N_("Keeps, counts or clears values."),
    )

    type: Literal["set"] = "set"
    changes: Annotated[
        tuple[VariableChange, ...] | None,
        Field(
            label=N_("Changes"),
            kind=Kind.PARTS,
            required=True,
            help=N_("Made one after another, from top to bottom."),
        ),
    ] = None

    def sets(self, exit: str) -> tuple[str, ...]:
        """All it changes but does not clear."""
        return tuple(
            each.variable for each in self.changes or () if each.variable and not each.clear
        )

    def clears(self) -> tuple[str, ...]:
        """All it clears."""
        return tuple(each.variable for each in self.changes or () if each.variable and each.clear)

    def first_words(self, facts: Facts, language: str) -> str:
        """The changes in words."""
        return "\n".join(map(_told, self.changes or ())) or translate(N_("No changes yet"))

    def passage(self, exit: str, settings: Settings) -> Passage:
        """A consent that is set is known."""
        told = {
            each.variable.removeprefix(_CONSENT): known("given" if each.to else "withdrawn")
            for each in self.changes or ()
            if each.variable in _CONSENTS and isinstance(each.to, bool)
        }
        return replace(UNCHANGED, **told) if told else UNCHANGED

    def enter(self, run: Run) -> Step:
        """Make the changes one after the other and go on."""
        values: dict[str, Value] = {}
        for each in self.changes or ():
            if each.variable:
                now = Run(
                    facts=run.facts, channel=run.channel, language=run.language, now=run.now,
                    values={**run.values, **values},
                )  # fmt: skip
                values[each.variable] = _new_value(each, each.variable, now)
        return Go(save=values)


def _told(change: VariableChange) -> str:
    name = change.variable or "…"
    if change.clear:
        return translate(N_("clear {variable}"), variable=name)
    if change.to_now:
        return translate(N_("{variable} = now"), variable=name)
    if change.add is not None:
        return f"{name} + {raw(change.add)}"
    return f"{name} = {raw(change.to)}"


def _new_value(change: VariableChange, variable: str, run: Run) -> Value:
    if change.clear:
        return None
    kind = type_of(variable, run.facts.variables)
    if change.to_now:
        return run.now.strftime("%H:%M") if kind == "time" else run.now.date().isoformat()
    if change.add is not None:
        return _sum(run.value(variable), _typed(run.raw_data(change.add), kind))
    return _typed(run.raw_data(_in_language(change.to, run)), kind)


def _in_language(value: JsonValue, run: Run) -> JsonValue:
    """A text of several languages is the customer's one."""
    if isinstance(value, Mapping) and value and set(value) <= set(run.facts.languages):
        return run.facts.in_language({k: str(v) for k, v in value.items()}, run.language)
    return value


def _typed(value: Value, kind: str) -> Value:
    if kind in ("number", "money") and isinstance(value, str):
        return read_number(value, "en")
    if kind == "boolean" and isinstance(value, str):
        return {"true": True, "false": False}.get(value.strip().casefold())
    return value


def _sum(before: Value, more: Value) -> Value:
    if isinstance(before, list):
        return [*before, more]
    if isinstance(more, bool) or not isinstance(more, int | float):
        return before
    return (before if isinstance(before, int | float) else 0) + more
