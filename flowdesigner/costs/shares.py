"""How many customers leave a block by each of its exits."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from flowdesigner.blocks.split import Split
from flowdesigner.blocks.wait import WaitBlock
from flowdesigner.model.block import Block, Exit

Given = Mapping[tuple[str, str, str], float]
"""Of a hundred customers who leave a block, those who leave by an exit: flow, block, exit."""

TROUBLE = "failed"
"""The exit that is taken when something is out of order, or a message does not arrive."""


class Shares(Struct, frozen=True):
    """What is known of the ways customers take."""

    given: Given
    """What goes before what the blocks say themselves."""
    delivered: float
    """How many of all messages arrive, 0 to 1."""

    def of(self, flow: str, id: str, block: Block, ways: Iterable[Exit]) -> Mapping[str, float]:
        """How many leave by each exit, 0 to 1; what nobody says is shared out equally."""
        happen = [way.id for way in ways if way.happens]
        said = self.said(flow, id, block, happen)
        left = max(1 - sum(said.values()), 0.0)
        others = [way for way in happen if way not in said]
        found = {way: said.get(way, left / len(others) if others else 0.0) for way in happen}
        whole = sum(found.values())
        return {way: share / whole for way, share in found.items()} if whole else found

    def said(self, flow: str, id: str, block: Block, ways: Iterable[str]) -> dict[str, float]:
        """What is known of the exits of a block: from the author, from its weights, of trouble."""
        told = dict(block.shares or {})
        told |= {exit: per for (of, at, exit), per in self.given.items() if (of, at) == (flow, id)}
        found = {way: max(told[way], 0) / 100 for way in ways if way in told}
        if isinstance(block, Split) and not found:
            return _weights(block)
        for way in ways:
            if (trouble := self._trouble(block, way)) is not None:
                found.setdefault(way, trouble)
        return found

    def lost(self, flow: str, id: str, block: Block) -> float:
        """How many of the messages of a block do not arrive."""
        return self.said(flow, id, block, (TROUBLE,)).get(TROUBLE, 1 - self.delivered)

    def _trouble(self, block: Block, way: str) -> float | None:
        """How often what goes wrong does; a system that nobody speaks of answers."""
        lost = 1 - self.delivered
        if isinstance(block, WaitBlock) and block.awaits_news and way == "happened":
            return {"delivered": self.delivered, TROUBLE: lost}.get(block.status or "")
        return (lost if block.texts else 0.0) if way == TROUBLE else None


def _weights(block: Split) -> dict[str, float]:
    arms = {each.id: max(each.weight or 0, 0) for each in block.arms or () if each.id}
    whole = sum(arms.values())
    return {id: weight / whole for id, weight in arms.items()} if whole else {}
