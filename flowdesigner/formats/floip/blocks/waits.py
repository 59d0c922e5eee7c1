"""What becomes a block of our own that waits: for a time, for news, or until it is open."""

from flowdesigner.blocks.hours import HoursBlock
from flowdesigner.blocks.wait import WaitBlock
from flowdesigner.formats.floip.blocks.task import Task
from flowdesigner.formats.floip.clock import is_open, opens_at
from flowdesigner.formats.floip.container import Data
from flowdesigner.model.duration import parse_duration
from flowdesigner.model.hours import Hours


def wait(block: WaitBlock, task: Task) -> list[Data]:
    """A block of our own that tells what is waited for."""
    config: Data = {"kind": block.kind or "duration", **_asked_for(block)}
    for name in ("duration", "at_most"):
        if (length := parse_duration(getattr(block, name) or "")) is not None:
            config[name] = int(length.total_seconds())
    return [task.own("Wait", config, [way.id for way in block.ways_out() if way.happens])]


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
