"""One field of the part that a form shows."""

from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from flowdesigner.app.document import Document
from flowdesigner.app.inspector.lengths import Meter
from flowdesigner.app.inspector.subject import Subject
from flowdesigner.app.theme import Theme
from flowdesigner.edits.edit import Edit, Several
from flowdesigner.model.fields import Field
from flowdesigner.model.part import Part
from flowdesigner.model.place import value_at
from flowdesigner.model.project import Project
from flowdesigner.model.walk import Path


class Bench:
    """What all editors of a form share: the document, what is shown, who makes editors."""

    def __init__(
        self,
        document: Document,
        subject: Subject,
        theme: Theme,
        make_editor: "Callable[[Slot, QWidget], QWidget]",
        flow: str = "",
    ) -> None:
        self.document = document
        self.subject = subject
        self.theme = theme
        self.make_editor = make_editor
        self.flow = flow
        self.meter = Meter()
        self.language = ""
        """The language in which the author looks at the journey."""
        """The flow around the part; empty when there is none."""

    @property
    def project(self) -> Project:
        """The project as it is now."""
        return self.document.project

    @property
    def part(self) -> Part | None:
        """The part that is shown, as it is now."""
        return self.subject.part(self.document.project)


class Slot(Struct, frozen=True, weakref=True):
    """A field: where its value stands, and what is declared of it."""

    bench: Bench
    path: Path
    field: Field
    owner_type: type[Part]

    @property
    def name(self) -> str:
        """The field's own name."""
        return str(self.path[-1])

    @property
    def project(self) -> Project:
        """The project as it is now."""
        return self.bench.project

    @property
    def value(self) -> object:
        """What stands there."""
        return value_at(self.bench.part, self.path)

    @property
    def owner(self) -> Part | None:
        """The part that the field belongs to, when it is there."""
        held = value_at(self.bench.part, self.path[:-1])
        return held if isinstance(held, Part) else None

    def at(self, *steps: str | int) -> object:
        """What stands further inside."""
        return value_at(self.bench.part, (*self.path, *steps))

    def moved(self, path: Path, field: Field | None = None) -> "Slot":
        """The same field elsewhere, such as in the words of a channel."""
        return replace(self, path=path, field=field or self.field)

    def set(self, value: object, *steps: str | int, typing: bool = False) -> None:
        """Ask for another value, here or further inside."""
        part = self.bench.part
        if part is not None and value_at(part, (*self.path, *steps)) != value:
            self.bench.document.do(self.setting(value, *steps, typing=typing))

    def setting(self, value: object, *steps: str | int, typing: bool = False) -> Edit:
        """The edit that gives it another value."""
        path = (*self.path, *steps)
        return self.bench.subject.set(self.project, path, value, typing=typing)

    def do(self, *edits: Edit) -> None:
        """Ask for edits, as one step named after the last."""
        self.bench.document.do(edits[0] if len(edits) == 1 else Several(edits, edits[-1].title))

    def end_typing(self) -> None:
        """The next keystroke begins a step of its own."""
        self.bench.document.end_typing()
