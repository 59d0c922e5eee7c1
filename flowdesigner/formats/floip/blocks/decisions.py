"""What blocks that go on by what is known become in FLOIP: a Case."""

import re
from itertools import accumulate

from flowdesigner.blocks.condition import Condition
from flowdesigner.blocks.hours import HoursBlock
from flowdesigner.blocks.split import Split
from flowdesigner.formats.floip.blocks.task import Task
from flowdesigner.formats.floip.blocks.waits import held
from flowdesigner.formats.floip.clock import is_open, opens_at
from flowdesigner.formats.floip.conditions import test_of
from flowdesigner.formats.floip.container import Data
from flowdesigner.model.hours import outside


def condition(block: Condition, task: Task) -> list[Data]:
    """A Case with the tests in order."""
    tests = [
        (case.id, test_of(case.when, task.expressions))
        for case in block.cases or ()
        if case.id and case.when is not None
    ]
    return [task.case(tests, "else")]


def hours(block: HoursBlock, task: Task) -> list[Data]:
    """A Case with the hours in its test, by the platform's clock."""
    week = block.opening(task.container.project.settings).hours or outside("")
    if block.hold:
        return held(block, week, task)
    opens = task.output([("hours.opens_at", opens_at(week))], task.exit("told", _looks(task)))
    return [opens, task.case([("open", is_open(week))], "closed", "looks")]


def _looks(task: Task) -> str:
    return task.uuid("looks")


def split(block: Split, task: Task) -> list[Data]:
    """An Output that draws once and keeps what was drawn, and a Case."""
    arms = [each for each in block.arms or () if each.id and each.weight]
    if not arms:
        return [task.case([], "next")]
    bounds = list(accumulate(each.weight or 0 for each in arms))
    name = drawn_in(block, task.flow, task.id)
    drawn, key = task.expressions.path(name), task.expressions.is_set(name)
    draw = f"if({key}, {drawn}, rand_between(1, {bounds[-1]}))"
    tests = [(arm.id, f"{drawn} <= {most}") for arm, most in zip(arms, bounds, strict=True)]
    return [
        task.output([(name, draw)], task.exit("drawn", _looks(task))),
        task.case(tests[:-1], tests[-1][0], "looks"),
    ]


def drawn_in(block: Split, flow: str, id: str) -> str:
    """The property that keeps what a contact has drawn; the same for the same comparison."""
    total = sum(each.weight or 0 for each in block.arms or () if each.id)
    name = re.sub(r"\W", "_", block.salt or f"{flow}_{id}")
    return f"drawn_{name}_{total}"
