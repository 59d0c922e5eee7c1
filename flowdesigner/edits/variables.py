"""Edits of variables."""

from collections.abc import Hashable, Mapping

from flowdesigner.edits.edit import Edit
from flowdesigner.model.fields import Kind, fields_of
from flowdesigner.model.part import P, Part, changed
from flowdesigner.model.project import Project
from flowdesigner.model.template import rename_in
from flowdesigner.model.variable import Variable
from flowdesigner.texts import N_, Message, message


class SetVariable(Edit, frozen=True):
    """Declare a variable, or declare it otherwise; `None` takes the declaration away."""

    name: str
    variable: Variable | None
    typing: bool = False

    @property
    def title(self) -> Message:
        """With the name."""
        if self.variable is None:
            return message(N_("Delete variable {name}"), name=self.name)
        return message(N_("Change variable {name}"), name=self.name)

    @property
    def merge_key(self) -> Hashable | None:
        """Typing in one variable is one step."""
        return ("variable", self.name) if self.typing else None

    def apply(self, project: Project) -> Project:
        """Declare it."""
        if project.variables.get(self.name) == self.variable:
            return project
        variables = {name: each for name, each in project.variables.items() if name != self.name}
        if self.variable is not None:
            variables = {**project.variables, self.name: self.variable}
        return changed(project, variables=variables)


class RenameVariable(Edit, frozen=True):
    """Give a variable another name, everywhere."""

    old: str
    new: str

    @property
    def title(self) -> Message:
        """With both names."""
        return message(N_("Rename variable {old} to {new}"), old=self.old, new=self.new)

    def apply(self, project: Project) -> Project:
        """Rename it in texts, conditions, lists and conversations."""
        if self.old not in project.variables or self.new in project.variables:
            return project
        variables = {
            self.new if name == self.old else name: each for name, each in project.variables.items()
        }
        flows = {}
        for id, flow in project.flows.items():
            blocks = {key: _part(block, self.old, self.new) for key, block in flow.blocks.items()}
            same = all(blocks[key] is flow.blocks[key] for key in blocks)
            flows[id] = flow if same else changed(flow, blocks=blocks)
        return changed(project, variables=variables, flows=flows)


def _part(part: P, old: str, new: str) -> P:
    """The part with the variable called otherwise; the same part when it does not name it."""
    declared = fields_of(type(part))
    values: dict[str, object] = {}
    for name in part.model_fields_set:
        before = getattr(part, name)
        kind = declared[name].kind if name in declared else None
        after = _value(before, kind, old, new)
        if after is not before and after != before:
            values[name] = after
    return changed(part, **values) if values else part


def _value(value: object, kind: Kind | None, old: str, new: str) -> object:
    match value:
        case Part():
            return _part(value, old, new)
        case str():
            return _word(value, kind, old, new)
        case tuple():
            return tuple(_value(each, kind, old, new) for each in value)
        case list():
            return [_value(each, kind, old, new) for each in value]
        case Mapping():
            return {
                _word(key, Kind.VARIABLE, old, new)
                if kind in (Kind.SAVE, Kind.GIVE)
                else key: _value(each, None if kind is Kind.SAVE else kind, old, new)
                for key, each in value.items()
            }
    return value


def _word(word: str, kind: Kind | None, old: str, new: str) -> str:
    if kind in (Kind.VARIABLE, Kind.VARIABLES):
        return new if word == old else word
    return rename_in(word, old, new)
