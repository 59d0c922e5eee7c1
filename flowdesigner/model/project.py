"""The project: what is saved in one file."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Annotated

from flowdesigner.model.block import Block
from flowdesigner.model.conversation import Conversation
from flowdesigner.model.facts import Facts
from flowdesigner.model.flow import Flow
from flowdesigner.model.part import AsWord, Id, Part, Whole
from flowdesigner.model.settings import Settings
from flowdesigner.model.variable import Variable

FORMAT_VERSION = 1
"""The major version of the file; a newer one opens read-only."""


class Project(Part):
    """Everything an author makes: flows, the variables and settings they share, tests."""

    flowdesigner: Whole = FORMAT_VERSION
    id: Id | None = None
    name: str | None = None
    languages: tuple[Annotated[str, AsWord()], ...] = ("id", "en")
    channels: tuple[Id, ...] = ("whatsapp", "sms")
    settings: Settings = Settings()
    variables: dict[str, Variable] = {}
    flows: dict[str, Flow] = {}
    conversations: dict[str, Conversation] = {}
    translated_from: dict[str, dict[str, str]] = {}

    @property
    def base_language(self) -> str:
        """The language that every text is expected to have."""
        return self.languages[0] if self.languages else "en"

    @cached_property
    def facts(self) -> Facts:
        """What blocks may know of the project."""
        return Facts(
            languages=self.languages or ("en",),
            settings=self.settings,
            variables=self.variables,
        )

    @cached_property
    def outcomes(self) -> Mapping[str, tuple[str, ...]]:
        """The outcomes of every flow; an end that names none is `done`."""
        return {id: flow.outcomes or ("done",) for id, flow in self.flows.items()}

    def channels_of(self, flow: Flow) -> tuple[str, ...]:
        """The channels a flow runs on."""
        return flow.channels if flow.channels is not None else self.channels

    def all_blocks(self) -> Iterator[tuple[str, str, Block]]:
        """Every block with the ids of its flow and of itself."""
        for flow_id, flow in self.flows.items():
            for block_id, block in flow.blocks.items():
                yield flow_id, block_id, block

    def block(self, flow: str, block: str) -> Block | None:
        """One block, if it is there."""
        found = self.flows.get(flow)
        return found.blocks.get(block) if found else None
