"""A text with placeholders: they are coloured, and variables are offered while they are typed."""

from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from flowdesigner.app.document import Document
from flowdesigner.app.guarded import guarded
from flowdesigner.app.inspector.offers import is_known, variables
from flowdesigner.app.inspector.placeholder_colours import PlaceholderColours
from flowdesigner.app.inspector.variable_picker import VariablePicker
from flowdesigner.app.rename_variable import rename_variable
from flowdesigner.app.theme import Theme
from flowdesigner.app.widgets.caret import variable_at_caret
from flowdesigner.app.widgets.text_box import TextBox
from flowdesigner.app.widgets.undo_keys import without_undo
from flowdesigner.texts import N_, translate


class TemplateEdit(TextBox):
    """A text for a customer or a machine, into which values are written."""

    def __init__(
        self,
        document: Document,
        theme: Theme,
        *,
        one_line: bool = False,
        knows: tuple[str, ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, one_line=one_line)
        self._document, self._theme, self._knows = document, theme, knows
        self._variables = document.project.variables
        self._colours = PlaceholderColours(self.document(), theme, self._is_known)
        self._picker: VariablePicker | None = None

    def _is_known(self, path: str) -> bool:
        return path.partition(".")[0] in self._knows or is_known(self._document.project, path)

    def _names(self) -> list[str]:
        return [*self._knows, *variables(self._document.project)]

    def refresh(self) -> None:
        """Look again at which variables there are."""
        now = self._document.project.variables
        if self._variables is not now:
            known = self._variables.keys() != now.keys()
            self._variables = now
            if known and "{{" in self.text():
                self._colours.rehighlight()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self._colours.set_theme(theme)

    @property
    def picker(self) -> VariablePicker:
        """The list of variables; made when it is first wanted."""
        if self._picker is None:
            self._picker = VariablePicker(self, self._names)
        return self._picker

    def pick_variable(self) -> None:
        """Offer the variables at the caret."""
        self.setFocus()
        self.picker.offer()

    @guarded(None)
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = without_undo(self.createStandardContextMenu())
        name = variable_at_caret(self)
        if name in self._document.project.variables:
            menu.addSeparator()
            words = translate(N_("Rename the variable “{name}”…"), name=name)
            menu.addAction(words.replace("&", "&&")).triggered.connect(
                lambda: rename_variable(self._document, name, self._theme, self)
            )
        menu.exec(event.globalPos())
        menu.deleteLater()

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._picker is not None and self._picker.takes(event):
            event.ignore()
            return
        super().keyPressEvent(event)
        if event.text() and event.text().isprintable() and "{{" in self.text():
            self.picker.follow()
        elif self._picker is not None and self._picker.is_open and event.text():
            self._picker.follow()
