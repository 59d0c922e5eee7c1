"""The editor of a web address."""

from PySide6.QtWidgets import QWidget

from flowdesigner.app.inspector.editor import Editor, Hint, column
from flowdesigner.app.inspector.slot import Slot
from flowdesigner.app.inspector.template_edit import TemplateEdit
from flowdesigner.app.theme import Theme
from flowdesigner.model.template import fill
from flowdesigner.texts import N_, translate


class UrlEditor(Editor):
    """A line with placeholders that says when it is no address yet."""

    def __init__(self, slot: Slot, parent: QWidget) -> None:
        super().__init__(slot, parent)
        self.edit = TemplateEdit(slot.bench.document, slot.bench.theme, one_line=True)
        self.hint = Hint(slot.bench.theme.warning)
        box = column(self)
        box.addWidget(self.edit)
        box.addWidget(self.hint)
        self.edit.typed.connect(lambda text: slot.set(text or None, typing=True))
        self.edit.left.connect(slot.end_typing)

    def target(self) -> QWidget:
        """The line."""
        return self.edit

    def refresh(self) -> None:
        """Show the address."""
        value = self.slot.value
        words = value if isinstance(value, str) else ""
        self.edit.show_text(words)
        self.edit.refresh()
        self.hint.say("" if not words or _is_address(words) else translate(_COMPLAINT))

    def retranslate(self) -> None:
        """Speak the language in use."""
        super().retranslate()
        self.edit.setPlaceholderText(translate(self.slot.field.placeholder))
        self.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.hint.colour(theme.warning)
        self.edit.set_theme(theme)


_COMPLAINT = N_("A web address begins with https:// and has no spaces.")


def _is_address(words: str) -> bool:
    plain = fill(words, lambda _place: "x")
    head, found, host = plain.partition("://")
    from_variable = words.startswith("{{")
    return from_variable or (
        head in ("http", "https") and bool(found) and bool(host) and not any(map(str.isspace, host))
    )
