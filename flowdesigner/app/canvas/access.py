"""What a screen reader says of the canvas: the selected block, its words and its neighbours.

The words are the widget's accessible description; `accessible.py` has the blocks one by one.
"""

from flowdesigner.app.canvas.hits import What
from flowdesigner.app.canvas.neighbours import sources
from flowdesigner.app.canvas.scene import Scene
from flowdesigner.app.canvas.stage import Stage
from flowdesigner.texts import N_, ntranslate, translate


def told(stage: Stage) -> str:
    """What is selected, in words."""
    scene, picked = stage.scene, stage.picked
    chosen = [id for id in stage.focus.blocks if id in scene.cards]
    if len(chosen) == 1:
        return block_told(scene, chosen[0])
    if chosen:
        return ntranslate("{n} block selected", "{n} blocks selected", len(chosen))
    if picked.what is What.NOTE and picked.id in scene.notes:
        return translate(N_("Note: {words}"), words=scene.notes[picked.id].text or "")
    if picked.what is What.FRAME and picked.id in scene.frames:
        return translate(N_("Frame: {words}"), words=scene.frames[picked.id].title or "")
    return ntranslate("{n} block, none selected", "{n} blocks, none selected", len(scene.cards))


def block_told(scene: Scene, id: str) -> str:
    """A block with its words, problems, and the ways from and to it."""
    card = scene.cards[id]
    parts = [f"{short_name(scene, id)}."]
    if card.first:
        parts.append(translate(N_("The flow begins here.")))
    if card.problems:
        count = card.problems.count
        parts.append(ntranslate("{n} problem: ", "{n} problems: ", count) + card.problems.told)
    parts += [
        f"{way_told(scene, id, row.id)}."
        for row in card.rows
        if row.state == "open" or row.id in scene.shown.flow.blocks[id].exits
    ]
    before = [short_name(scene, each) for each in sources(scene, id)]
    if before:
        parts.append(translate(N_("Comes from {blocks}."), blocks=", ".join(before)))
    return " ".join(parts)


def way_told(scene: Scene, id: str, exit: str) -> str:
    """A way out of a block: what it is called, and where it leads."""
    row = scene.cards[id].row(exit)
    name = row.name if row else exit
    target = scene.shown.flow.blocks[id].exits.get(exit)
    if target in scene.cards:
        to = short_name(scene, target)
        return translate(N_("{exit} leads to {block}"), exit=name, block=to)
    return translate(N_("{exit} leads nowhere yet"), exit=name)


def spoken(scene: Scene, id: str) -> str:
    """A block by its name and all that its card says."""
    card = scene.cards[id]
    return card.full_title if card.blank else f"{card.full_title}: {' '.join(card.lines)}"


def short_name(scene: Scene, id: str) -> str:
    """A block by its name and the first line it says."""
    card = scene.cards[id]
    return card.full_title if card.blank else f"{card.full_title} “{card.lines[0]}”"
