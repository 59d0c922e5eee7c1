"""A block to be written for Rasa, and the two plainest things it may become."""

from collections.abc import Mapping

from msgspec import Struct

from flowdesigner.formats.rasa.names import Names, Place
from flowdesigner.formats.rasa.piece import ActionClass, Piece
from flowdesigner.formats.rasa.words import Speaker
from flowdesigner.model.block import Block
from flowdesigner.model.project import Project


class Task(Struct, frozen=True):
    """A block to be written, and what is known around it."""

    project: Project
    names: Names
    place: Place

    @property
    def name(self) -> str:
        """What the block is called."""
        return self.names.blocks[self.place]

    @property
    def speaker(self) -> Speaker:
        """Writes its words."""
        block = self.project.block(*self.place)
        return self.speaker_on((block.channel if block is not None else None) or "")

    def speaker_on(self, channel: str) -> Speaker:
        """Writes its words for a channel that is not the conversation's own."""
        payloads = self.names.choices
        return Speaker(self.project, lambda option: payloads[(*self.place, option)], channel)

    def ways(self, block: Block) -> tuple[str, ...]:
        """The exits by which it can be left."""
        outcomes = {id: flow.outcomes or ("done",) for id, flow in self.project.flows.items()}
        return tuple(way.id for way in block.ways_out(outcomes) if way.happens)


def by_slot(task: Task, block: Block, kind: str, attributes: Mapping[str, object]) -> Piece:
    """An action that sets the slot by which rules go on."""
    action = f"action_{task.name}"
    does = ActionClass(action, kind, {"block": task.name} | dict(attributes))
    return Piece(
        name=task.name, going="by_slot", actions=(action,), ways=task.ways(block), classes=(does,)
    )


def done(task: Task, kind: str, attributes: Mapping[str, object]) -> Piece:
    """An action after which the journey goes on at once."""
    action = f"action_{task.name}"
    does = ActionClass(action, kind, attributes)
    return Piece(name=task.name, going="on", actions=(action,), classes=(does,))
