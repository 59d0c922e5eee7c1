"""What the *goal* block becomes in FLOIP: a line of the run's log."""

from flowdesigner.blocks.goal import GoalBlock
from flowdesigner.formats.floip.blocks.task import Task
from flowdesigner.formats.floip.container import Data


def goal(block: GoalBlock, task: Task) -> list[Data]:
    """A Log with the name of the goal and what it is worth."""
    worth = "" if block.value is None else f" {block.value}"
    told = task.expressions.raw_text(f"goal {block.name or ''}{worth}")
    return [task.made("Core.Log", {"message": told}, [task.exit("next")])]
