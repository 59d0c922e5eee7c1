"""What blocks that do something unseen become in Rasa."""

from flowdesigner.blocks.goal import GoalBlock
from flowdesigner.blocks.set import Set
from flowdesigner.blocks.webhook import Webhook
from flowdesigner.formats.rasa.blocks.task import Task, by_slot, done
from flowdesigner.formats.rasa.piece import Piece, plain_of
from flowdesigner.model.duration import parse_duration

SECONDS_FOR_AN_ANSWER = 10
"""How long another system may take, when the author does not say."""


def set_(block: Set, task: Task) -> Piece:
    """An action that changes variables."""
    changes = [plain_of(change) for change in block.changes or () if change.variable]
    return done(task, "Change", {"changes": changes})


def webhook(block: Webhook, task: Task) -> Piece:
    """An action that sends the request."""
    wait = parse_duration(block.timeout or "")
    attributes: dict[str, object] = {
        "method": block.method or "GET",
        "url": block.url or "",
        "headers": block.headers or {},
        "body": block.body,
        "save": block.save or {},
        "seconds": int(wait.total_seconds()) if wait else SECONDS_FOR_AN_ANSWER,
        "retries": block.retries or 0,
    }
    return by_slot(task, block, "AskSystem", attributes)


def goal(block: GoalBlock, task: Task) -> Piece:
    """An action that tells the log."""
    return done(task, "Reach", {"goal": block.name or "", "worth": block.value})
