"""Qt's own words, such as those of standard buttons, in the language of the program.

Qt ships no Indonesian, so they are asked of gettext like all others.
"""

from PySide6.QtCore import QTranslator

from flowdesigner.app.guarded import guarded
from flowdesigner.texts import N_, translate

WORDS = frozenset(
    {
        N_("OK"), N_("Cancel"), N_("&Yes"), N_("&No"), N_("Save"), N_("&Save"), N_("Open"),
        N_("&Open"), N_("Close"), N_("&Close"), N_("Apply"), N_("Reset"), N_("Help"),
        N_("Discard"), N_("&Undo"), N_("&Redo"), N_("Cu&t"), N_("&Copy"), N_("&Paste"),
        N_("Delete"), N_("Select All"), N_("Back"), N_("Forward"), N_("Parent Directory"),
        N_("Create New Folder"), N_("List View"), N_("Detail View"), N_("Look in:"),
        N_("File &name:"), N_("Files of type:"), N_("&Choose"), N_("&Rename"), N_("&Delete"),
        N_("Show &hidden files"), N_("&New Folder"), N_("Name"), N_("Size"), N_("Type"),
        N_("Date Modified"), N_("Directory:"), N_("Computer"),
    }
)  # fmt: skip


class QtWords(QTranslator):
    """Answers Qt in the language in use."""

    def isEmpty(self) -> bool:
        """Never, so that Qt asks."""
        return False

    @guarded(None)
    def translate(
        self,
        context: str,
        sourceText: str,  # noqa: N803 - Qt's own name
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str | None:
        return translate(sourceText) if sourceText in WORDS else None
