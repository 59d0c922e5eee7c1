"""A block to be written for FLOIP, and what its parts are made of."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from flowdesigner.formats.floip.container import Container, Data
from flowdesigner.formats.floip.expressions import Expressions, property_key, text, whole
from flowdesigner.model.block import Block


class Task(Struct, frozen=True):
    """A block to be written, and what is known around it."""

    container: Container
    expressions: Expressions
    flow: str
    id: str
    block: Block

    def uuid(self, *part: str) -> str:
        """The id of the block, or of a part of it."""
        return self.container.id(self.flow, self.id, *part)

    def exit(self, name: str, to: str | None = None, test: str | None = None) -> Data:
        """An exit that leads where ours does, or to a part of the same block."""
        target = to or self.target(name)
        found: Data = {
            "uuid": self.uuid("exit", name),
            "label": name,
            "tag": name,
            "config": {},
        }
        found |= {"test": test} if test is not None else {"default": True}
        return found if target is None else found | {"destination_block": target}

    def target(self, way: str) -> str | None:
        """The id of the block that an exit of ours leads to."""
        to = self.block.target(way)
        known = to is not None and self.container.project.block(self.flow, to) is not None
        return self.container.id(self.flow, to) if to is not None and known else None

    def made(self, type: str, config: Data, exits: Iterable[Data], part: str = "") -> Data:
        """A block of FLOIP."""
        name = f"{self.id}_{part}" if part else self.id
        found: Data = {"uuid": self.uuid(part) if part else self.uuid(), "name": name}
        found |= {"type": type, "config": config, "exits": list(exits)}
        return found | ({"label": self.block.title} if self.block.title and not part else {})

    def own(self, name: str, config: Data, ways: Sequence[str]) -> Data:
        """A block of ours: it is left by the exit the platform names; by the last, when by none."""
        exits = [self.exit(way, test=f"block.value = {text(way)}") for way in ways[:-1]]
        return self.made(f"FlowDesigner.{name}", config, [*exits, self.exit(ways[-1])])

    def case(self, tests: Iterable[tuple[str, str]], otherwise: str, part: str = "") -> Data:
        """A Case that leaves by the first exit whose test is true."""
        exits = [self.exit(name, test=test) for name, test in tests]
        return self.made("Core.Case", {}, [*exits, self.exit(otherwise)], part)

    def output(self, values: Iterable[tuple[str, str]], then: Data, part: str = "") -> Data:
        """An Output that sets properties of the contact and goes on."""
        config: Data = {"value": whole(text(self.id)), "set_contact_property": self.changes(values)}
        return self.made("Core.Output", config, [then], part)

    def changes(self, values: Iterable[tuple[str, str]]) -> list[Data]:
        """Changes of variables, as every block can make them."""
        return [
            {"property_key": property_key(name), "property_value": value} for name, value in values
        ]
