"""How well a few typed letters fit a name: the way people look for a thing they half remember."""

from collections.abc import Sequence

SCATTERED = 5
"""Only the letters are there, in order."""
WORST = 6
"""Worse than every name that fits."""


def unfit(typed: str, name: str) -> int:
    """How badly typed letters fit a name, both in small letters; `WORST` when not at all.

    >>> unfit("track", "track your order"), unfit("yo or", "track your order")
    (1, 2)
    >>> unfit("tro", "track your order"), unfit("x", "track your order")
    (5, 6)
    """
    if typed == name:
        return 0
    if name.startswith(typed):
        return 1
    parts = typed.split()
    if _begin_words(parts, name):
        return 2
    if typed in name:
        return 3
    if all(part in name for part in parts):
        return 4
    return SCATTERED if _in_order(typed.replace(" ", ""), name) else WORST


def best(typed: str, names: Sequence[str]) -> int:
    """How badly letters fit the best of some names, the first of which counts most."""
    return min(
        (2 * unfit(typed, name) + bool(at) for at, name in enumerate(names) if name),
        default=2 * WORST,
    )


def _begin_words(parts: list[str], name: str) -> bool:
    spaced = " " + name
    return all(" " + part in spaced for part in parts)


def _in_order(letters: str, name: str) -> bool:
    at = -1
    for letter in letters:
        at = name.find(letter, at + 1)
        if at < 0:
            return False
    return True
