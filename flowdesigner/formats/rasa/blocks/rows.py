"""What a menu whose answers come from a list becomes in Rasa: buttons made by an action."""

from collections.abc import Mapping

from flowdesigner.blocks.menu import Menu, OptionsFrom
from flowdesigner.channels import BY_ID
from flowdesigner.formats.rasa.blocks.questions import question
from flowdesigner.formats.rasa.blocks.task import Task
from flowdesigner.formats.rasa.piece import ActionClass, Gate, Piece
from flowdesigner.model.outgoing import Outgoing, Reply
from flowdesigner.model.run import Run
from flowdesigner.model.speech import said

MOST_ROWS = 10
"""How many rows are offered when the author does not say."""


def rows(block: Menu, made: OptionsFrom, task: Task) -> Piece:
    """A form before which an action looks whether there is anything to choose from."""
    known: dict[str, object] = {
        "variable": made.variable or "",
        "label": made.label or {},
        "most": made.most or MOST_ROWS,
    }

    def ask(run: Run) -> Outgoing:
        return _with_rows(said(block, run))

    def again(run: Run) -> Outgoing:
        words = run.words(block.retry.text if block.retry else None)
        return _with_rows(Outgoing(text=words)) if words else ask(run)

    shown = known | {"tapped": _tapped(block, task, made.most or MOST_ROWS)}
    checks = known | ({"save_to": made.save_to} if made.save_to else {})
    piece = question(block, task, (ask, again), ("CheckRows", checks), {}, ("AskRows", shown))
    asks = piece.classes[0].attributes
    fills = {name: asks[name] for name in ("values", "in_addresses") if name in asks}
    action = f"action_{task.name}"
    looks = ActionClass(action, "LookForRows", {"block": task.name} | shown | fills)
    return Piece(
        name=piece.name,
        going=piece.going,
        actions=(action,),
        ways=piece.ways,
        classes=(looks, *piece.classes),
        responses=piece.responses,
        intents=piece.intents,
        gate=Gate(past=("other",), into="rows", why="there are rows to choose from"),
    )


def _with_rows(outgoing: Outgoing) -> Outgoing:
    """The words with the place where an action puts numbered rows."""
    text = f"{outgoing.text}{{rows}}"
    return Outgoing(text=text, subject=outgoing.subject, preheader=outgoing.preheader)


def _tapped(block: Menu, task: Task, most: int) -> Mapping[str, int]:
    """By channel, the most rows that it shows as buttons."""
    found = {}
    for channel in task.project.channels:
        if channel in BY_ID:
            shapes = [
                BY_ID[channel].render(_offer(block, many))[-1].shape for many in range(1, most + 1)
            ]
            found[channel] = sum(shape != "numbered" for shape in shapes)
    return found


def _offer(block: Menu, many: int) -> Outgoing:
    replies = tuple(Reply(f"row_{number}", f"{number}") for number in range(1, many + 1))
    return Outgoing(text="?", options=replies, draw_as=block.draw_as or "auto")
