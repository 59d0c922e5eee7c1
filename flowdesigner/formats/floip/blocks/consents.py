"""What the *consent* block becomes in FLOIP: a property of the contact."""

from flowdesigner.blocks.consent import Consent, ConsentLabels
from flowdesigner.formats.floip.blocks.task import Task
from flowdesigner.formats.floip.container import Data
from flowdesigner.formats.floip.expressions import text, whole
from flowdesigner.model.outgoing import Reply
from flowdesigner.model.part import Text
from flowdesigner.model.speech import said

YES: Text = {"en": "Yes", "id": "Ya"}
NO: Text = {"en": "No", "id": "Tidak"}
"""What a consent is answered with, when the author does not say."""


def consent(block: Consent, task: Task) -> list[Data]:
    """A question of two choices, or a block that sets or tests the property."""
    kept = f"consent.{block.purpose or 'marketing'}"
    match block.action:
        case "ask":
            return [_asked(block, task, kept)]
        case "look":
            return [task.case([("has", f"{task.expressions.path(kept)} = true")], "has_not")]
        case "grant" | "withdraw":
            agreed = "true" if block.action == "grant" else "false"
            return [task.output([(kept, whole(text(agreed)))], task.exit("next"))]
        case _:
            return [task.case([], "next")]


def _asked(block: Consent, task: Task, kept: str) -> Data:
    labels, place = block.labels or ConsentLabels(), (task.flow, task.id)
    words = {"given": labels.given or YES, "refused": labels.refused or NO}
    prompt = task.container.prompt(
        (*place, "text"),
        lambda run: said(
            block, run, options=[Reply(way, run.words(label)) for way, label in words.items()]
        ),
    )
    choices = {
        way: task.container.label((*place, "labels", way), label) for way, label in words.items()
    }
    agreed = f'if(block.value = "given", {text("true")}, {text("false")})'
    config: Data = {"prompt": prompt, "choices": choices}
    config["set_contact_property"] = task.changes([(kept, whole(agreed))])
    given = task.exit("given", test='block.value = "given"')
    return task.made("MobilePrimitives.SelectOneResponse", config, [given, task.exit("refused")])
