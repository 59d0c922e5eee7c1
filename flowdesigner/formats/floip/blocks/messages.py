"""What blocks that say something, with or without answers to tap, become in FLOIP."""

from flowdesigner.blocks.menu import Menu
from flowdesigner.blocks.message import Message
from flowdesigner.blocks.template import Template
from flowdesigner.formats.floip.blocks.task import Task
from flowdesigner.formats.floip.container import Data
from flowdesigner.formats.floip.expressions import text, whole
from flowdesigner.formats.plain_template import plain_template
from flowdesigner.model.outgoing import Outgoing
from flowdesigner.model.run import Run
from flowdesigner.model.speech import said


def message(block: Message, task: Task) -> list[Data]:
    """A message with a resource by language and mode."""
    prompt = task.container.prompt((task.flow, task.id, "text"), lambda run: said(block, run))
    return [task.made("MobilePrimitives.Message", {"prompt": prompt}, [task.exit("next")])]


def menu(block: Menu, task: Task) -> list[Data]:
    """SelectOneResponse, and the resources of its labels."""
    if block.options_from is not None:
        return _without_rows(block, task)
    prompt = task.container.prompt(
        (task.flow, task.id, "text"),
        lambda run: said(block, run, options=block.replies(run), draw_as=block.draw_as or "auto"),
    )
    options = [option for option in block.options or () if option.id]
    config: Data = {
        "prompt": prompt,
        "choices": {option.id: _choice(block, option.id, task) for option in options},
    }
    if block.save_to:
        config["set_contact_property"] = task.changes([(block.save_to, whole("block.value"))])
    exits = [task.exit(each.id, test=f"block.value = {text(each.id)}") for each in options]
    asks = task.made("MobilePrimitives.SelectOneResponse", config, [*exits, task.exit("other")])
    words = {option.id: option.words for option in options if option.words}
    return [asks | ({"vendor_metadata": {"flowdesigner": {"words": words}}} if words else {})]


def _without_rows(block: Menu, task: Task) -> list[Data]:
    """The question said, since a runner takes no answer to one without choices."""
    prompt = task.container.prompt((task.flow, task.id, "text"), lambda run: said(block, run))
    return [task.made("MobilePrimitives.Message", {"prompt": prompt}, [task.exit("other")])]


def _choice(block: Menu, option: str, task: Task) -> str:
    """The resource of an option's label, which a channel may have its own of."""

    def label(run: Run) -> Outgoing:
        return Outgoing(text=next(r.label for r in block.replies(run) if r.id == option))

    return task.container.prompt((task.flow, task.id, "options", option), label)


def template(block: Template, task: Task) -> list[Data]:
    """An ordinary message or menu; the platform sends the template."""
    twin = plain_template(block)
    return menu(twin, task) if isinstance(twin, Menu) else message(twin, task)
