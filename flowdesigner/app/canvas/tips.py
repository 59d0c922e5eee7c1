"""What is said of the thing under the pointer, when it rests there."""

from html import escape

from flowdesigner.app.canvas.hits import Hit, What
from flowdesigner.app.canvas.scene import Scene
from flowdesigner.texts import N_, ntranslate, translate

MOST_NAMED = 8
"""So many of the blocks that a folded frame hides are named."""


def tip_for(scene: Scene, hit: Hit) -> str:
    """The problem of a block, the name of a link; empty when there is nothing to say."""
    card = scene.cards.get(hit.id)
    if hit.what is What.PORT:
        return _plain(translate(N_("Drag to the block that shall come next")))
    if hit.link and card:
        row = card.row(hit.exit)
        return _plain(row.words if row else hit.exit)
    if hit.what is What.FOLD:
        return _plain(translate(N_("Fold or unfold")))
    if hit.what is What.FRAME and hit.id in scene.lids:
        return _plain(_below(scene, hit.id))
    if hit.what is not What.BLOCK or card is None:
        return ""
    lines = [card.full_title] if card.full_title != card.title else []
    if card.problems:
        lines.append(card.problems.told)
        more = card.problems.count - 1
        if more:
            lines.append(ntranslate("… and {n} more", "… and {n} more", more))
    note = scene.shown.flow.blocks[hit.id].note
    return _plain("\n".join([*lines, *([note] if note else [])]))


def _below(scene: Scene, lid: str) -> str:
    """The blocks that a folded frame hides, by name, with the problem of each."""
    ids = sorted(scene.held_by(lid), key=scene.order.__getitem__)
    lines = []
    for id in ids[:MOST_NAMED]:
        card = scene.cards[id]
        problem = f" · {card.problems.told}" if card.problems else ""
        lines.append(f"{card.summary.splitlines()[0]}{problem}")
    more = len(ids) - MOST_NAMED
    if more > 0:
        lines.append(ntranslate("… and {n} more", "… and {n} more", more))
    return "\n".join(lines)


def _plain(text: str) -> str:
    """Foreign text is never taken for markup."""
    return escape(text).replace("\n", "<br>") if text else ""
