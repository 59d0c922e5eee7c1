"""What blocks that offer answers to choose from become in Rasa."""

from flowdesigner.blocks.menu import Menu
from flowdesigner.blocks.template import Template
from flowdesigner.formats.plain_template import plain_template
from flowdesigner.formats.rasa.blocks.messages import message
from flowdesigner.formats.rasa.blocks.questions import question
from flowdesigner.formats.rasa.blocks.rows import rows
from flowdesigner.formats.rasa.blocks.task import Task
from flowdesigner.formats.rasa.piece import Piece
from flowdesigner.model.outgoing import Outgoing
from flowdesigner.model.run import Run
from flowdesigner.model.speech import said


def menu(block: Menu, task: Task) -> Piece:
    """A form whose response has buttons."""
    if block.options_from is not None:
        return rows(block, block.options_from, task)
    intents = {
        task.names.choices[(*task.place, option.id)]: option.id for option in block.options or ()
    }
    options = [
        {"id": option.id, "label": option.label or {}}
        | ({"words": option.words} if option.words else {})
        | _labels_on_channels(block, option.id)
        for option in block.options or ()
    ]
    checks = {"options": options} | ({"save_to": block.save_to} if block.save_to else {})

    def ask(run: Run) -> Outgoing:
        return said(block, run, options=block.replies(run), draw_as=block.draw_as or "auto")

    def again(run: Run) -> Outgoing:
        asked = ask(run)
        words = run.words(block.retry.text if block.retry else None)
        return Outgoing(
            text=words or asked.text,
            options=asked.options,
            draw_as=asked.draw_as,
            button=asked.button,
        )

    return question(block, task, (ask, again), ("CheckChoice", checks), intents)


def _labels_on_channels(block: Menu, option: str) -> dict[str, object]:
    own = {
        channel: variant.options[option].label
        for channel, variant in (block.variants or {}).items()
        if variant.options and option in variant.options and variant.options[option].label
    }
    return {"on": own} if own else {}


def template(block: Template, task: Task) -> Piece:
    """An ordinary message or menu; the connector sends the template."""
    twin = plain_template(block)
    return menu(twin, task) if isinstance(twin, Menu) else message(twin, task)
