"""Taking blocks along: what a copy holds, and putting it into a flow of any project."""

import re
from collections.abc import Collection, Iterable, Mapping
from typing import TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from flowdesigner.edits.blocks import placed
from flowdesigner.edits.edit import Edit, Where, with_flow
from flowdesigner.edits.variables import renamed_in
from flowdesigner.model.block import Block
from flowdesigner.model.fields import Kind
from flowdesigner.model.flow import Frame, Layout, Note, Point
from flowdesigner.model.ids import ID_LENGTH, free_id, is_id, make_id
from flowdesigner.model.media import Media
from flowdesigner.model.part import changed
from flowdesigner.model.place import with_value
from flowdesigner.model.project import Project
from flowdesigner.model.variable import Variable
from flowdesigner.model.walk import walk
from flowdesigner.texts import N_, Message, message

Marks = Mapping[str, Mapping[str, str]]
"""By language and place, from which base text a translation was made."""
USUAL_PLACE: Point = (40, 40)
"""Where a note or a frame lies of which no place is written down."""
Sheet = TypeVar("Sheet", Note, Frame)
_NUMBER = re.compile(r"_\d+$")


class Piece(Struct, frozen=True):
    """Blocks on their way to another place, with all that they need there."""

    blocks: Mapping[str, Block]
    places: Mapping[str, Point]
    variables: Mapping[str, Variable] = field(default_factory=dict)
    """The declarations of what the blocks read and write."""
    marks: Marks = field(default_factory=dict)
    """The marks of their translations, by `block.field`."""
    notes: Mapping[str, Note] = field(default_factory=dict)
    frames: Mapping[str, Frame] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to put anywhere."""
        return not (self.blocks or self.notes or self.frames)

    def shifted(self, dx: int, dy: int) -> "Piece":
        """The same at another place."""
        return replace(
            self,
            places={id: (x + dx, y + dy) for id, (x, y) in self.places.items()},
            notes={id: _shifted(each, dx, dy) for id, each in self.notes.items()},
            frames={id: _shifted(each, dx, dy) for id, each in self.frames.items()},
        )

    @property
    def corner(self) -> Point:
        """The top left of all."""
        sheets: list[Note | Frame] = [*self.notes.values(), *self.frames.values()]
        corners = [*self.places.values(), *(_at(each) for each in sheets)]
        return min((x for x, _ in corners), default=0), min((y for _, y in corners), default=0)


def _at(sheet: Note | Frame) -> Point:
    return sheet.at or USUAL_PLACE


def _shifted(sheet: Sheet, dx: int, dy: int) -> Sheet:
    x, y = _at(sheet)
    return changed(sheet, at=(x + dx, y + dy))


def piece_of(
    project: Project, flow: str, ids: Collection[str], places: Mapping[str, Point]
) -> Piece:
    """Some blocks of a flow, in its order, with what they need."""
    blocks = {id: each for id, each in project.flows[flow].blocks.items() if id in ids}
    names = variables_of(blocks.values())
    marks = {
        language: {
            rest: mark
            for key, mark in keys.items()
            if key.startswith(f"{flow}.")
            and (rest := key.removeprefix(f"{flow}.")).partition(".")[0] in blocks
        }
        for language, keys in project.translated_from.items()
    }
    return Piece(
        blocks,
        {id: at for id, at in places.items() if id in blocks},
        {name: each for name, each in project.variables.items() if name in names},
        {language: keys for language, keys in marks.items() if keys},
    )


def variables_of(blocks: Iterable[Block]) -> set[str]:
    """The names of all that blocks read, write, or give to other flows."""
    found: set[str] = set()
    for block in blocks:
        found |= {each.variable.partition(".")[0] for each in block.readings}
        found |= {name.partition(".")[0] for name, _ in block.writings}
        for spot in walk(block):
            if spot.field.kind is Kind.GIVE and isinstance(spot.value, dict):
                found |= set(spot.value)
    return found


def files_of(blocks: Iterable[Block]) -> set[str]:
    """The files beside the project that blocks send."""
    return {
        spot.value
        for block in blocks
        for spot in walk(block)
        if isinstance(spot.owner, Media) and spot.path[-1] == "file" and isinstance(spot.value, str)
    }


def fresh_id(id: str, taken: Collection[str]) -> str:
    """An id for a copy: the same one while it is free and an id, else one like it."""
    stem = id if is_id(id) else make_id(id)
    return stem if stem not in taken else free_id(_NUMBER.sub("", stem)[: ID_LENGTH - 4], taken)


class PasteBlocks(Edit, frozen=True):
    """Put copies of blocks on the canvas, with the connections among them."""

    flow: str
    piece: Piece
    duplicate: bool = False

    @property
    def title(self) -> Message:
        """Paste or duplicate."""
        n = len(self.piece.blocks)
        if n == 0 and self.piece.frames:
            return message(N_("Duplicate frame") if self.duplicate else N_("Paste frame"))
        if n == 0:
            return message(N_("Duplicate note") if self.duplicate else N_("Paste note"))
        if self.duplicate:
            return message(N_("Duplicate {n} blocks") if n != 1 else N_("Duplicate block"), n=n)
        return message(N_("Paste {n} blocks") if n != 1 else N_("Paste block"), n=n)

    @property
    def where(self) -> Where:
        """The flow; what the copies are called is known only in the project."""
        return Where(self.flow)

    def ids(self, project: Project) -> Mapping[str, str]:
        """What the pasted blocks will be called."""
        flow = project.flows[self.flow]
        # A link that leads nowhere must not come to lead to a copy by its name alone.
        led_to = {target for block in flow.blocks.values() for target in block.exits.values()}
        taken = flow.blocks.keys() | led_to
        names: dict[str, str] = {}
        for id in self.piece.blocks:
            names[id] = fresh_id(id, taken)
            taken.add(names[id])
        return names

    def sheets(self, project: Project) -> tuple[Mapping[str, Note], Mapping[str, Frame]]:
        """The pasted notes and frames by what they will be called."""
        layout = project.flows[self.flow].layout
        return _fresh(self.piece.notes, layout.notes), _fresh(self.piece.frames, layout.frames)

    def renamed(self, project: Project) -> Mapping[str, str]:
        """The variables that are another thing in the project, and what they are called there."""
        taken = {*project.variables, *self.piece.variables}
        names: dict[str, str] = {}
        for name, variable in self.piece.variables.items():
            there = project.variables.get(name)
            if there is not None and not _alike(variable, there):
                names[name] = fresh_id(name, taken)
                taken.add(names[name])
        return names

    def apply(self, project: Project) -> Project:
        """Paste them under free ids; connections to blocks left behind are left open."""
        flow = project.flows[self.flow]
        names, renamed = self.ids(project), self.renamed(project)
        added = {}
        for id, block in self.piece.blocks.items():
            inside = {exit: names[to] for exit, to in block.exits.items() if to in names}
            copy = changed(block, exits=inside) if inside != block.exits else block
            for old, new in renamed.items():
                copy = renamed_in(copy, old, new)
            added[names[id]] = _heard(copy, project)
        places: dict[str, Point | None] = {
            names[id]: at for id, at in self.piece.places.items() if id in names
        }
        first = flow.first if flow.first in flow.blocks else next(iter(added), None)
        after = changed(
            flow,
            blocks={**flow.blocks, **added},
            layout=self._with_sheets(project, placed(flow.layout, places)),
            first=first,
        )
        return self._declared(with_flow(project, self.flow, after), names, renamed)

    def _with_sheets(self, project: Project, layout: Layout) -> Layout:
        notes, frames = self.sheets(project)
        if not notes and not frames:
            return layout
        return changed(layout, notes={**layout.notes, **notes}, frames={**layout.frames, **frames})

    def _declared(
        self, project: Project, names: Mapping[str, str], renamed: Mapping[str, str]
    ) -> Project:
        """The project with the variables and the marks that came along."""
        new = {renamed.get(name, name): each for name, each in self.piece.variables.items()}
        variables = {**new, **project.variables}
        if variables.keys() != project.variables.keys():
            more = {name: each for name, each in new.items() if name not in project.variables}
            project = changed(project, variables={**project.variables, **more})
        marks = {
            language: {
                f"{self.flow}.{names[block]}.{rest}": mark
                for key, mark in keys.items()
                for block, _, rest in [key.partition(".")]
                if block in names
            }
            for language, keys in self.piece.marks.items()
            if language in project.languages
        }
        if not any(marks.values()):
            return project
        known = project.translated_from
        both = {lang: {**known.get(lang, {}), **keys} for lang, keys in marks.items() if keys}
        return changed(project, translated_from={**known, **both})


def _fresh(sheets: Mapping[str, Sheet], there: Collection[str]) -> Mapping[str, Sheet]:
    """Notes or frames under names that are free there."""
    named: dict[str, Sheet] = {}
    for id, each in sheets.items():
        named[fresh_id(id, {*there, *named})] = each
    return named


def _alike(one: Variable, other: Variable) -> bool:
    """Whether what is meant for one variable can go into another of the same name."""
    if one.type != other.type:
        return False
    values = {each.id for each in other.values or ()}
    return {each.id for each in one.values or ()} <= values


def _heard(block: Block, project: Project) -> Block:
    """The block with words in the base language where it has none the project speaks.

    They are those of another language, so that the author sees what is to be translated.
    """
    for spot in block.texts:
        if spot.text and not any(spot.text.get(each) for each in project.languages):
            words = next(filter(None, spot.text.values()), None)
            if words is not None:
                block = with_value(block, (*spot.path, project.base_language), words)
    return block
