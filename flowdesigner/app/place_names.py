"""Where something is written, in the author's words."""

from collections.abc import Sequence

from flowdesigner.app.naming import block_name, flow_name, language_name
from flowdesigner.channels import BY_ID
from flowdesigner.model.project import Project
from flowdesigner.model.walk import Path
from flowdesigner.texts import N_, translate

_ROOMS = {
    "name": N_("Project"),
    "languages": N_("Project"),
    "channels": N_("Project"),
    "variables": N_("Variables"),
    "settings": N_("Project settings"),
    "conversations": N_("Saved conversations"),
    "translated_from": N_("Translations"),
}


def room_of(project: Project, root: Path) -> str:
    """The flow a place is in, or another part of the project."""
    if root[0] in ("flows", "layout"):
        return flow_name(project, str(root[1]))
    return translate(_ROOMS.get(str(root[0]), _ROOMS["name"]))


def thing_at(project: Project, root: Path, language: str) -> str:
    """The block a place is in; or the variable or conversation by its name."""
    if root[2:3] == ("blocks",) and len(root) > 3:
        block = project.block(str(root[1]), str(root[3]))
        return block_name(project, block, language) if block else str(root[3])
    if root[0] in ("flows", "layout"):
        return translate(N_("On the canvas")) if "layout" in root else translate(N_("Flow"))
    return str(root[1]).replace("_", " ") if root[1:] else ""


def field_of(label: str, path: Path, languages: Sequence[str]) -> str:
    """What the form calls a field, with the channel and the language it is written for."""
    words = [translate(label)]
    if path[:1] == ("variants",):
        channel = BY_ID.get(str(path[1]))
        words.append(translate(channel.title) if channel else str(path[1]))
    codes = [str(step) for step in path if step in languages]
    if len(languages) > 1:
        words += map(language_name, codes[-1:])
    return ", ".join(filter(None, words))
