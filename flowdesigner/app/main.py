"""The composition root: makes the application and the desk, and hands each what it needs."""

import importlib
import logging
import sys
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QSettings, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from flowdesigner.app.garbage import Garbage
from flowdesigner.app.guarded import report
from flowdesigner.app.preferences import Preferences
from flowdesigner.app.qt_words import QtWords
from flowdesigner.app.start.samples import SAMPLES
from flowdesigner.app.style import load_font
from flowdesigner.app.theme import DARK, LIGHT, Theme
from flowdesigner.app.workbench import Workbench
from flowdesigner.texts import set_language

log = logging.getLogger(__name__)


IDLE = 400
"""Milliseconds after the first window until what is heavy is loaded."""

HEAVY = ("numpy", "networkx", "babel.dates", "phonenumbers")
"""Libraries that are imported where they are used; better while nobody waits for them."""


def warm_up() -> None:
    """Load what is heavy, one library a turn, so that no keystroke has to wait for it."""
    for name in HEAVY:
        if name not in sys.modules:
            importlib.import_module(name)
            QTimer.singleShot(0, warm_up)
            return


def make_application() -> QApplication:
    """The one application, with its font, words and style."""
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Flow Designer")
    app.setOrganizationName("flowdesigner")
    app.setDesktopFileName("flowdesigner")
    app.setStyle("Fusion")
    app.setFont(load_font())
    words = QtWords(app)
    app.installTranslator(words)
    return app


def make_workbench(app: QApplication, preferences: Preferences) -> Workbench:
    """The desk as its author prefers it."""
    set_language(preferences.language or _computers_language())
    return Workbench(app, preferences, _theme(preferences))


def _computers_language() -> str:
    return "id" if QLocale.system().language() == QLocale.Language.Indonesian else "en"


def _theme(preferences: Preferences) -> Theme:
    wanted = preferences.theme
    scheme = QGuiApplication.styleHints().colorScheme()
    dark = wanted == "dark" or (not wanted and scheme is Qt.ColorScheme.Dark)
    return DARK if dark else LIGHT


def run(file: Path | None) -> int:
    """Open the window and stay until it is closed; the exit code."""
    app = make_application()
    app.setWindowIcon(QIcon())
    store = QSettings(
        QSettings.Format.IniFormat, QSettings.Scope.UserScope, "flowdesigner", "flowdesigner"
    )
    preferences = Preferences(store)
    sys.excepthook = lambda _kind, error, _trace: report(error)
    desk = make_workbench(app, preferences)
    first = file is None and not preferences.recent
    if file is not None:
        desk.open(file)
    elif first:
        desk.files.open_sample(SAMPLES[0].path)
    else:
        desk.show_start()
    desk.window.show()
    garbage = Garbage(desk.document, desk)
    QTimer.singleShot(IDLE, warm_up)
    log.debug("Qt %s", QLibraryInfo.version().toString())
    code = app.exec()
    garbage.stop()
    desk.close()
    return code
