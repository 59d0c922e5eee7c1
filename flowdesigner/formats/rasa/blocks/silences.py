"""What blocks that say nothing while they wait become in Rasa."""

from collections.abc import Mapping

from flowdesigner.blocks.handoff import Handoff
from flowdesigner.blocks.wait import WaitBlock
from flowdesigner.formats.rasa.blocks.task import Task
from flowdesigner.formats.rasa.piece import ActionClass, Gate, Piece
from flowdesigner.formats.rasa.words import Values
from flowdesigner.model.duration import parse_duration
from flowdesigner.model.speech import said

_THERE = Gate(past=("unavailable",), into="open", why="somebody is there")


def handoff(block: Handoff, task: Task) -> Piece:
    """A silent form that the help desk ends."""
    values = Values()
    wait = parse_duration(block.longest_wait or "")
    tells: dict[str, object] = {
        "block": task.name,
        "queue": block.queue or "",
        "summary": block.summary or {},
        "keep": list(block.keep or ()),
        "longest_wait": int(wait.total_seconds()) if wait else 0,
    }
    words = {}
    if block.text or block.variants:
        tells["response"] = f"utter_{task.name}"
        words[f"utter_{task.name}"] = task.speaker.responses(lambda run: said(block, run), values)
        tells |= values.attributes()
    intents = {f"closed_{task.name}": "closed", f"unavailable_{task.name}": "unavailable"}
    opens = block.hours == "business" and bool(task.project.settings.business_hours)
    looks = (ActionClass(f"action_{task.name}", "Open", {"block": task.name}),) if opens else ()
    return Piece(
        name=task.name,
        going="by_form",
        actions=tuple(look.name for look in looks),
        ways=("closed", "unavailable"),
        classes=(
            *looks,
            ActionClass(f"action_ask_{task.name}", "HandOver", tells),
            ActionClass(
                f"validate_form_{task.name}",
                "CheckHandover",
                {"block": task.name, "intents": intents},
            ),
        ),
        responses=words,
        intents=tuple(intents),
        muted=True,
        gate=_THERE if opens else None,
    )


def wait(block: WaitBlock, task: Task) -> Piece:
    """A form that says nothing: a reminder ends it, or an intent that brings the news."""
    ways = task.ways(block)
    late = "next" if "next" in ways else "timeout"
    length = parse_duration((block.duration if late == "next" else block.at_most) or "")
    if not (length or (block.kind == "until" and block.until) or late == "timeout"):
        return Piece(name=task.name, going="on")
    waits: dict[str, object] = {"block": task.name, "late": late}
    stands = waits | {"seconds": int(length.total_seconds()) if length else 0}
    if block.kind == "until":
        stands |= {"until": block.until, "weekdays": list(block.weekdays or ())}
    intents = {f"{way}_{task.name}": way for way in ways}
    return Piece(
        name=task.name,
        going="by_form",
        ways=ways,
        classes=(
            ActionClass(f"action_ask_{task.name}", "StandStill", stands),
            ActionClass(f"validate_form_{task.name}", "CheckWait", waits | {"intents": intents}),
        ),
        intents=tuple(intents),
        muted=True,
    )


def held(task: Task, hours: Mapping[str, object]) -> Piece:
    """A silent form until the hours open, when they are not open yet."""
    action, intents = f"action_{task.name}", {f"next_{task.name}": "next"}
    known = {"block": task.name, **hours}
    return Piece(
        name=task.name,
        going="by_form",
        actions=(action,),
        ways=("next",),
        classes=(
            ActionClass(action, "LookAtHours", known | {"when_open_way": "next"}),
            ActionClass(f"action_ask_{task.name}", "StandUntilOpen", known),
            ActionClass(f"validate_form_{task.name}", "CheckOpen", known | {"intents": intents}),
        ),
        intents=tuple(intents),
        muted=True,
        gate=Gate(past=("next",), into="closed", why="not open yet"),
    )
