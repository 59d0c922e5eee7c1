"""Whether the author wants things to move on the screen."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QStyle

_LASTS = QStyle.StyleHint.SH_Widget_Animation_Duration


def wants_motion() -> bool:
    """Whether the system does not ask for less motion."""
    hints = QGuiApplication.styleHints()
    # Younger Qt asks the system; with older ones a style whose movements last no time says so.
    accessibility = getattr(hints, "accessibility", None)
    asked = getattr(accessibility(), "motionPreference", None) if accessibility else None
    if asked is not None and asked().name == "ReducedMotion":
        return False
    return QApplication.style().styleHint(_LASTS) > 0
