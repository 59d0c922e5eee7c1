"""What blocks that only say something become in Rasa."""

from flowdesigner.blocks.message import Message
from flowdesigner.formats.rasa.blocks.task import Task
from flowdesigner.formats.rasa.piece import ActionClass, Piece
from flowdesigner.formats.rasa.words import Values
from flowdesigner.model.speech import said


def message(block: Message, task: Task) -> Piece:
    """A response, and an action where its placeholders need more than a slot."""
    values = Values()
    response = f"utter_{task.name}"
    words = {response: task.speaker.responses(lambda run: said(block, run), values)}
    if not values.attributes():
        return Piece(name=task.name, going="on", actions=(response,), responses=words)
    action = f"action_{task.name}"
    say = ActionClass(action, "Say", {"response": response} | values.attributes())
    return Piece(name=task.name, going="on", actions=(action,), classes=(say,), responses=words)
