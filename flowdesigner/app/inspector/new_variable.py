"""What a variable that is made while a form is filled in will be."""

from collections.abc import Mapping

from flowdesigner.model.part import Part
from flowdesigner.model.variable import TYPE_LABELS, ChoiceValue, Variable

_NUMERIC = ("rating",)


def variable_for(owner: Part | None, name: str) -> Variable:
    """A declaration that fits what the part around the field will put into it."""
    if name == "save_to" and isinstance(options := getattr(owner, "options", None), tuple):
        values = tuple(ChoiceValue(id=each.id, label=each.label) for each in options if each.id)
        return Variable(type="choice", values=values or None)
    answer = getattr(owner, "answer", None)
    if answer in _NUMERIC:
        return Variable(type="number")
    return Variable.model_validate({"type": answer if answer in _types() else "text"})


def _types() -> Mapping[str, str]:
    return TYPE_LABELS
