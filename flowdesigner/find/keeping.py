"""Which blocks of a flow are of interest: of a type, a channel, with a problem, untranslated."""

from collections.abc import Mapping

from msgspec import Struct

from flowdesigner.model.block import Block
from flowdesigner.model.flow import Flow


class Wanted(Struct, frozen=True):
    """What a block must be or have; what is empty does not matter."""

    type: str = ""
    channel: str = ""
    """It says something else on this channel, or goes only there."""
    problem: str = ""
    """A severity, or `any`."""
    language: str = ""
    """One of its texts is not written in this language."""

    def __bool__(self) -> bool:
        return bool(self.type or self.channel or self.problem or self.language)

    def kept(self, flow: Flow, problems: Mapping[str, frozenset[str]]) -> frozenset[str]:
        """The blocks of a flow that are wanted; `problems` are severities by block."""
        return frozenset(
            id for id, block in flow.blocks.items() if self._wants(block, problems.get(id))
        )

    def _wants(self, block: Block, problems: frozenset[str] | None) -> bool:
        if self.type and block.type != self.type:
            return False
        if self.problem and not (problems and (self.problem == "any" or self.problem in problems)):
            return False
        if self.channel and not (
            block.channel == self.channel or self.channel in (block.variants or {})
        ):
            return False
        return not self.language or lacks(block, self.language)


def lacks(block: Block, language: str) -> bool:
    """Whether a text of a block is written in some language, but not in this one."""
    return any(
        any(words.strip() for words in spot.text.values())
        and not spot.text.get(language, "").strip()
        for spot in block.texts
    )
