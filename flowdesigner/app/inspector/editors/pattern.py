"""The editor of a pattern."""

from flowdesigner.app.inspector.editors.line import LineEditor
from flowdesigner.model.pattern import is_pattern
from flowdesigner.texts import N_, translate


class PatternEditor(LineEditor):
    """A line that says when the pattern cannot be understood."""

    def complaint(self, words: str) -> str:
        """Whether it is a pattern."""
        if is_pattern(words):
            return ""
        return translate(N_("This pattern cannot be understood yet. Look at its brackets."))
