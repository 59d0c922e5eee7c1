"""The editor of a phone number."""

from flowdesigner.app.inspector.editors.line import LineEditor
from flowdesigner.model.answers import read_phone
from flowdesigner.texts import N_, translate


class PhoneEditor(LineEditor):
    """Takes numbers as they are dialled here, and keeps them as the world dials them."""

    def _typed(self, words: str) -> None:
        self.slot.set(read_phone(words) or words or None, typing=True)

    def refresh(self) -> None:
        """Show the number, unless what stands there means it already."""
        value = self.slot.value
        words = value if isinstance(value, str) else ""
        if (read_phone(self.line.text()) or self.line.text()) != words:
            self.line.show_text(words)
        self.hint.say(self.complaint(words) if words else "")

    def complaint(self, words: str) -> str:
        """Whether it is a phone number."""
        if read_phone(words):
            return ""
        return translate(N_("Write it as 0812 3456 7890 or +62 812 3456 7890."))
