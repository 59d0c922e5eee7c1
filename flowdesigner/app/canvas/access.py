"""What a screen reader says of the canvas: the selected block, its words and its neighbours.

The words are the widget's accessible description. An interface of our own for every block would
live in Qt's cache beyond its Python half; the outline is the twin that can be walked through.
"""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from flowdesigner.app.canvas.neighbours import sources
from flowdesigner.app.canvas.scene import Scene
from flowdesigner.texts import N_, ntranslate, translate


def told(scene: Scene, blocks: tuple[str, ...]) -> str:
    """What is selected, in words."""
    chosen = [id for id in blocks if id in scene.cards]
    if len(chosen) == 1:
        return block_told(scene, chosen[0])
    if chosen:
        return ntranslate("{n} block selected", "{n} blocks selected", len(chosen))
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
    targets = {link.exit: link.target for link in scene.leaving.get(id, ())}
    for row in card.rows:
        if row.id in targets:
            to = short_name(scene, targets[row.id])
            parts.append(translate(N_("{exit} leads to {block}."), exit=row.name, block=to))
        elif row.state == "open":
            parts.append(translate(N_("{exit} leads nowhere yet."), exit=row.name))
    before = [short_name(scene, each) for each in sources(scene, id)]
    if before:
        parts.append(translate(N_("Comes from {blocks}."), blocks=", ".join(before)))
    return " ".join(parts)


def short_name(scene: Scene, id: str) -> str:
    """A block by its name and the first line it says."""
    card = scene.cards[id]
    return card.full_title if card.blank else f"{card.full_title} “{card.lines[0]}”"


def tell(canvas: QWidget, words: str) -> None:
    """Keep the words for whoever asks, and say them aloud where something listens."""
    if words == canvas.accessibleDescription():
        return
    canvas.setAccessibleDescription(words)
    if QAccessible.isActive() and canvas.hasFocus():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(canvas, words))
