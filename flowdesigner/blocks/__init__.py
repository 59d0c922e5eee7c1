"""The types of block, one a file.

A block type is pure: its annotated fields carry all that forms, the schema and the translation
list need; `enter` and `resume` say what it does. `BLOCK_TYPES` is the order of the palette.
"""

from collections.abc import Mapping

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
from flowdesigner.model.block import Block

BLOCK_TYPES: tuple[type[Block], ...] = (
    Message,
    Template,
    Menu,
    Ask,
    Answer,
    Consent,
    Otp,
    Condition,
    HoursBlock,
    Split,
    Set,
    WaitBlock,
    Webhook,
    Handoff,
    Subflow,
    GoalBlock,
    End,
)

BY_TYPE: Mapping[str, type[Block]] = {
    each.model_fields["type"].default: each for each in BLOCK_TYPES
}
"""The types by the word the file calls them."""
