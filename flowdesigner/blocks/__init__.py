"""The types of block, one a file.

A block type is pure: its annotated fields carry all that forms, the schema and the translation
list need; `enter` and `resume` say what it does. `BLOCK_TYPES` is the order of the palette.
"""

from collections.abc import Mapping

from flowdesigner.blocks.ask import Ask
from flowdesigner.blocks.condition import Condition
from flowdesigner.blocks.end import End
from flowdesigner.blocks.handoff import Handoff
from flowdesigner.blocks.menu import Menu
from flowdesigner.blocks.message import Message
from flowdesigner.blocks.set import Set
from flowdesigner.blocks.subflow import Subflow
from flowdesigner.blocks.webhook import Webhook
from flowdesigner.model.block import Block

BLOCK_TYPES: tuple[type[Block], ...] = (
    Message,
    Menu,
    Ask,
    Condition,
    Set,
    Webhook,
    Handoff,
    Subflow,
    End,
)

BY_TYPE: Mapping[str, type[Block]] = {
    each.model_fields["type"].default: each for each in BLOCK_TYPES
}
"""The types by the word the file calls them."""
