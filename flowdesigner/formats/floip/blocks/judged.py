"""What becomes a block of our own that takes what only the platform can judge."""

from flowdesigner.blocks.answer import Answer
from flowdesigner.blocks.otp import Otp, Resend
from flowdesigner.formats.floip.blocks.task import Task
from flowdesigner.formats.floip.container import Data, mode
from flowdesigner.model.duration import parse_duration
from flowdesigner.model.speech import said

DIGITS = 6
"""How many digits a code has when the author does not say."""

SURE_ENOUGH = 0.6
"""How sure an answer has to be when the author does not say."""


def otp(block: Otp, task: Task) -> list[Data]:
    """A block of our own: the platform makes the code, keeps it in the property and sends it."""
    container, place = task.container, (task.flow, task.id)
    resend = block.resend or Resend()
    config: Data = {
        "prompt": container.prompt((*place, "text"), lambda run: said(block, run)),
        "code_property": "code",
        "digits": block.digits or DIGITS,
        "expires_after": _seconds(block.expires_after),
        "attempts": block.attempts,
        "ladder": [
            {
                "channel": each.channel,
                "mode": mode(each.channel or ""),
                "after": _seconds(each.after),
            }
            for each in block.ladder or ()
        ],
        "resend": {
            "times": resend.times or 0,
            "cooldown": _seconds(resend.cooldown),
            "words": {key: list(words) for key, words in (resend.words or {}).items()},
        },
    }
    if block.wrong:
        config["wrong"] = container.label((*place, "wrong"), block.wrong)
    return [task.own("OneTimeCode", config, ("verified", "failed", "expired"))]


def answer(block: Answer, task: Task) -> list[Data]:
    """A block of our own with the questions and answers."""
    container, place = task.container, (task.flow, task.id, "samples")
    config: Data = {
        "source": block.source or "",
        "instructions": block.instructions or "",
        "at_least": SURE_ENOUGH if block.at_least is None else block.at_least,
        "samples": [
            {
                "question": container.label((*place, f"{number}", "question"), each.question),
                "reply": container.label((*place, f"{number}", "reply"), each.reply),
            }
            for number, each in enumerate(block.samples or (), start=1)
        ],
    }
    return [task.own("Answer", config, ("answered", "unsure", "failed"))]


def _seconds(duration: str | None) -> int:
    length = parse_duration(duration or "")
    return int(length.total_seconds()) if length is not None else 0
