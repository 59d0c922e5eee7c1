"""Flows and blocks by their names, for going to one."""

from collections.abc import Iterable, Iterator
from operator import itemgetter

from msgspec import Struct

from flowdesigner.find.fuzzy import WORST, best
from flowdesigner.model.block import Block
from flowdesigner.model.facts import Facts
from flowdesigner.model.project import Project
from flowdesigner.model.template import fill
from flowdesigner.texts import translate


class Named(Struct, frozen=True):
    """A flow, or a block of it, by what it may be called."""

    flow: str
    block: str | None
    title: str
    kind: str
    """What sort of block it is, in words; empty for a flow."""
    icon: str
    group: str
    """The room of the palette; empty for a flow."""
    flow_title: str
    folded: tuple[str, ...]
    """What it may be looked for by, in small letters."""


def everything_named(project: Project, language: str) -> Iterator[Named]:
    """All flows, then all blocks, in the order of the file."""
    titles = {id: flow.name or id.replace("_", " ") for id, flow in project.flows.items()}
    for id, title in titles.items():
        yield Named(id, None, title, "", "workflow", "", title, (title.lower(), id))
    for flow, id, block in project.all_blocks():
        yield _named(flow, id, block, titles[flow], (project.facts, language))


def _named(flow: str, id: str, block: Block, flow_title: str, spoken: tuple[Facts, str]) -> Named:
    look, kind = block.look, translate(block.look.title)
    said = fill(block.first_words(*spoken), lambda place: f"{{{place.path}}}")
    words = " ".join(said.split())
    title = block.title or words or kind
    folded = tuple(each.lower() for each in (block.title or words, id, words, kind))
    return Named(flow, id, title, kind, look.icon, look.group, flow_title, folded)


def ranked(names: Iterable[Named], typed: str, near: str) -> list[Named]:
    """Those that fit what was typed, the best first; of equals those of the flow `near` first.

    Whatever fits more letters fits fewer too, so that who types on looks only through these.
    """
    letters = " ".join(typed.lower().split())
    found = []
    for each in names:
        how = best(letters, each.folded) if letters else 2 * bool(each.block)
        if how < 2 * WORST:
            found.append((how, each.flow != near, each))
    found.sort(key=itemgetter(0, 1))
    return [each for *_rank, each in found]
