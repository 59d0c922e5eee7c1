"""What blocks that call or end a flow become in FLOIP."""

from flowdesigner.blocks.end import End
from flowdesigner.blocks.subflow import Subflow
from flowdesigner.formats.floip.blocks.task import Task
from flowdesigner.formats.floip.container import Data
from flowdesigner.formats.floip.expressions import text, whole

OUTCOME = "outcome"
"""The contact's property in which a flow leaves how it ended."""


def subflow(block: Subflow, task: Task) -> list[Data]:
    """Give, call, and go on by how the flow ended, which the runner itself does not tell."""
    container = task.container
    outcomes = (
        container.project.flows[block.flow].outcomes
        if block.flow in container.project.flows
        else None
    )
    config: Data = {"flow_id": container.id(block.flow or "")}
    by_outcome = task.uuid("by_outcome")
    call = task.made("Core.RunFlow", config, [task.exit("returned", to=by_outcome)], "call")
    ways = list(outcomes or ("done",))
    tests = [(way, f"contact.{OUTCOME} = {text(way)}") for way in ways[:-1]]
    decide = task.case(tests, ways[-1], "by_outcome")
    values = [
        (name, task.expressions.raw_text(value)) for name, value in (block.give or {}).items()
    ]
    begin = task.output(values, task.exit("given", to=task.uuid("call")))
    return [begin, call, decide]


def end(block: End, task: Task) -> list[Data]:
    """An Output that keeps how the flow ended."""
    outcome = whole(text(block.outcome or "done"))
    config: Data = {
        "value": outcome,
        "set_contact_property": [{"property_key": OUTCOME, "property_value": outcome}],
    }
    return [task.made("Core.Output", config, [task.exit("next")])]
