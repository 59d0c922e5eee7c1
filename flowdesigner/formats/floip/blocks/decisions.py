"""What blocks that go on by what is known become in FLOIP: a Case."""

from flowdesigner.blocks.condition import Condition
from flowdesigner.formats.floip.blocks.task import Task
from flowdesigner.formats.floip.conditions import test_of
from flowdesigner.formats.floip.container import Data


def condition(block: Condition, task: Task) -> list[Data]:
    """A Case with the tests in order."""
    exits = [
        task.exit(case.id, test=test_of(case.when, task.expressions))
        for case in block.cases or ()
        if case.id and case.when is not None
    ]
    return [task.made("Core.Case", {}, [*exits, task.exit("else")])]
