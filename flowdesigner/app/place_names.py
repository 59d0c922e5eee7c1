"""Where something is written, in the author's words."""

from flowdesigner.app.naming import block_name, flow_name
from flowdesigner.find.written import Written
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


def field_of(written: Written, language_name: str) -> str:
    """What the form calls the field, and the language when there are several."""
    label = translate(written.label)
    return f"{label}, {language_name}" if language_name else label
