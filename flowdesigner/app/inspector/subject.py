"""What a form shows: a part of the project, and how edits of it are made."""

from msgspec import Struct

from flowdesigner.edits.blocks import SetValue
from flowdesigner.edits.edit import Edit
from flowdesigner.edits.parts import AddPart, MovePart, RemovePart, RenamePart
from flowdesigner.edits.project import SetProjectValue
from flowdesigner.edits.variables import SetVariable
from flowdesigner.model.fields import fields_of
from flowdesigner.model.part import Part
from flowdesigner.model.place import value_at, with_value
from flowdesigner.model.project import Project
from flowdesigner.model.walk import Path
from flowdesigner.texts import N_, Message, message


class Subject(Struct, frozen=True):
    """A part of the project that a form is made of."""

    def part(self, project: Project) -> Part | None:
        """The part as it is; nothing when it is gone."""
        raise NotImplementedError

    def set(self, project: Project, path: Path, value: object, *, typing: bool) -> Edit:
        """The edit that gives a field another value."""
        raise NotImplementedError

    def add(self, project: Project, path: Path, part: Part) -> Edit:
        """The edit that puts a part at the end of a list."""
        return self.set(project, path, (*self._listed(project, path), part), typing=False)

    def remove(self, project: Project, path: Path, at: int) -> Edit:
        """The edit that takes a part out of a list."""
        listed = self._listed(project, path)
        rest = (*listed[:at], *listed[at + 1 :])
        return self.set(project, path, rest or None, typing=False)

    def move(self, project: Project, path: Path, at: int, to: int) -> Edit:
        """The edit that puts a part of a list elsewhere in it."""
        parts = list(self._listed(project, path))
        parts.insert(to, parts.pop(at))
        return self.set(project, path, tuple(parts), typing=False)

    def rename(self, project: Project, path: Path, old: str, new: str) -> Edit:
        """The edit that gives a part of a list another id."""
        return self.set(project, (*path, old, "id"), new, typing=False)

    def _listed(self, project: Project, path: Path) -> tuple[Part, ...]:
        held = value_at(self.part(project), path)
        return held if isinstance(held, tuple) else ()


class BlockSubject(Subject, frozen=True):
    """A block of a flow."""

    flow: str
    block: str

    def part(self, project: Project) -> Part | None:
        """The block."""
        return project.block(self.flow, self.block)

    def set(self, project: Project, path: Path, value: object, *, typing: bool) -> Edit:
        """Named after the field."""
        part = self.part(project)
        named = _named(part, path)
        path, value = _kept_in_list(part, path, value)
        return SetValue(self.flow, self.block, path, value, named, typing)

    def add(self, project: Project, path: Path, part: Part) -> Edit:
        """The edit of its own."""
        if len(path) == 1:
            return AddPart(self.flow, self.block, str(path[0]), part)
        return super().add(project, path, part)

    def remove(self, project: Project, path: Path, at: int) -> Edit:
        """The edit that takes its exit away too."""
        if len(path) == 1:
            return RemovePart(self.flow, self.block, str(path[0]), at)
        return super().remove(project, path, at)

    def move(self, project: Project, path: Path, at: int, to: int) -> Edit:
        """The edit of its own."""
        if len(path) == 1:
            return MovePart(self.flow, self.block, str(path[0]), at, to)
        return super().move(project, path, at, to)

    def rename(self, project: Project, path: Path, old: str, new: str) -> Edit:
        """The edit that renames its exit too."""
        if len(path) == 1:
            return RenamePart(self.flow, self.block, str(path[0]), old, new)
        return super().rename(project, path, old, new)


def _kept_in_list(part: Part | None, path: Path, value: object) -> tuple[Path, object]:
    """Where to put a value so that a listed part whose last value goes stays in its list."""
    if part is None or value is not None or len(path) < 3 or value_at(part, path) is None:
        return path, value
    held = value_at(part, path[:1])
    if not isinstance(held, tuple):
        return path, value
    after = value_at(with_value(part, path, None), path[:1])
    if isinstance(after, tuple) and len(after) == len(held):
        return path, value
    return path[:2], type(value_at(part, path[:2]))()


def _named(part: Part | None, path: Path) -> Message:
    declared = fields_of(type(part)) if part is not None else {}
    name = path[2] if path[0] == "variants" and len(path) > 2 else path[0]
    field = declared.get(str(name))
    if field is None:
        return message(N_("Change block"))
    return message(N_("Change “{field}”"), field=Message(field.label))


class SettingsSubject(Subject, frozen=True):
    """The settings of the project."""

    def part(self, project: Project) -> Part | None:
        """The settings."""
        return project.settings

    def set(self, project: Project, path: Path, value: object, *, typing: bool) -> Edit:
        """An edit of the project."""
        path, value = _kept_in_list(project.settings, path, value)
        return SetProjectValue(("settings", *path), value, typing)


class VariableSubject(Subject, frozen=True):
    """A variable of the project."""

    name: str

    def part(self, project: Project) -> Part | None:
        """The variable."""
        return project.variables.get(self.name)

    def set(self, project: Project, path: Path, value: object, *, typing: bool) -> Edit:
        """The variable, declared otherwise."""
        variable = project.variables[self.name]
        return SetVariable(self.name, with_value(variable, path, value), typing)
