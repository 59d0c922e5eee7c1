"""Edits of variables."""

from collections.abc import Hashable, Mapping

from msgspec import Struct

from flowdesigner.edits.edit import Edit
from flowdesigner.edits.marks import with_marks_kept
from flowdesigner.model.conversation import Conversation, EventStep, Step
from flowdesigner.model.fields import Field, Kind, fields_of
from flowdesigner.model.flow import Flow
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
        rename = _Renaming(self.old, self.new)
        after = changed(
            project,
            variables={name: rename.part(each) for name, each in variables.items()},
            flows={id: rename.flow(flow) for id, flow in project.flows.items()},
            conversations={
                id: rename.conversation(each) for id, each in project.conversations.items()
            },
        )
        return with_marks_kept(project, after)


def renamed_in(part: P, old: str, new: str) -> P:
    """The part with a variable called otherwise; the same part when it does not name it."""
    return _Renaming(old, new).part(part)


class _Renaming(Struct, frozen=True):
    """Calls a variable otherwise in whatever it is given; what does not name it stays the same."""

    old: str
    new: str

    def flow(self, flow: Flow) -> Flow:
        """A flow: its blocks, and what its starts bring."""
        blocks = {id: self.part(block) for id, block in flow.blocks.items()}
        starts = tuple(map(self.part, flow.starts or ()))
        values: dict[str, object] = {}
        if any(blocks[id] is not flow.blocks[id] for id in blocks):
            values["blocks"] = blocks
        if any(a is not b for a, b in zip(starts, flow.starts or (), strict=True)):
            values["starts"] = starts
        return changed(flow, **values) if values else flow

    def part(self, part: P) -> P:
        """A part by what its fields declare, down to the parts in it."""
        declared = fields_of(type(part))
        values: dict[str, object] = {}
        for name in part.model_fields_set:
            before, field = getattr(part, name), declared.get(name)
            if field is not None and self.old in field.knows:
                continue  # another thing of that name, which only this field can tell
            after = self._value(before, field)
            if after is not before and after != before:
                values[name] = after
        return changed(part, **values) if values else part

    def _value(self, value: object, field: Field | None) -> object:
        match value:
            case Part():
                return self.part(value)
            case str():
                return self._word(value, field)
            case tuple():
                return tuple(self._value(each, field) for each in value)
            case list():
                return [self._value(each, field) for each in value]
            case Mapping() if _refers(value, field):
                return {**value, "variable": self.path(str(value["variable"]))}
            case Mapping():
                return self._mapping(value, field)
        return value

    def _mapping(self, value: Mapping[str, object], field: Field | None) -> dict[str, object]:
        kind = field.kind if field else None
        # Examples are by what they stand for; headers of a request are by names of their own.
        by_variable = kind in (Kind.SAVE, Kind.GIVE) or (
            kind is Kind.MAPPING and field is not None and not field.templated
        )
        inner = None if kind is Kind.SAVE else field
        return {
            self.path(key) if by_variable else key: self._value(each, inner)
            for key, each in value.items()
        }

    def _word(self, word: str, field: Field | None) -> str:
        if field is not None and field.kind in (Kind.VARIABLE, Kind.SOURCE, Kind.VARIABLES):
            return self.path(word)
        return rename_in(word, self.old, self.new)

    def path(self, path: str) -> str:
        """A path that begins with the variable, or another one as it is."""
        root, dot, rest = path.partition(".")
        return f"{self.new}{dot}{rest}" if root == self.old else path

    def conversation(self, conversation: Conversation) -> Conversation:
        """What a saved conversation sets, brings and expects."""
        steps = tuple(map(self._step, conversation.steps))
        before = conversation.starts_with
        start = self._valued(before, "values") if before else before
        values: dict[str, object] = {}
        if any(a is not b for a, b in zip(steps, conversation.steps, strict=True)):
            values["steps"] = steps
        if start is not before:
            values["starts_with"] = start
        after = changed(conversation, **values) if values else conversation
        return self._valued(after, "variables")

    def _step(self, step: Step) -> Step:
        event, expected = step.event, step.expect
        if isinstance(event, EventStep) and (after := self._valued(event, "values")) is not event:
            return changed(step, event=after)
        if expected and expected.variable and self.path(expected.variable) != expected.variable:
            named = changed(expected, variable=self.path(expected.variable))
            return changed(step, expect=named)
        return self._valued(step, "set")

    def _valued(self, part: P, name: str) -> P:
        """A part in which values stand by the names of variables."""
        held = getattr(part, name, None)
        if not isinstance(held, Mapping) or all(self.path(key) == key for key in held):
            return part
        return changed(part, **{name: {self.path(key): each for key, each in held.items()}})


def _refers(value: Mapping[str, object], field: Field | None) -> bool:
    """Whether a value is that of another variable."""
    literal = field is not None and field.kind is Kind.LITERAL
    return literal and isinstance(value.get("variable"), str)
