"""What the *set* block becomes in FLOIP."""

from collections.abc import Mapping

from flowdesigner.blocks.set import Set, VariableChange
from flowdesigner.formats.floip.blocks.task import Task
from flowdesigner.formats.floip.clock import TIME, TODAY
from flowdesigner.formats.floip.container import Data
from flowdesigner.formats.floip.expressions import Expressions, in_language, number, text, whole
from flowdesigner.model.values import Value, type_of


def set_(block: Set, task: Task) -> list[Data]:
    """An Output that sets properties of the contact."""
    values = [
        (change.variable, _new_value(change, task))
        for change in block.changes or ()
        if change.variable
    ]
    return [task.output(values, task.exit("next"))]


def _new_value(change: VariableChange, task: Task) -> str:
    facts, to = task.container.project.facts, task.expressions
    name = to.path(change.variable or "")
    if change.clear:
        return whole('""')
    if change.to_now:
        return TIME if type_of(change.variable or "", facts.variables) == "time" else TODAY
    if isinstance(change.add, int | float) and not isinstance(change.add, bool):
        sign = "-" if change.add < 0 else "+"
        return f"{name} {sign} {number(abs(change.add))}"
    if isinstance(change.add, str):
        return f"{name} + {to.raw_text(change.add)}"
    if isinstance(change.to, Mapping):
        return whole(in_language({key: str(value) for key, value in change.to.items()}, facts))
    return _literal(change.to, to)


def _literal(value: Value, to: Expressions) -> str:
    if isinstance(value, bool):
        return whole(text("true" if value else "false"))
    if isinstance(value, int | float):
        return whole(number(value))
    return to.raw_text(value) if isinstance(value, str) else whole('""')
