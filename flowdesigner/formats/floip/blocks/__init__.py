"""What each type of block becomes in FLOIP: one block, or a few behind one another."""

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
from flowdesigner.formats.floip.blocks.changes import set_
from flowdesigner.formats.floip.blocks.consents import consent
from flowdesigner.formats.floip.blocks.decisions import condition, hours, split
from flowdesigner.formats.floip.blocks.flows import end, subflow
from flowdesigner.formats.floip.blocks.goals import goal
from flowdesigner.formats.floip.blocks.judged import answer, otp
from flowdesigner.formats.floip.blocks.messages import menu, message, template
from flowdesigner.formats.floip.blocks.questions import ask
from flowdesigner.formats.floip.blocks.systems import handoff, webhook
from flowdesigner.formats.floip.blocks.task import Task
from flowdesigner.formats.floip.blocks.waits import wait
from flowdesigner.formats.floip.container import Data
from flowdesigner.model.block import Block

WRITERS: Mapping[type[Block], Callable[[Any, Task], list[Data]]] = {
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
    Consent: consent,
    HoursBlock: hours,
    Split: split,
    WaitBlock: wait,
    GoalBlock: goal,
    Otp: otp,
    Answer: answer,
}
"""How each type of block is written; a type without a writer cannot be said."""


def written(task: Task) -> list[Data]:
    """What a block becomes; one that cannot be said is passed over."""
    writer = WRITERS.get(type(task.block))
    if writer is not None:
        return writer(task.block, task)
    return [task.made("Core.Case", {}, [task.exit("next")])]
