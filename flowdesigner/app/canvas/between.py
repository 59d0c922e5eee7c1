"""Putting a block into a link: which link is meant, and whether the block fits there."""

from flowdesigner.app.canvas.links import LinkKey
from flowdesigner.app.canvas.stage import Stage
from flowdesigner.model.block import Block

NEAR = 20.0
"""So near to a link, in units of the widget, a block is let go on it."""


def way_through(stage: Stage, block: Block) -> str | None:
    """The exit by which a block goes on: the first there is."""
    ways = block.ways_out(stage.document.project.outcomes)
    return ways[0].id if ways else None


def link_near(stage: Stage, x: float, y: float, but: str = "") -> LinkKey | None:
    """The link at a point of the scene; none of those of a block that is held over it."""
    scene, reach = stage.scene, NEAR / max(stage.viewport.zoom, 0.25)
    found = (
        (link.route.distance(x, y), key)
        for key in scene.link_boxes.at(x, y, reach)
        if but not in ((link := scene.links[key]).block, link.target)
    )
    distance, key = min(found, default=(reach + 1, None))
    return key if distance <= reach else None


def is_loose(stage: Stage, id: str) -> bool:
    """Whether a block stands alone, so that to let go of it on a link can mean only one thing."""
    block = stage.flow.blocks[id]
    led_to = any(
        id in stage.flow.blocks[source].exits.values()
        for source in stage.scene.pointing.get(id, ())
        if source in stage.flow.blocks
    )
    return not led_to and way_through(stage, block) not in block.exits
