"""What is looked for: words, and how exactly they are meant."""

import re

from msgspec import Struct


class Query(Struct, frozen=True):
    """Words that are looked for."""

    words: str
    match_case: bool = False
    whole_words: bool = False
    language: str = ""
    """Look only at what is written in this language; at everything, when empty."""

    @property
    def pattern(self) -> re.Pattern[str]:
        """What they look like in a text."""
        pattern = re.escape(self.words)
        if self.whole_words:
            pattern = rf"(?<!\w){pattern}(?!\w)"
        return re.compile(pattern, 0 if self.match_case else re.IGNORECASE)

    def may_stand_in(self, folded: str) -> bool:
        """Whether they may stand in a text of which the small letters are known; quick."""
        return self.words.lower() in folded
