"""What was found in a flow by block; only where something else was found it is told anew."""

from collections.abc import Mapping, Sequence
from operator import is_not

from flowdesigner.checks.rule import Issue

ByBlock = Mapping[str | None, tuple[Issue, ...]]
"""The issues of a flow: first its own, then each block's."""


class Told:
    """The issues of a flow by block, the same objects as long as they can.

    They come from several sources, such as the rules, in whose order they are told.
    """

    def __init__(self, sources: Sequence[str]) -> None:
        self._found: dict[str, dict[str | None, tuple[Issue, ...]]] = {each: {} for each in sources}
        self._stale: set[str | None] = set()
        self._told: dict[str | None, tuple[Issue, ...]] = {None: ()}

    def finds(self, source: str, issues: Sequence[Issue]) -> None:
        """Take all that a source finds now."""
        if not issues and not self._found[source]:
            return
        found: dict[str | None, list[Issue]] = {}
        for issue in issues:
            found.setdefault(issue.block, []).append(issue)
        for gone in self._found[source].keys() - found.keys():
            self.finds_at(source, gone, ())
        for block, each in found.items():
            self.finds_at(source, block, tuple(each))

    def finds_at(self, source: str, block: str | None, issues: tuple[Issue, ...]) -> None:
        """Take all that a source finds at a block now."""
        found = self._found[source]
        if issues == found.get(block, ()):
            return
        self._stale.add(block)
        if issues:
            found[block] = issues
        else:
            del found[block]

    def by_block(self, blocks: Mapping[str, object]) -> ByBlock:
        """What is known now, in the order of the blocks."""
        told, before = self._told, self._told
        if len(told) != len(blocks) + 1 or any(map(is_not, list(told)[1:], blocks)):
            new = blocks.keys() - told.keys()
            known: dict[str | None, tuple[Issue, ...]] = {**told, **dict.fromkeys(new, ())}
            told = {None: told[None]}
            told.update(zip(blocks, map(known.__getitem__, blocks), strict=True))
            self._stale |= new
        stale = told.keys() & self._stale
        if stale:
            told = told if told is not before else {**told}
            now: dict[str | None, tuple[Issue, ...]] = dict.fromkeys(stale, ())
            for found in self._found.values():
                for block in found.keys() & stale:
                    now[block] += found[block]
            told |= {id: each for id, each in now.items() if each != told[id]}
        self._told, self._stale = told, set()
        return told
