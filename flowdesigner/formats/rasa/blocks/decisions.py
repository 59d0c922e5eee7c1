"""What blocks that go on by what is known become in Rasa: actions that set a slot."""

from flowdesigner.blocks.condition import Condition
from flowdesigner.blocks.hours import HoursBlock
from flowdesigner.blocks.split import Split
from flowdesigner.formats.rasa.blocks.silences import held
from flowdesigner.formats.rasa.blocks.task import Task, by_slot
from flowdesigner.formats.rasa.piece import Piece, plain_of
from flowdesigner.model.hours import Hours, outside
from flowdesigner.model.project import Project


def condition(block: Condition, task: Task) -> Piece:
    """An action that finds the first case that is true."""
    cases = [(case.id, plain_of(case.when)) for case in block.cases or () if case.id and case.when]
    return by_slot(task, block, "Decide", {"cases": cases})


def hours(block: HoursBlock, task: Task) -> Piece:
    """An action that looks at the clock."""
    quiet = block.window == "quiet"
    looks = {"hours": dict(_hours(block, task.project)), "by_customers_clock": quiet}
    return held(task, looks) if block.hold else by_slot(task, block, "LookAtHours", looks)


def _hours(block: HoursBlock, project: Project) -> Hours:
    if block.window == "quiet":
        return outside(project.settings.quiet_hours or "")
    own = project.settings.business_hours if block.window == "business" else block.ranges
    return own or outside("")


def split(block: Split, task: Task) -> Piece:
    """An action that draws the same way for the same contact."""
    arms = [(each.id, each.weight) for each in block.arms or () if each.id and each.weight]
    if not arms:
        return Piece(name=task.name, going="on")
    return by_slot(task, block, "Draw", {"salt": block.salt or ".".join(task.place), "arms": arms})
