# mypy: ignore-errors
"""How much of their words two questions share."""

import re


def likeness(asked, question):
    """How much, from 0 to 1, in the language where it is most."""
    words = _words(asked)
    return max((_shared(words, _words(each)) for each in question.values()), default=0)


def _shared(one, other):
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0


def _words(text):
    return set(re.findall(r"\w+", text.casefold()))
