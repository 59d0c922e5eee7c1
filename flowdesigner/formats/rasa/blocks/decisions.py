"""What blocks that go on by what is known become in Rasa: actions that set a slot."""

from flowdesigner.blocks.condition import Condition
from flowdesigner.blocks.hours import HoursBlock
from flowdesigner.blocks.split import Split
from flowdesigner.formats.rasa.blocks.silences import held
from flowdesigner.formats.rasa.blocks.task import Task, by_slot
from flowdesigner.formats.rasa.piece import Piece, plain_of
from flowdesigner.model.hours import outside


def condition(block: Condition, task: Task) -> Piece:
    """An action that finds the first case that is true."""
    cases = [(case.id, plain_of(case.when)) for case in block.cases or () if case.id and case.when]
    return by_slot(task, block, "Decide", {"cases": cases})


def hours(block: HoursBlock, task: Task) -> Piece:
    """An action that looks at the clock."""
    quiet = block.window == "quiet"
    week = block.opening(task.project.settings).hours or outside("")
    looks = {"hours": dict(week), "by_customers_clock": quiet}
    return held(task, looks) if block.hold else by_slot(task, block, "LookAtHours", looks)


def split(block: Split, task: Task) -> Piece:
    """An action that draws the same way for the same contact."""
    arms = [(each.id, each.weight) for each in block.arms or () if each.id and each.weight]
    if not arms:
        return Piece(name=task.name, going="on")
    return by_slot(task, block, "Draw", {"salt": block.salt or ".".join(task.place), "arms": arms})
