"""The dialogs that menus open; one function each, so that tests can stand in for them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QVBoxLayout, QWidget

from flowdesigner import __version__
from flowdesigner.app.ask import tell
from flowdesigner.app.document import Document
from flowdesigner.app.export.dialog import ExportDialog
from flowdesigner.app.help.topic import Topic, topic_of
from flowdesigner.app.help.window import show_help
from flowdesigner.app.inspector.project_form import ProjectForm
from flowdesigner.app.inspector.variables_panel import VariablesPanel
from flowdesigner.app.theme import SPACE, Theme
from flowdesigner.formats.platforms import FORMATS
from flowdesigner.model.block import Block
from flowdesigner.texts import N_, translate


def _show(
    parent: QWidget, theme: Theme, title: str, content: QWidget, size: tuple[int, int]
) -> None:
    dialog = QDialog(parent)
    dialog.setWindowTitle(title)
    dialog.resize(*size)
    _help_by_key(dialog, theme)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(SPACE * 2, SPACE * 2, SPACE * 2, SPACE * 2)
    column.addWidget(content, 1)
    close = QPushButton(translate(N_("Close")))
    close.clicked.connect(dialog.reject)
    column.addWidget(close, alignment=Qt.AlignmentFlag.AlignRight)
    dialog.exec()


def _help_by_key(dialog: QDialog, theme: Theme) -> None:
    """Let F1 work in a dialog, which the keys of the window do not reach."""
    keys = QKeySequence("F1")
    QShortcut(keys, dialog, lambda: manual(QApplication.focusWidget(), None, theme, dialog))


def project_settings(document: Document, theme: Theme, parent: QWidget) -> None:
    """Name, languages, channels, hours, keywords."""
    form = ProjectForm(document, theme)
    _show(parent, theme, translate(N_("Project settings")), form, (620, 640))
    document.end_typing()


def variables(document: Document, theme: Theme, parent: QWidget) -> None:
    """The variables of the project."""
    panel = VariablesPanel(document, theme)
    _show(parent, theme, translate(N_("Variables")), panel, (900, 620))
    document.end_typing()


def export(document: Document, language: str, errors: int, theme: Theme, parent: QWidget) -> None:
    """Hand the journey to developers."""
    dialog = ExportDialog(document.project, FORMATS, errors, theme, language, parent)
    _help_by_key(dialog, theme)
    dialog.exec()


def manual(focused: QWidget | None, selected: Block | None, theme: Theme, parent: QWidget) -> None:
    """Say all there is to say of what has the keyboard."""
    show_help(topic_of(focused, selected), theme, parent)


def help_page(address: str, theme: Theme, parent: QWidget) -> None:
    """Open a page of the reference."""
    show_help(Topic(address), theme, parent)


def about(parent: QWidget) -> None:
    """Name and version."""
    tell(
        parent,
        f"Flow Designer {__version__}",
        translate(N_("Draw chatbot journeys, have them checked, try them out and export them.")),
    )
