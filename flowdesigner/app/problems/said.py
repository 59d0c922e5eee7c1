"""Finding problems by the words that are read of them."""

from collections.abc import Sequence

from flowdesigner.app.problems.model import ProblemsModel
from flowdesigner.checks.rule import Issue
from flowdesigner.texts import current_language


class Said:
    """The words of problems, kept as long as they are the same objects."""

    def __init__(self, model: ProblemsModel) -> None:
        self._model = model
        self._known: dict[int, tuple[Issue, str]] = {}
        self._language = ""

    def saying(self, issues: Sequence[Issue], words: str) -> Sequence[Issue]:
        """The issues that say something, or whose place is called so."""
        if not words:
            self._known.clear()
            return issues
        if self._language != current_language():
            self._language = current_language()
            self._known.clear()
        return [each for each in issues if words in self._words(each)]

    def _words(self, issue: Issue) -> str:
        known = self._known.get(id(issue))
        if known is None or known[0] is not issue:
            told = f"{issue.message} {self._model.place(issue)} {issue.rule}".casefold()
            known = self._known[id(issue)] = issue, told
        return known[1]
