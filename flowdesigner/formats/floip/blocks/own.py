"""What becomes a block of our own, which the platform has to run."""

from collections.abc import Mapping, Sequence

from flowdesigner.blocks.answer import Answer
from flowdesigner.blocks.handoff import Handoff
from flowdesigner.blocks.hours import HoursBlock
from flowdesigner.blocks.otp import Otp, Resend
from flowdesigner.blocks.wait import WaitBlock
from flowdesigner.blocks.webhook import Webhook
from flowdesigner.formats.floip.blocks.task import Task
from flowdesigner.formats.floip.clock import is_open, opens_at
from flowdesigner.formats.floip.container import Data, mode
from flowdesigner.formats.floip.expressions import property_key, text
from flowdesigner.model.duration import parse_duration
from flowdesigner.model.hours import Hours
from flowdesigner.model.speech import said

DIGITS = 6
"""How many digits a code has when the author does not say."""

SURE_ENOUGH = 0.6
"""How sure an answer has to be when the author does not say."""


def webhook(block: Webhook, task: Task) -> list[Data]:
    """A block of our own with the request."""
    to = task.container.filler
    wait = parse_duration(block.timeout or "")
    config: Data = {
        "method": block.method or "GET",
        "url": to.address(block.url or "", "en"),
        "headers": {name: to.address(value, "en") for name, value in (block.headers or {}).items()},
        "body": _body(block.body, task),
        "save": {property_key(name): path for name, path in (block.save or {}).items()},
        "timeout": int(wait.total_seconds()) if wait else 10,
        "retries": block.retries or 0,
    }
    return [
        task.made(
            "FlowDesigner.Webhook",
            config,
            [task.exit("ok", test="block.value = true"), task.exit("failed")],
        )
    ]


def _body(data: object, task: Task) -> object:
    """JSON whose texts are texts with expressions."""
    if isinstance(data, Mapping):
        return {str(key): _body(value, task) for key, value in data.items()}
    if isinstance(data, list):
        return [_body(value, task) for value in data]
    return task.container.filler.address(data, "en") if isinstance(data, str) else data


def handoff(block: Handoff, task: Task) -> list[Data]:
    """A block of our own with what the colleague is told."""
    container, place = task.container, (task.flow, task.id)
    wait = parse_duration(block.longest_wait or "")
    config: Data = {
        "queue": block.queue or "",
        "summary": container.label((*place, "summary"), block.summary),
        "keep": [property_key(name) for name in block.keep or ()],
        "hours": block.hours or "always",
    }
    if wait is not None:
        config["longest_wait"] = int(wait.total_seconds())
    if block.text or block.variants:
        config["prompt"] = container.prompt((*place, "text"), lambda run: said(block, run))
    closed = task.exit("closed", test=f"block.value = {text('closed')}")
    exits = [closed, task.exit("unavailable")]
    week = container.project.settings.business_hours
    if block.hours != "business" or not week:
        return [task.made("FlowDesigner.Handoff", config, exits)]
    there = task.exit("there", to=task.uuid("hands_over"), test=is_open(week))
    nobody = task.exit("nobody", to=task.target("unavailable"))
    return [
        task.made("Core.Case", {}, [there, nobody]),
        task.made("FlowDesigner.Handoff", config, exits, "hands_over"),
    ]


def wait(block: WaitBlock, task: Task) -> list[Data]:
    """A block of our own that tells what is waited for."""
    config: Data = {"kind": block.kind or "duration", **_asked_for(block)}
    for name in ("duration", "at_most"):
        if (length := parse_duration(getattr(block, name) or "")) is not None:
            config[name] = int(length.total_seconds())
    return [_own("Wait", config, [way.id for way in block.ways_out() if way.happens], task)]


def _asked_for(block: WaitBlock) -> Data:
    found: Data = {"until": block.until, "weekdays": list(block.weekdays or ())}
    found |= {"event": block.event, "status": block.status}
    return {name: value for name, value in found.items() if value}


def held(block: HoursBlock, week: Hours, task: Task) -> list[Data]:
    """A Case that goes past a block of our own where it is open."""
    waits, tells = task.uuid("waits"), task.uuid("tells")
    past = task.exit("open", to=tells, test=is_open(week))
    config: Data = {"kind": "open", "hours": dict(week)}
    config["clock"] = "contact" if block.window == "quiet" else "business"
    opens = [("hours.opens_at", opens_at(week))]
    return [
        task.made("Core.Case", {}, [past, task.exit("closed", to=waits)]),
        task.made("FlowDesigner.Wait", config, [task.exit("opened", to=tells)], "waits"),
        task.output(opens, task.exit("next"), "tells"),
    ]


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
    return [_own("OneTimeCode", config, ("verified", "failed", "expired"), task)]


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
    return [_own("Answer", config, ("answered", "unsure", "failed"), task)]


def _own(name: str, config: Data, ways: Sequence[str], task: Task) -> Data:
    """A block that is left by the exit that the platform names; by the last when by none."""
    exits = [task.exit(way, test=f"block.value = {text(way)}") for way in ways[:-1]]
    return task.made(f"FlowDesigner.{name}", config, [*exits, task.exit(ways[-1])])


def _seconds(duration: str | None) -> int:
    length = parse_duration(duration or "")
    return int(length.total_seconds()) if length is not None else 0
