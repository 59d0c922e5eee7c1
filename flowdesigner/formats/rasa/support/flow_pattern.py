# mypy: ignore-errors
"""Patterns of answers and conditions; the whole text has to be of the pattern's form."""

import re


def matches(pattern: str, text: str, *, ignore_case: bool = False) -> bool:
    """Whether a whole text is of a pattern's form; a broken pattern matches nothing."""
    try:
        return re.fullmatch(pattern, text, re.IGNORECASE if ignore_case else 0) is not None
    except re.error:
        return False
