"""Patterns that authors write: RE2's dialect, which no input can make slow."""

from functools import lru_cache

import re2

LONGEST_PATTERN = 500


@lru_cache(maxsize=500)
def _compiled(pattern: str, ignore_case: bool) -> "re2._Regexp[str] | None":
    options = re2.Options()
    options.log_errors = False
    options.case_sensitive = not ignore_case
    try:
        return re2.compile(pattern, options)
    except re2.error:
        return None


def is_pattern(pattern: str) -> bool:
    """Whether RE2 understands a pattern."""
    return len(pattern) <= LONGEST_PATTERN and _compiled(pattern, False) is not None


def matches(pattern: str, text: str, *, ignore_case: bool = False) -> bool:
    """Whether a whole text is of a pattern's form; a broken pattern matches nothing."""
    compiled = _compiled(pattern, ignore_case) if len(pattern) <= LONGEST_PATTERN else None
    return compiled is not None and compiled.fullmatch(text) is not None
