"""The smallest change that makes one text of another, so that a caret can stay where it is."""

from typing import NamedTuple


class SmallestEdit(NamedTuple):
    """Take `removed` units out at `at` and put `inserted` there; in UTF-16 units, as Qt counts."""

    at: int
    removed: int
    inserted: str


def smallest_edit(before: str, after: str) -> SmallestEdit:
    """What differs between the common beginning and the common end of two texts."""
    start, most = 0, min(len(before), len(after))
    while start < most and before[start] == after[start]:
        start += 1
    end = 0
    while end < most - start and before[-1 - end] == after[-1 - end]:
        end += 1
    gone = before[start : len(before) - end]
    return SmallestEdit(units(before[:start]), units(gone), after[start : len(after) - end])


def units(text: str) -> int:
    """How long Qt takes a text to be: an emoji counts twice."""
    return len(text) + sum(character > "\uffff" for character in text)
