"""Putting other words in the place of those that were found; one step of the history."""

from collections import defaultdict
from collections.abc import Iterable

from msgspec import Struct

from flowdesigner.edits.edit import Edit, Where
from flowdesigner.find.search import Hit
from flowdesigner.model.part import changed
from flowdesigner.model.place import value_at, with_value
from flowdesigner.model.project import Project
from flowdesigner.model.walk import Path
from flowdesigner.texts import N_, Message, message


class Rewritten(Struct, frozen=True):
    """A string, as it was and as it shall be."""

    root: Path
    path: Path
    before: str
    after: str


class ReplaceWords(Edit, frozen=True):
    """Write strings of the project otherwise; one that is no longer as it was is left alone."""

    old: str
    new: str
    strings: tuple[Rewritten, ...]

    @property
    def title(self) -> Message:
        """With the words."""
        return message(N_("Replace “{old}” with “{new}”"), old=self.old, new=self.new)

    @property
    def where(self) -> Where:
        """The blocks, when all are of one flow."""
        roots = {each.root: None for each in self.strings if each.root[2:3] == ("blocks",)}
        flows = {str(root[1]) for root in roots}
        if len(flows) != 1:
            return Where()
        field = self.strings[0].path if len(self.strings) == 1 else ()
        return Where(flows.pop(), tuple(str(root[3]) for root in roots), field)

    def apply(self, project: Project) -> Project:
        """Write them all; each flow is put together once."""
        blocks: dict[str, dict[str, list[Rewritten]]] = defaultdict(lambda: defaultdict(list))
        # From behind, since a word that goes from a list moves those after it.
        for each in reversed(self.strings):
            if each.root[2:3] == ("blocks",):
                blocks[str(each.root[1])][str(each.root[3])].append(each)
            else:
                project = _written(project, (*each.root, *each.path), each)
        for id, some in blocks.items():
            project = _in_flow(project, id, some)
        return project


def _in_flow(project: Project, id: str, strings: dict[str, list[Rewritten]]) -> Project:
    flow = project.flows.get(id)
    if flow is None:
        return project
    blocks = dict(flow.blocks)
    for key in strings.keys() & blocks.keys():
        for each in strings[key]:
            if value_at(blocks[key], each.path) == each.before:
                blocks[key] = with_value(blocks[key], each.path, each.after or None)
    if all(blocks[key] is flow.blocks[key] for key in blocks):
        return project
    return changed(project, flows={**project.flows, id: changed(flow, blocks=blocks)})


def _written(project: Project, path: Path, string: Rewritten) -> Project:
    if value_at(project, path) != string.before:
        return project
    return with_value(project, path, string.after or None)


def may_replace(hit: Hit, by: str) -> bool:
    """Whether other words may stand where a hit is."""
    return not hit.fixed and not (hit.quoted and any(sign in by for sign in "\"'{}\n"))


def replacing(old: str, by: str, hits: Iterable[Hit]) -> ReplaceWords:
    """The edit that puts words in the place of hits; those that may not change stay."""
    groups: dict[tuple[Path, Path], list[Hit]] = defaultdict(list)
    for hit in hits:
        if may_replace(hit, by):
            groups[hit.written.root, hit.written.path].append(hit)
    strings = (
        Rewritten(root, path, some[0].written.text, with_hits_replaced(some, by))
        for (root, path), some in groups.items()
    )
    return ReplaceWords(old, by, tuple(strings))


def with_hits_replaced(hits: Iterable[Hit], by: str) -> str:
    """The text of hits that stand in one, with other words."""
    pieces: list[str] = []
    at, text = 0, ""
    for hit in sorted(hits, key=lambda hit: hit.start):
        text = hit.written.text
        pieces += [text[at : hit.start], by]
        at = hit.end
    return "".join([*pieces, text[at:]])
