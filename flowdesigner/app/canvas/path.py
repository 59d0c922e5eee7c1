"""The ways that lead to a block and on from it; no Qt."""

from collections.abc import Callable, Iterable

from msgspec import Struct

from flowdesigner.app.canvas.links import Link, LinkKey
from flowdesigner.app.canvas.scene import Scene


class Path(Struct, frozen=True):
    """A block with all that can come before it and after it."""

    block: str = ""
    blocks: frozenset[str] = frozenset()
    links: frozenset[LinkKey] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.blocks)


NO_PATH = Path()


def path_through(scene: Scene, block: str) -> Path:
    """Everything before a block and after it.

    Links that lead back are not followed, else a flow with a loop would all be one path.
    """
    if block not in scene.cards:
        return NO_PATH
    links: set[LinkKey] = set(scene.around_links((block,)))
    after = _walk(block, links, lambda id: scene.leaving.get(id, ()), lambda link: link.target)
    before = _walk(block, links, lambda id: _coming(scene, id), lambda link: link.block)
    ends = {end for key in links for end in (key[0], scene.links[key].target)}
    return Path(block, frozenset(after | before | ends), frozenset(links))


def _coming(scene: Scene, id: str) -> Iterable[Link]:
    for source in scene.pointing.get(id, ()):
        yield from (link for link in scene.leaving.get(source, ()) if link.target == id)


def _walk(
    start: str,
    links: set[LinkKey],
    ways: Callable[[str], Iterable[Link]],
    beyond: Callable[[Link], str],
) -> set[str]:
    """The blocks that are reached; the links on the way are added to those given."""
    reached, waiting = {start}, [start]
    while waiting:
        for link in ways(waiting.pop()):
            if link.route.back:
                continue
            links.add(link.key)
            other = beyond(link)
            if other not in reached:
                reached.add(other)
                waiting.append(other)
    return reached
