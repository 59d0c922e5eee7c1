"""Questions and news for the author, one function each, so that tests can answer them."""

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from flowdesigner.texts import N_, translate


class Answer(Enum):
    """What to do with changes that are not saved."""

    SAVE = auto()
    DISCARD = auto()
    CANCEL = auto()


def _box(parent: QWidget, title: str, details: str) -> QMessageBox:
    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(title)
    box.setText(title)
    box.setInformativeText(details)
    return box


def tell(parent: QWidget, title: str, details: str = "") -> None:
    """Tell something that went wrong, and how to go on."""
    box = _box(parent, title, details)
    box.setIcon(QMessageBox.Icon.Warning)
    box.addButton(translate(N_("OK")), QMessageBox.ButtonRole.AcceptRole)
    box.exec()


def ask_to_save(parent: QWidget, name: str) -> Answer:
    """Ask what becomes of changes that are not saved."""
    box = _box(
        parent,
        translate(N_("Save the changes to “{name}”?"), name=name),
        translate(N_("If you do not save, what you changed is lost.")),
    )
    save = box.addButton(translate(N_("Save")), QMessageBox.ButtonRole.AcceptRole)
    discard = box.addButton(translate(N_("Do not save")), QMessageBox.ButtonRole.DestructiveRole)
    cancel = box.addButton(translate(N_("Cancel")), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(save)
    box.setEscapeButton(cancel)
    box.exec()
    if box.clickedButton() is save:
        return Answer.SAVE
    return Answer.DISCARD if box.clickedButton() is discard else Answer.CANCEL


def confirm(parent: QWidget, title: str, details: str, yes: str) -> bool:
    """Ask before something that is hard to see afterwards."""
    box = _box(parent, title, details)
    agreed = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    cancel = box.addButton(translate(N_("Cancel")), QMessageBox.ButtonRole.RejectRole)
    box.setEscapeButton(cancel)
    box.exec()
    return box.clickedButton() is agreed
