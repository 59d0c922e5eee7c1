"""What is written in a project: every string an author may look for, and where it stands."""

from collections.abc import Callable, Container, Iterator, Mapping
from functools import partial

from msgspec import Struct

from flowdesigner.model.block import Block
from flowdesigner.model.condition import Condition
from flowdesigner.model.fields import Field, Kind
from flowdesigner.model.flow import Flow
from flowdesigner.model.part import Part
from flowdesigner.model.project import Project
from flowdesigner.model.walk import Path, Spot, parts_held, walk
from flowdesigner.texts import N_


class Written(Struct, frozen=True):
    """A string somewhere in the project."""

    root: Path
    """What it belongs to, such as `("flows", "main", "blocks", "greet")`."""
    path: Path
    """Where it stands in that."""
    label: str
    """What the form calls its field; an English key."""
    text: str
    language: str = ""
    """The language it is in, when it is in one."""
    templated: bool = False
    """Whether `{{ placeholders }}` in it mean something."""
    fixed: bool = False
    """Whether it names another thing, and so is changed only by renaming that."""

    @property
    def whole_path(self) -> Path:
        """Where it stands in the project."""
        return (*self.root, *self.path)

    @property
    def flow(self) -> str | None:
        """The flow it stands in."""
        return str(self.root[1]) if self.root[:1] == ("flows",) else None

    @property
    def block(self) -> str | None:
        """The block it stands in."""
        return str(self.root[3]) if self.root[2:3] == ("blocks",) else None


Chosen = Container[str]
"""The names of the variables that have one of a few values, which have ids."""

_PLAIN = frozenset(
    {Kind.LINE, Kind.LINES, Kind.URL, Kind.PATTERN, Kind.EVENT, Kind.PHONE, Kind.MONEY}
)
_NAMES = frozenset({Kind.VARIABLE, Kind.SOURCE, Kind.VARIABLES})


def written_in_block(root: Path, block: Block, chosen: Chosen) -> tuple[Written, ...]:
    """What is written in a block: first for all channels, then for some."""
    found = _in_part(root, block, (), chosen)
    return tuple(sorted(found, key=lambda each: each.path[0] == "variants"))


def written_in_flow(root: Path, flow: Flow) -> tuple[Written, ...]:
    """The name of a flow, and what starts it and ends it."""
    return tuple(_in_flow(root, flow))


def written_on_sheets(root: Path, flow: Flow) -> tuple[Written, ...]:
    """The notes and the titles of frames on the canvas."""
    layout = flow.layout
    notes = (("notes", id, "text", note.text) for id, note in layout.notes.items())
    frames = (("frames", id, "title", frame.title) for id, frame in layout.frames.items())
    labels = {"notes": N_("Note"), "frames": N_("Title of a frame")}
    return tuple(
        Written((*root, kind, id), (name,), labels[kind], text)
        for kind, id, name, text in (*notes, *frames)
        if text
    )


def written_in_project(project: Project) -> Iterator[tuple[Path, object]]:
    """What else words may stand in: variables, settings, conversations."""
    yield ("name",), project.name
    yield from ((("variables", name), each) for name, each in project.variables.items())
    yield ("settings",), project.settings
    yield from ((("conversations", id), each) for id, each in project.conversations.items())


def written_in(root: Path, thing: object, chosen: Chosen) -> tuple[Written, ...]:
    """What is written in one of those."""
    if isinstance(thing, str):
        return (Written(root, (), N_("Name of the project"), thing),)
    if root[0] == "variables" and isinstance(thing, Part):
        name = Written(root, (), N_("Name of the variable"), str(root[1]), fixed=True)
        return (name, *_in_part(root, thing, (), chosen))
    if root[0] == "conversations" and isinstance(thing, Part):
        return tuple(_in_conversation(root, thing))
    return tuple(_in_part(root, thing, (), chosen)) if isinstance(thing, Part) else ()


def _in_flow(root: Path, flow: Flow) -> Iterator[Written]:
    if flow.name:
        yield Written(root, ("name",), N_("Name of the flow"), flow.name)
    for field in ("starts", "leave_on"):
        for way, part in parts_held(getattr(flow, field)):
            yield from _in_part(root, part, (field, *way), ())


_STEP_LABELS = {
    "say": N_("What the customer says"),
    "text": N_("What the bot says"),
    "agent": N_("What the person says"),
}


def _in_conversation(root: Path, conversation: Part) -> Iterator[Written]:
    for at, step in enumerate(getattr(conversation, "steps", ())):
        for name, label in _STEP_LABELS.items():
            if said := getattr(step, name):
                yield Written(root, ("steps", at, name), label, said)


def _in_part(root: Path, part: Part, path: Path, chosen: Chosen) -> Iterator[Written]:
    for spot in walk(part, path):
        yield from _at(root, spot, chosen)


def _at(root: Path, spot: Spot, chosen: Chosen) -> Iterator[Written]:
    field, value, kind = spot.field, spot.value, spot.field.kind
    make = partial(_written, root, field)
    if kind in (Kind.TEXT, Kind.LABEL, Kind.WORDS):
        yield from _in_languages(make, spot.path, value)
    elif kind in _PLAIN or kind in _NAMES:
        yield from _strings(make, spot.path, value, fixed=kind in _NAMES)
    elif kind in (Kind.MAPPING, Kind.DATA, Kind.BY_CHANNEL):
        yield from _strings(make, spot.path, value)
    elif kind in (Kind.SAVE, Kind.GIVE):
        yield from _named(make, spot.path, value)
    elif kind is Kind.LITERAL:
        yield from _literal(make, spot.path, value, _names_value(spot.owner, chosen))
    elif kind is Kind.CONDITION and isinstance(value, Condition):
        yield from _in_condition(root, value, spot.path, chosen)


Make = Callable[..., Written]


def _written(
    root: Path, field: Field, path: Path, text: str, *, language: str = "", fixed: bool = False
) -> Written:
    return Written(root, path, field.label, text, language, field.templated, fixed)


def _in_languages(make: Make, path: Path, value: object) -> Iterator[Written]:
    for code, words in value.items() if isinstance(value, Mapping) else ():
        if isinstance(words, str):
            yield make((*path, code), words, language=code)
        else:
            for at, word in enumerate(words):
                yield make((*path, code, at), word, language=code)


def _strings(make: Make, path: Path, value: object, *, fixed: bool = False) -> Iterator[Written]:
    if isinstance(value, str):
        yield make(path, value, fixed=fixed)
    elif isinstance(value, Mapping):
        for key, each in value.items():
            yield from _strings(make, (*path, key), each, fixed=fixed)
    elif isinstance(value, list | tuple):
        for at, each in enumerate(value):
            yield from _strings(make, (*path, at), each, fixed=fixed)


def _named(make: Make, path: Path, value: object) -> Iterator[Written]:
    """Variables, and what each of them takes or is given."""
    for name, each in value.items() if isinstance(value, Mapping) else ():
        yield make((*path, name), name, fixed=True)
        yield from _strings(make, (*path, name), each)


def _literal(make: Make, path: Path, value: object, is_id: bool) -> Iterator[Written]:
    refers = isinstance(value, Mapping) and "variable" in value
    yield from _strings(make, path, value, fixed=is_id or refers)


def _names_value(owner: Part, chosen: Chosen) -> bool:
    return getattr(owner, "variable", None) in chosen


def _in_condition(
    root: Path, condition: Condition, path: Path, chosen: Chosen
) -> Iterator[Written]:
    for spot in walk(condition, path):
        if spot.field.kind in (Kind.VARIABLE, Kind.LITERAL):
            yield from _at(root, spot, chosen)
