"""Values of variables as an author types them into the preview."""

import json
from datetime import date

from flowdesigner.model.answers import read_typed
from flowdesigner.model.project import Project
from flowdesigner.model.values import Value, raw, type_of

_YES = {"true", "yes", "ya", "1"}
_NO = {"false", "no", "tidak", "0"}
_READ = ("number", "money", "date", "time", "phone", "email")


class UnreadableValueError(ValueError):
    """What was typed is no value of the variable's type."""


def written(project: Project, name: str, value: Value) -> str:
    """A value in the form in which it can be typed again."""
    return "" if value is None else raw(value)


def read_value(project: Project, name: str, typed: str, language: str, today: date) -> Value:
    """The value that was typed; nothing typed clears the variable."""
    kind, plain = type_of(name, project.variables), typed.strip()
    if not plain:
        return None
    value = _of_kind(project, name, kind, plain, (language, today))
    if value is None:
        raise UnreadableValueError(kind)
    return value


def _of_kind(
    project: Project, name: str, kind: str, plain: str, customer: tuple[str, date]
) -> Value:
    if kind == "boolean":
        word = plain.casefold()
        return True if word in _YES else False if word in _NO else None
    if kind == "choice":
        return _choice(project, name, plain)
    if kind in ("list", "location", "media"):
        return _data(plain)
    if kind in ("number", "money"):
        exact = _data(plain)
        if isinstance(exact, int | float) and not isinstance(exact, bool):
            return exact
    return read_typed(kind, plain, *customer) if kind in _READ else plain


def _choice(project: Project, name: str, plain: str) -> Value:
    """A choice by its id or by its label in any language."""
    declared = project.variables.get(name)
    for each in (declared.values if declared else None) or ():
        names = {each.id, *(each.label or {}).values()}
        if plain.casefold() in {word.casefold() for word in names}:
            return each.id
    return None


def _data(plain: str) -> Value:
    try:
        value: Value = json.loads(plain)
    except ValueError:
        return None
    return value
