"""The export dialog: to which platform, what it cannot say, and where to."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from flowdesigner.app.ask import tell
from flowdesigner.app.export.losses import LossList, grouped
from flowdesigner.app.theme import SPACE, Theme
from flowdesigner.app.widgets.plain_label import PlainLabel
from flowdesigner.errors import FlowDesignerError, describe
from flowdesigner.formats.format import Export, Format
from flowdesigner.model.project import Project
from flowdesigner.storage.export import write_files
from flowdesigner.texts import N_, ntranslate, translate


class ExportDialog(QDialog):
    """Exports a project, having said what the platform cannot say."""

    def __init__(
        self,
        project: Project,
        formats: Sequence[Format],
        errors: int,
        theme: Theme,
        language: str,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.project, self._formats, self._theme = project, formats, theme
        self._language, self._window = language, parent
        self._export = Export({})
        self.setWindowTitle(translate(N_("Export for developers")))
        self.resize(760, 520)
        self._list = QListWidget()
        self._list.setAccessibleName(translate(N_("Platform")))
        self._list.setMaximumWidth(200)
        for each in formats:
            QListWidgetItem(each.title, self._list).setSizeHint(QSize(0, 36))
        self._about = PlainLabel(wrap=True)
        self._summary = PlainLabel(wrap=True)
        self._summary.setObjectName("subheading")
        self._losses = LossList()
        self._warning = PlainLabel(wrap=True)
        self._warning.setObjectName("error")
        if errors:
            self._warning.setText(
                ntranslate(
                    "The journey still has {n} error; what is exported may not work.",
                    "The journey still has {n} errors; what is exported may not work.",
                    errors,
                )
            )
        self._warning.setVisible(bool(errors))
        self._lay_out()
        self._list.currentRowChanged.connect(self._show)
        self._list.setCurrentRow(0)

    @property
    def warning(self) -> str:
        """What is said of errors that the journey still has."""
        return self._warning.text()

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(SPACE)
        for widget in (self._about, self._warning, self._summary):
            right.addWidget(widget)
        right.addWidget(self._losses, 1)
        body = QHBoxLayout()
        body.setSpacing(SPACE * 2)
        body.addWidget(self._list)
        body.addLayout(right, 1)
        self._go = QPushButton(translate(N_("Choose a folder and export…")))
        self._go.setObjectName("primary")
        self._go.setDefault(True)
        self._go.clicked.connect(self._ask_and_write)
        cancel = QPushButton(translate(N_("Close")))
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self._go)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(SPACE * 2, SPACE * 2, SPACE * 2, SPACE * 2)
        outer.setSpacing(SPACE * 2)
        outer.addLayout(body, 1)
        outer.addLayout(buttons)

    def _show(self, row: int) -> None:
        chosen = self._formats[row]
        self._export = chosen.write(self.project)
        self._about.setText(translate(chosen.describe))
        groups = tuple(grouped(self._export.losses, self.project, self._language))
        self._losses.show_groups(groups)
        self._losses.setVisible(bool(groups))
        self._summary.setText(
            translate(N_("Everything in this journey is said."))
            if not groups
            else ntranslate(
                "{n} thing is not said quite as you drew it:",
                "{n} things are not said quite as you drew them:",
                len(groups),
            )
        )

    def _ask_and_write(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, translate(N_("Where to?")))
        if folder:
            self.write_to(Path(folder))

    def write_to(self, folder: Path) -> None:
        """Write the files, and say how it went."""
        chosen = self._formats[self._list.currentRow()]
        target = folder / f"{self.project.id or 'project'}-{chosen.id}"
        try:
            files = write_files(target, self._export.files)
        except FlowDesignerError as error:
            tell(self, translate(N_("The export could not be written")), describe(error))
            return
        self.accept()
        tell_written(self._window, target, len(files))


def tell_written(parent: QWidget, folder: Path, files: int) -> None:
    """Say where the files are, and open the folder."""
    tell(
        parent,
        translate(N_("The journey is exported")),
        ntranslate("{n} file in {folder}", "{n} files in {folder}", files, folder=folder),
    )
    open_folder(folder)


def open_folder(folder: Path) -> None:
    """Show a folder in the computer's own file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
