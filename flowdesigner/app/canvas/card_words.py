"""The field in which words are written on a card, and the languages beside it."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from flowdesigner.app.canvas.card import BODY_SIZE
from flowdesigner.app.canvas.stage import Stage
from flowdesigner.app.canvas.typeset import font
from flowdesigner.app.guarded import guarded
from flowdesigner.app.inspector.template_edit import TemplateEdit
from flowdesigner.app.theme import Theme
from flowdesigner.app.widgets.undo_keys import is_undo_key
from flowdesigner.texts import N_, translate

_OURS = (Qt.Key.Key_F2, Qt.Key.Key_Escape)


class CardWords(TemplateEdit):
    """The field itself; what keys mean besides writing is somebody else's to say."""

    def __init__(self, stage: Stage, key: Callable[[QKeyEvent], bool], parent: QWidget) -> None:
        super().__init__(stage.document, stage.theme, parent=parent)
        self._key = key
        self._worn = ("", 0)

    @guarded(False)
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and self._is_ours(event):
            event.accept()
            return True
        return super().event(event)

    def _is_ours(self, event: QKeyEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride:
            return event.key() in _OURS and not is_undo_key(event)
        if event.type() is not QEvent.Type.KeyPress:
            return False
        # Asked here, since Tab never comes to be a key press.
        choosing = self._picker is not None and self._picker.is_open
        return not choosing and self._key(event)

    def wear(self, theme: Theme, size: int) -> None:
        """Take a theme's colours, and letters of a size."""
        if (theme.id, size) == self._worn:
            return
        self._worn = theme.id, size
        letters = QFont(font(BODY_SIZE))
        letters.setPixelSize(size)
        self.setFont(letters)
        self.set_theme(theme)
        self.setStyleSheet(
            f"QPlainTextEdit {{ background: {theme.surface}; color: {theme.text};"
            f" border: 2px solid {theme.accent}; border-radius: 5px; padding: 2px;"
            f" font-size: {size}px; }}"
        )


class LanguageStrip(QWidget):
    """One small button a language; none when there is only one to choose."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2)
        self._offered: tuple[str, ...] = ()
        self._group.buttonClicked.connect(lambda button: self.chosen.emit(button.objectName()))

    def offer(self, languages: Iterable[str], theme: Theme) -> None:
        """Have a button for each."""
        known = tuple(languages)
        self.setVisible(len(known) > 1)
        self.setStyleSheet(
            f"QToolButton {{ background: {theme.surface}; color: {theme.muted};"
            f" border: 1px solid {theme.border}; border-radius: 4px; padding: 1px 5px; }}"
            f"QToolButton:checked {{ background: {theme.accent}; color: {theme.on_accent}; }}"
        )
        if known == self._offered:
            return
        self._offered = known
        for button in self._group.buttons():
            self._group.removeButton(button)
            button.hide()
            button.deleteLater()
        for language in known:
            button = QToolButton(self)
            button.setText(language.upper())
            button.setObjectName(language)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setToolTip(translate(N_("Write in this language (F2: the next one)")))
            self._group.addButton(button)
            self._row.addWidget(button)

    def mark(self, language: str) -> None:
        """Show which is written."""
        for button in self._group.buttons():
            button.setChecked(button.objectName() == language)
