"""Names of slots, actions, intents and responses: from our ids, and no two alike."""

from collections.abc import Mapping, Sequence

from msgspec import Struct, field

from flowdesigner.blocks.consent import Consent
from flowdesigner.blocks.menu import Menu
from flowdesigner.blocks.template import Template
from flowdesigner.formats.plain_template import plain_template
from flowdesigner.model.block import Block
from flowdesigner.model.project import Project

RESERVED = frozenset(
    {"language", "contact", "consent", "hours", "keyword", "calls", "tries", "quiet", "outcome"}
    | {"back_to", "one_time_code", "requested_slot", "session_started_metadata", "nobody", "else"}
)
"""Slots that Rasa or the support files keep something in."""

Place = tuple[str, str]
"""A block: the ids of its flow and of itself."""


class Free(Struct):
    """Hands out names that are not taken yet."""

    taken: set[str] = field(default_factory=set)

    def name(self, wanted: str) -> str:
        """The name wanted, or with the first number that makes it free."""
        number, name = 2, wanted
        while name in self.taken:
            name, number = f"{wanted}_{number}", number + 1
        self.taken.add(name)
        return name


class Names(Struct, frozen=True):
    """What everything of a project is called in Rasa."""

    blocks: Mapping[Place, str]
    """A block's slot; its form, action and responses are called after it."""
    variables: Mapping[str, str]
    """A variable's slot."""
    choices: Mapping[tuple[str, str, str], str]
    """The intent of a tapped option, by flow, block and option."""


def names_of(project: Project) -> Names:
    """Name everything, variables first so that they keep their ids."""
    slots = Free(set(RESERVED))
    variables = {id: slots.name(id) for id in project.variables}
    blocks = {
        (flow_id, block_id): slots.name(f"{flow_id}_{block_id}")
        for flow_id, block_id, _block in project.all_blocks()
    }
    intents = Free()
    choices = {
        (*place, option): intents.name(f"ch_{blocks[place]}_{option}")
        for place, option in _options(project)
    }
    return Names(blocks, variables, choices)


def _replies(block: Block) -> Sequence[str]:
    if isinstance(block, Consent):
        return ("given", "refused") if block.action == "ask" else ()
    if isinstance(block, Template):
        block = plain_template(block)
    return [option.id for option in block.options or ()] if isinstance(block, Menu) else ()


def _options(project: Project) -> list[tuple[Place, str]]:
    return [
        ((flow_id, block_id), option)
        for flow_id, block_id, block in project.all_blocks()
        for option in _replies(block)
    ]
