# mypy: ignore-errors
"""The variables of the journey and their types, as flow_facts.py lists them."""

from collections.abc import Mapping
from dataclasses import dataclass

from actions import flow_facts

BUILT_IN: Mapping[str, str] = flow_facts.BUILT_IN


@dataclass(frozen=True)
class ChoiceValue:
    """One of the values of a choice."""

    id: str
    label: Mapping[str, str]


@dataclass(frozen=True)
class Variable:
    """A variable's type, and its values when it is a choice."""

    type: str
    values: "tuple[ChoiceValue, ...]" = ()


VARIABLES: Mapping[str, Variable] = {
    name: Variable(
        facts["type"],
        tuple(ChoiceValue(id, label) for id, label in facts.get("values", {}).items()),
    )
    for name, facts in flow_facts.VARIABLES.items()
}
