"""Where in the text of a file an issue stands."""

from flowdesigner.checks.rule import Issue, PathStep
from flowdesigner.formats.native.tree import Path, Place, Tree


def place_of(issue: Issue, tree: Tree) -> Place:
    """The line and column of what an issue is about, or of the nearest thing around it."""
    path: Path = ()
    if issue.flow is not None:
        path = ("flows", issue.flow)
    if issue.block is not None:
        path = (*path, "blocks", issue.block)
    return tree.place(_positions((*path, *issue.field), tree))


def place_of_step(step: PathStep, tree: Tree) -> Place:
    """The line and column of a block on the way to an issue."""
    return tree.place(("flows", step.flow, "blocks", step.block))


def _positions(path: Path, tree: Tree) -> Path:
    """The path with the ids of listed things replaced by their positions."""
    found: object = tree.root
    steps: list[str | int] = []
    for step in path:
        if isinstance(found, list) and isinstance(step, str):
            ids = [each.get("id") if isinstance(each, dict) else None for each in found]
            step = ids.index(step) if step in ids else step
        steps.append(step)
        found = _below(found, step)
    return tuple(steps)


def _below(found: object, step: str | int) -> object:
    if isinstance(found, dict):
        return found.get(step)
    if isinstance(found, list) and isinstance(step, int) and step < len(found):
        return found[step]
    return None
