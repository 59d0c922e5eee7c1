"""What the *answer* block becomes in Rasa: an action that searches, and a form that listens."""

from flowdesigner.blocks.answer import Answer, SampleAnswer
from flowdesigner.formats.native.tree import Plain
from flowdesigner.formats.rasa.blocks.task import Task
from flowdesigner.formats.rasa.piece import ActionClass, Gate, Piece
from flowdesigner.formats.rasa.words import Values
from flowdesigner.formats.spoken import Speak
from flowdesigner.model.outgoing import Outgoing

SURE_ENOUGH = 0.6
"""How sure an answer has to be when the author does not say."""


def answer(block: Answer, task: Task) -> Piece:
    """An action that answers from the samples, as the preview does."""
    values = Values()
    words: dict[str, list[Plain]] = {}
    samples = []
    for number, sample in enumerate(block.samples or (), start=1):
        response = f"utter_{task.name}_{number}"
        words[response] = task.speaker.responses(_reply(sample), values)
        samples.append({"question": sample.question or {}, "response": response})
    searches: dict[str, object] = {
        "block": task.name,
        "source": block.source or "",
        "instructions": block.instructions or "",
        "samples": samples,
        "at_least": SURE_ENOUGH if block.at_least is None else block.at_least,
    }
    action = f"action_{task.name}"
    ways = task.ways(block)
    return Piece(
        name=task.name,
        going="by_form",
        actions=(action,),
        ways=ways,
        classes=(
            ActionClass(action, "Search", searches | values.attributes()),
            ActionClass(f"action_ask_{task.name}", "Listen"),
            ActionClass(f"validate_form_{task.name}", "CheckQuestion", {"block": task.name}),
        ),
        responses=words,
        gate=Gate(past=ways, into="nothing_asked", why="nothing was asked yet", back="asked"),
    )


def _reply(sample: SampleAnswer) -> Speak:
    return lambda run: Outgoing(text=run.words(sample.reply))
