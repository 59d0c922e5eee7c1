"""What every edit owes: the project before it stays as it was, and no exit comes to dangle."""

from typing import Any

from flowdesigner.edits.edit import Edit
from flowdesigner.model.ids import is_id
from flowdesigner.model.project import Project


def done(edit: Edit, project: Project) -> Project:
    """The project after an edit that left the one before as it was, so that undo is exact."""
    before = project.as_written()
    after = edit.apply(project)
    assert project.as_written() == before
    assert edit.apply(project) == after
    return after


def astray(project: Project) -> set[tuple[str, str, str]]:
    """The exits that lead to a block that is not there: flow, block, exit."""
    return {
        (flow_id, id, exit)
        for flow_id, flow in project.flows.items()
        for id, block in flow.blocks.items()
        for exit, target in block.exits.items()
        if target not in flow.blocks
    }


def new_ids(before: dict[str, Any], after: dict[str, Any]) -> set[str]:
    """The names that came; each is a valid one."""
    came = after.keys() - before.keys()
    assert all(map(is_id, came)), came
    return came
