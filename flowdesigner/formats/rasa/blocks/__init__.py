"""What each type of block becomes in Rasa."""

from collections.abc import Callable, Mapping
from typing import Any

from flowdesigner.blocks.answer import Answer
from flowdesigner.blocks.ask import Ask
from flowdesigner.blocks.condition import Condition
from flowdesigner.blocks.consent import Consent
from flowdesigner.blocks.end import End
from flowdesigner.blocks.goal import GoalBlock
from flowdesigner.blocks.handoff import Handoff
from flowdesigner.blocks.hours import HoursBlock
from flowdesigner.blocks.menu import Menu
from flowdesigner.blocks.message import Message
from flowdesigner.blocks.otp import Otp
from flowdesigner.blocks.set import Set
from flowdesigner.blocks.split import Split
from flowdesigner.blocks.subflow import Subflow
from flowdesigner.blocks.template import Template
from flowdesigner.blocks.wait import WaitBlock
from flowdesigner.blocks.webhook import Webhook
from flowdesigner.formats.rasa.blocks.codes import otp
from flowdesigner.formats.rasa.blocks.consents import consent
from flowdesigner.formats.rasa.blocks.decisions import condition, hours, split
from flowdesigner.formats.rasa.blocks.deeds import goal, set_, webhook
from flowdesigner.formats.rasa.blocks.flows import end, subflow
from flowdesigner.formats.rasa.blocks.menus import menu, template
from flowdesigner.formats.rasa.blocks.messages import message
from flowdesigner.formats.rasa.blocks.questions import ask
from flowdesigner.formats.rasa.blocks.searches import answer
from flowdesigner.formats.rasa.blocks.silences import handoff, wait
from flowdesigner.formats.rasa.blocks.task import Task
from flowdesigner.formats.rasa.piece import Piece
from flowdesigner.model.block import Block

WRITERS: Mapping[type[Block], Callable[[Any, Task], Piece]] = {
    Message: message,
    Template: template,
    Menu: menu,
    Ask: ask,
    Condition: condition,
    Set: set_,
    Webhook: webhook,
    Handoff: handoff,
    Subflow: subflow,
    End: end,
    HoursBlock: hours,
    Split: split,
    Consent: consent,
    GoalBlock: goal,
    WaitBlock: wait,
    Otp: otp,
    Answer: answer,
}
"""How each type of block is written; a type without a writer cannot be said."""


def piece_of(block: Block, task: Task) -> Piece:
    """What a block becomes; one that cannot be said is passed over."""
    writer = WRITERS.get(type(block))
    return writer(block, task) if writer is not None else Piece(name=task.name, going="on")
