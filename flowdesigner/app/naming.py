"""What things are called when an author reads about them."""

from flowdesigner.model.block import Block
from flowdesigner.model.project import Project
from flowdesigner.texts import N_, translate

_LONGEST = 40


def block_name(project: Project, block: Block, language: str) -> str:
    """The name the author gave, else what it is and its first words."""
    if block.title:
        return block.title
    kind = translate(block.look.title)
    words = " ".join(block.first_words(project.facts, language).split())
    if not words:
        return kind
    short = words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"
    return f"{kind}: {short}"


def flow_name(project: Project, flow: str) -> str:
    """The name the author gave, else its id in words."""
    found = project.flows.get(flow)
    return (found.name if found else None) or flow.replace("_", " ")


LANGUAGE_NAMES = {"id": N_("Indonesian"), "en": N_("English"), "ms": N_("Malay")}


def language_name(code: str) -> str:
    """A language by its name, else by its code."""
    return translate(LANGUAGE_NAMES[code]) if code in LANGUAGE_NAMES else code
