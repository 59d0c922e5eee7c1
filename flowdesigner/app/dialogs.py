"""The dialogs that menus open; one function each, so that tests can stand in for them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QPushButton, QTabWidget, QVBoxLayout, QWidget

from flowdesigner import __version__
from flowdesigner.app.actions import MENUS
from flowdesigner.app.ask import tell
from flowdesigner.app.document import Document
from flowdesigner.app.export.dialog import ExportDialog
from flowdesigner.app.focus import Focus
from flowdesigner.app.help_page import HelpPage, help_on
from flowdesigner.app.inspector.project_form import ProjectForm
from flowdesigner.app.inspector.variables_panel import VariablesPanel
from flowdesigner.app.reference import Reference
from flowdesigner.app.theme import SPACE, Theme
from flowdesigner.checks.rule import Issue
from flowdesigner.formats.platforms import FORMATS
from flowdesigner.model.reference import word_of
from flowdesigner.texts import N_, translate


def _show(parent: QWidget, title: str, content: QWidget, width: int, height: int) -> None:
    dialog = QDialog(parent)
    dialog.setWindowTitle(title)
    dialog.resize(width, height)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(SPACE * 2, SPACE * 2, SPACE * 2, SPACE * 2)
    column.addWidget(content, 1)
    close = QPushButton(translate(N_("Close")))
    close.clicked.connect(dialog.reject)
    column.addWidget(close, alignment=Qt.AlignmentFlag.AlignRight)
    dialog.exec()


def project_settings(document: Document, theme: Theme, parent: QWidget) -> None:
    """Name, languages, channels, hours, keywords."""
    _show(parent, translate(N_("Project settings")), ProjectForm(document, theme), 620, 640)
    document.end_typing()


def variables(document: Document, theme: Theme, parent: QWidget) -> None:
    """The variables of the project."""
    _show(parent, translate(N_("Variables")), VariablesPanel(document, theme), 900, 620)
    document.end_typing()


def export(document: Document, language: str, errors: int, theme: Theme, parent: QWidget) -> None:
    """Hand the journey to developers."""
    ExportDialog(document.project, FORMATS, errors, theme, language, parent).exec()


def manual(document: Document, focus: Focus, issues: Sequence[Issue], parent: QWidget) -> None:
    """Say what the selected block is for, what belongs in it, and what is wrong with it."""
    block = document.project.block(focus.flow, focus.block or "")
    if block is None:
        reference(parent)
        return
    own = [each for each in issues if (each.flow, each.block) == (focus.flow, focus.block)]
    tabs = QTabWidget()
    page = HelpPage(translate(block.look.summary), help_on(block, own))
    tabs.addTab(page, translate(N_("This block")))
    tabs.addTab(Reference(word_of(type(block))), translate(N_("All pages")))
    _show(parent, translate(block.look.title), tabs, 820, 600)


def reference(parent: QWidget) -> None:
    """A page on every block, on the channels and on every check."""
    _show(parent, translate(N_("Reference")), Reference(), 860, 640)


def shortcuts(parent: QWidget) -> None:
    """Which keys do what."""
    lines = []
    for title, entries in MENUS:
        keyed = [each for each in entries if each.shortcut or each.canvas_key]
        if keyed:
            lines.append(translate(title).replace("&", ""))
        for each in keyed:
            keys = QKeySequence(each.shortcut or each.canvas_key)
            name = translate(each.title).replace("&", "").rstrip("…")
            lines.append(f"    {keys.toString(QKeySequence.SequenceFormat.NativeText)}\t{name}")
    arrows = translate(N_("Arrow keys"))
    lines += [
        translate(N_("Canvas")),
        "    Tab\t" + translate(N_("Find and add a block")),
        f"    {arrows}\t" + translate(N_("Go to the next block")),
        f"    Alt+{arrows}\t" + translate(N_("Move the selected blocks")),
        "    Enter\t" + translate(N_("Edit the selected block")),
    ]
    page = QPlainTextEdit("\n".join(lines))
    page.setReadOnly(True)
    page.setTabStopDistance(170)
    page.setAccessibleName(translate(N_("Keyboard shortcuts")))
    _show(parent, translate(N_("Keyboard shortcuts")), page, 520, 560)


def about(parent: QWidget) -> None:
    """Name and version."""
    tell(
        parent,
        f"Flow Designer {__version__}",
        translate(N_("Draw chatbot journeys, have them checked, try them out and export them.")),
    )
