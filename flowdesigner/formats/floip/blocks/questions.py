"""What blocks that ask for a typed answer become in FLOIP."""

from flowdesigner.blocks.ask import Ask
from flowdesigner.formats.floip.blocks.task import Task
from flowdesigner.formats.floip.container import Data
from flowdesigner.formats.floip.expressions import whole
from flowdesigner.model.speech import said


def ask(block: Ask, task: Task) -> list[Data]:
    """OpenResponse, or NumericResponse with its limits."""
    prompt = task.container.prompt((task.flow, task.id, "text"), lambda run: said(block, run))
    config: Data = {"prompt": prompt}
    limits = block.accept
    numeric = block.answer in ("number", "rating")
    if numeric:
        low, high = (1, 5) if block.answer == "rating" else (None, None)
        low = limits.min if limits and limits.min is not None else low  # type: ignore[assignment]
        high = limits.max if limits and limits.max is not None else high  # type: ignore[assignment]
        config |= {"validation_minimum": low} if low is not None else {}
        config |= {"validation_maximum": high} if high is not None else {}
    elif limits and limits.longest:
        config["text"] = {"max_response_characters": limits.longest}
    if block.save_to:
        config["set_contact_property"] = task.changes([(block.save_to, whole("block.value"))])
    type = "MobilePrimitives.NumericResponse" if numeric else "MobilePrimitives.OpenResponse"
    return [task.made(type, config, [task.exit("answered")])]
