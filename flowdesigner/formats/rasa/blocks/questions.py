"""What blocks that ask for a typed answer become in Rasa: forms of one slot."""

from collections.abc import Callable, Mapping

from flowdesigner.blocks.ask import Ask
from flowdesigner.blocks.consent import Consent
from flowdesigner.blocks.menu import Menu
from flowdesigner.formats.rasa.blocks.task import Task
from flowdesigner.formats.rasa.piece import ActionClass, Piece, plain_of
from flowdesigner.formats.rasa.words import Values
from flowdesigner.model.duration import parse_duration
from flowdesigner.model.outgoing import Outgoing
from flowdesigner.model.run import Run
from flowdesigner.model.speech import said

Doing = tuple[str, Mapping[str, object]]
"""A class of the support files, and what one block gives it."""


def ask(block: Ask, task: Task) -> Piece:
    """A form of one slot."""
    checks: dict[str, object] = {"kind": block.answer or "text"}
    if block.accept is not None:
        checks["accept"] = plain_of(block.accept)
    if block.save_to:
        checks["save_to"] = block.save_to

    def asked(run: Run) -> Outgoing:
        return said(block, run)

    def again(run: Run) -> Outgoing:
        words = run.words(block.retry.text if block.retry else None)
        return Outgoing(text=words) if words else said(block, run)

    return question(block, task, (asked, again), ("CheckAnswer", checks), {})


def question(
    block: Ask | Menu | Consent,
    task: Task,
    speaks: tuple[Callable[[Run], Outgoing], Callable[[Run], Outgoing]],
    checks: Doing,
    intents: Mapping[str, str],
    asks_by: Doing = ("Ask", {}),
) -> Piece:
    """A form with one slot, the way on, and with the tries the author gives."""
    values = Values()
    wait = parse_duration(block.no_reply_after or "")
    retry = None if isinstance(block, Consent) else block.retry
    times = (retry and retry.times) or 0
    words = {f"utter_ask_{task.name}": task.speaker.responses(speaks[0], values)}
    asks: dict[str, object] = {"block": task.name, **asks_by[1]}
    if times and retry and retry.text:
        asks["retry"] = f"utter_retry_{task.name}"
        words[f"utter_retry_{task.name}"] = task.speaker.responses(speaks[1], values)
    asks |= values.attributes()
    known = dict(intents)
    if wait is not None:
        asks["no_reply_after"] = int(wait.total_seconds())
        known[f"no_reply_{task.name}"] = "no_reply"
    found = {"block": task.name, "times": times, "intents": known} | dict(checks[1])
    return Piece(
        name=task.name,
        going="by_form",
        ways=task.ways(block),
        classes=(
            ActionClass(f"action_ask_{task.name}", asks_by[0], asks),
            ActionClass(f"validate_form_{task.name}", checks[0], found),
        ),
        responses=words,
        intents=tuple(known),
    )
