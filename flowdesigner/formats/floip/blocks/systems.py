"""What becomes a block of our own that asks a system or a person."""

from collections.abc import Mapping

from flowdesigner.blocks.handoff import Handoff
from flowdesigner.blocks.webhook import Webhook
from flowdesigner.formats.floip.blocks.task import Task
from flowdesigner.formats.floip.clock import is_open
from flowdesigner.formats.floip.container import Data
from flowdesigner.formats.floip.expressions import property_key, text
from flowdesigner.model.duration import parse_duration
from flowdesigner.model.speech import said


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
