"""What is looked for: words, and how exactly they are meant."""

import re
from collections.abc import Iterator

from msgspec import Struct


class Query(Struct, frozen=True):
    """Words that are looked for."""

    words: str
    match_case: bool = False
    whole_words: bool = False
    language: str = ""
    """Look only at what is written in this language; at everything, when empty."""

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Where in a text they stand, one after the other."""
        return (match.span() for match in self._pattern.finditer(text))

    @property
    def _pattern(self) -> re.Pattern[str]:
        pattern = re.escape(self.words)
        if self.whole_words:
            pattern = rf"(?<!\w){pattern}(?!\w)"
        return re.compile(pattern, 0 if self.match_case else re.IGNORECASE)  # re keeps it

    def may_stand_in(self, folded: str) -> bool:
        """Whether they may stand in a text of which the small letters are known; quick."""
        return self.words.lower() in folded
