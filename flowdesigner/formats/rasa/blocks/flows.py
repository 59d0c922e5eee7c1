"""What blocks that call or end a flow become in Rasa."""

from flowdesigner.blocks.end import End
from flowdesigner.blocks.subflow import Subflow
from flowdesigner.formats.rasa.blocks.task import Task
from flowdesigner.formats.rasa.piece import ActionClass, Piece


def subflow(block: Subflow, task: Task) -> Piece:
    """An action that remembers where to come back to, and the rules of the other flow."""
    action = f"action_{task.name}"
    ways = task.ways(block)
    attributes: dict[str, object] = {"returns": {way: f"{task.name}_{way}" for way in ways}}
    if block.give:
        attributes["give"] = block.give
    if block.take:
        attributes["take"] = list(block.take)
    calls = ActionClass(action, "CallFlow", attributes)
    return Piece(name=task.name, going="call", actions=(action,), ways=ways, classes=(calls,))


def end(block: End, task: Task) -> Piece:
    """An action that goes back to the caller, or ends."""
    action = f"action_{task.name}"
    ends = ActionClass(action, "EndFlow", {"outcome": block.outcome or "done"})
    return Piece(name=task.name, going="end", actions=(action,), classes=(ends,))
