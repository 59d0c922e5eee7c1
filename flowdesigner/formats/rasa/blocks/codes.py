"""What the *otp* block becomes in Rasa: a form that only its code, or time, opens."""

from flowdesigner.blocks.otp import Otp, Resend
from flowdesigner.formats.native.tree import Plain
from flowdesigner.formats.rasa.blocks.task import Task
from flowdesigner.formats.rasa.piece import ActionClass, Piece
from flowdesigner.formats.rasa.words import Values
from flowdesigner.model.duration import parse_duration
from flowdesigner.model.outgoing import Outgoing
from flowdesigner.model.run import Run
from flowdesigner.model.speech import said

DIGITS, MOST_DIGITS = 6, 15
"""How many digits a code has when the author does not say, and at most."""


def otp(block: Otp, task: Task) -> Piece:
    """Actions that draw, say and compare the code; a connector sends it to other channels."""
    values = Values()
    words = _words(block, task, values)
    expires = {"expires_after": seconds(block.expires_after)}
    sends: dict[str, object] = {"block": task.name, "ladder": _ladder(block, task), **expires}
    if f"utter_wrong_{task.name}" in words:
        sends["wrong"] = f"utter_wrong_{task.name}"
    intents = {f"expired_{task.name}": "expired", f"next_rung_{task.name}": "next_rung"}
    checks: dict[str, object] = {
        "block": task.name,
        "intents": intents,
        "digits": min(max(block.digits or DIGITS, 1), MOST_DIGITS),
        "attempts": block.attempts,
        "resend": _resend(block.resend or Resend()),
        **expires,
    }
    return Piece(
        name=task.name,
        going="by_form",
        ways=task.ways(block),
        classes=(
            ActionClass(f"action_ask_{task.name}", "SendCode", sends | values.attributes()),
            ActionClass(f"validate_form_{task.name}", "CheckCode", checks),
        ),
        responses=words,
        intents=tuple(intents),
        keeps=("one_time_code",),
    )


def _words(block: Otp, task: Task, values: Values) -> dict[str, list[Plain]]:
    def code(run: Run) -> Outgoing:
        return said(block, run)

    def wrong(run: Run) -> Outgoing:
        return Outgoing(text=run.words(block.spoken("wrong", run.channel)))

    found = {f"utter_ask_{task.name}": task.speaker.responses(code, values)}
    for rung in block.ladder or ():
        if rung.channel:
            elsewhere = task.speaker_on(rung.channel)
            found[_response(rung.channel, task)] = elsewhere.responses(code, values)
    if block.wrong:
        found[f"utter_wrong_{task.name}"] = task.speaker.responses(wrong, values)
    return found


def _ladder(block: Otp, task: Task) -> list[tuple[str, int, str]]:
    rungs = [(each.channel or "", seconds(each.after)) for each in block.ladder or ()]
    return [
        (channel, after, _response(channel, task) if channel else "")
        for channel, after in rungs or [("", 0)]
    ]


def _response(channel: str, task: Task) -> str:
    return f"utter_on_{channel}_{task.name}"


def _resend(resend: Resend) -> dict[str, object]:
    words = {word.strip().casefold() for each in (resend.words or {}).values() for word in each}
    return {
        "times": resend.times or 0,
        "cooldown": seconds(resend.cooldown),
        "words": sorted(words),
    }


def seconds(duration: str | None) -> int:
    """A length of time as Rasa counts it; none when nothing is given."""
    length = parse_duration(duration or "")
    return int(length.total_seconds()) if length is not None else 0
