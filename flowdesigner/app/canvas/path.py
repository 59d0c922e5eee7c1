"""The ways that lead to a block and on from it; no Qt."""

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from flowdesigner.app.canvas.links import LinkKey
from flowdesigner.app.canvas.scene import Scene


class Path(Struct, frozen=True):
    """A block with all that can come before it and after it."""

    block: str = ""
    blocks: frozenset[str] = frozenset()
    links: frozenset[LinkKey] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.blocks)


NO_PATH = Path()

Steps = Sequence[tuple[str, str]]
"""Blocks of the flow that is open, each with the exit by which it is left; none at the end."""


def path_along(scene: Scene, steps: Steps) -> Path:
    """The path of some steps, as far as the flow still has them."""
    here = [(block, exit) for block, exit in steps if block in scene.boxes]
    if not here:
        return NO_PATH
    links = frozenset(step for step in here if step in scene.links)
    return Path(here[-1][0], frozenset(block for block, _exit in here), links)


def path_through(scene: Scene, block: str) -> Path:
    """Everything before a block and after it.

    Links that lead back are not followed, else a flow with a loop would all be one path.
    """
    if block not in scene.cards:
        return NO_PATH
    links: set[LinkKey] = set(scene.around_links((block,)))
    after = _walk(block, links, lambda id: _after(scene, id))
    before = _walk(block, links, lambda id: _before(scene, id))
    ends = {end for key in links for end in (key[0], scene.links[key].target)}
    return Path(block, frozenset(after | before | ends), frozenset(links))


Way = tuple[str, LinkKey | None]
"""A block, and the link to it; none where both are under one lid."""


def _after(scene: Scene, id: str) -> Iterator[Way]:
    for link in scene.leaving.get(id, ()):
        if not link.route.back:
            yield link.target, link.key
    if id in scene.hidden:
        for target in scene.shown.flow.blocks[id].exits.values():
            if _onwards(scene, id, target):
                yield target, None


def _before(scene: Scene, id: str) -> Iterator[Way]:
    for source in scene.pointing.get(id, ()):
        for link in scene.leaving.get(source, ()):
            if link.target == id and not link.route.back:
                yield source, link.key
        found = scene.shown.flow.blocks.get(source)
        if found and id in found.exits.values() and _onwards(scene, source, id):
            yield source, None


def _onwards(scene: Scene, id: str, target: str) -> bool:
    """Whether one block under a lid leads to another one there, further to the right."""
    lid = scene.hidden.get(id)
    if lid is None or lid != scene.hidden.get(target):
        return False
    return scene.boxes[target][0] > scene.boxes[id][0]


def _walk(start: str, links: set[LinkKey], ways: Callable[[str], Iterator[Way]]) -> set[str]:
    """The blocks that are reached; the links on the way are added to those given."""
    reached, waiting = {start}, [start]
    while waiting:
        for other, key in ways(waiting.pop()):
            if key:
                links.add(key)
            if other not in reached:
                reached.add(other)
                waiting.append(other)
    return reached
