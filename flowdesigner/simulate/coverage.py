"""Which exits of the journey saved conversations take."""

from collections.abc import Iterable

from flowdesigner.model.project import Project
from flowdesigner.simulate.conversation import Result, run_conversations
from flowdesigner.simulate.entry import Taken


def coverage(project: Project) -> frozenset[Taken]:
    """The exits that the project's conversations take, each as flow, block, exit."""
    return taken_by(run_conversations(project))


def taken_by(results: Iterable[Result]) -> frozenset[Taken]:
    """The exits that some conversations took."""
    return frozenset(taken for each in results for taken in each.session.taken)


def all_exits(project: Project) -> frozenset[Taken]:
    """The exits by which a block can be left and that are drawn or have to be."""
    return frozenset(
        (flow, id, way.id)
        for flow, id, block in project.all_blocks()
        for way in block.ways_out(project.outcomes)
        if way.happens and (way.falls_to is None or way.id in block.exits)
    )
