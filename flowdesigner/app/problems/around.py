"""Two texts that differ a little, shown where they do."""

AROUND = 16
"""So many letters are shown before and after what differs, and then the rest of the word."""


def around_change(before: str, after: str) -> tuple[str, str]:
    """Two texts from a little before they differ to a little after; whole when one is empty."""
    if not before or not after:
        return before, after
    start = _alike(before, after)
    most = min(len(before), len(after)) - start
    end = min(_alike(before[::-1], after[::-1]), most)
    first = _word_start(before, start - AROUND)
    last = len(before) - end + AROUND
    behind = len(before) - last - len(before[last:].partition(" ")[0]) if last < len(before) else 0
    return _cut(before, first, behind), _cut(after, first, behind)


def _alike(one: str, other: str) -> int:
    """How many letters at the beginning are the same."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _word_start(text: str, at: int) -> int:
    """Where the word or the placeholder at a place begins."""
    start = text.rfind(" ", 0, at) + 1 if at > 0 else 0
    opened = text.rfind("{{", 0, start)
    return opened if opened > text.rfind("}}", 0, start) else start


def _cut(text: str, first: int, behind: int) -> str:
    """A text without so much at its beginning and at its end."""
    cut = text[first : len(text) - behind]
    return ("… " if first else "") + cut + (" …" if behind else "")
