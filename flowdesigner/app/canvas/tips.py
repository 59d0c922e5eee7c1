"""What is said of the thing under the pointer, when it rests there."""

from html import escape

from flowdesigner.app.canvas.hits import Hit, What
from flowdesigner.app.canvas.scene import Scene
from flowdesigner.texts import N_, ntranslate, translate


def tip_for(scene: Scene, hit: Hit) -> str:
    """The problem of a block, the name of a link; empty when there is nothing to say."""
    card = scene.cards.get(hit.id)
    if hit.what is What.PORT:
        return _plain(translate(N_("Drag to the block that shall come next")))
    if hit.link and card:
        row = card.row(hit.exit)
        return _plain(row.words if row else hit.exit)
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


def _plain(text: str) -> str:
    """Foreign text is never taken for markup."""
    return escape(text).replace("\n", "<br>") if text else ""
