"""How one text becomes another, as whole lines that take the place of others."""

from difflib import SequenceMatcher

from msgspec import Struct


class Replacement(Struct, frozen=True):
    """Lines that come in the place of others; counted from 1, the end not included."""

    first: int
    end: int
    lines: str
    """With their ends."""


def replacements(before: str, after: str) -> tuple[Replacement, ...]:
    """What has to be written anew, from top to bottom."""
    old, new = before.split("\n"), after.split("\n")
    start = _same(old, new)
    rest = min(len(old), len(new)) - start
    end = min(_same(old[::-1], new[::-1]), rest)
    last_old, last_new = len(old) - end, len(new) - end
    # Only what lies between is compared line by line, since that takes long.
    between = SequenceMatcher(None, old[start:last_old], new[start:last_new])
    return tuple(
        Replacement(start + a + 1, start + b + 1, "".join(f"{line}\n" for line in new[start:][c:d]))
        for tag, a, b, c, d in between.get_opcodes()
        if tag != "equal"
    )


def _same(one: list[str], other: list[str]) -> int:
    """How many lines at the beginning are alike."""
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count
