"""Which types of block are offered first: what fits, and what this author took before."""

from collections.abc import Callable, Iterable, Mapping

from flowdesigner.model.block import Block

ASIDE = frozenset(
    ("no_reply", "failed", "other", "invalid", "unavailable", "refused", "closed", "expired",
     "timeout", "unsure")
)  # fmt: skip
"""The exits that are taken when something did not go as hoped."""
FITTING: Mapping[str, tuple[str, ...]] = {
    "": ("message", "menu", "ask", "template", "condition"),
    "aside": ("handoff", "message", "menu", "wait", "end"),
    "option": ("message", "ask", "menu", "subflow", "handoff"),
    "message": ("menu", "ask", "message", "wait", "end"),
    "template": ("wait", "message", "end", "menu"),
    "menu": ("message", "ask", "webhook", "condition"),
    "ask": ("webhook", "condition", "message", "ask", "set"),
    "answer": ("menu", "message", "end"),
    "consent": ("message", "menu", "end"),
    "otp": ("message", "webhook", "menu"),
    "condition": ("message", "menu", "ask", "handoff", "end"),
    "hours": ("handoff", "message", "menu"),
    "split": ("message", "template", "menu"),
    "set": ("condition", "message", "webhook"),
    "wait": ("message", "template", "condition", "end"),
    "webhook": ("condition", "message", "menu", "set"),
    "handoff": ("end", "message", "menu"),
    "subflow": ("message", "menu", "end"),
    "goal": ("end", "message"),
}
"""By situation what is most often wanted, best first."""
MOST = 12
"""So often something is counted in a situation; then what was long ago weighs half."""
_EACH = 2.0
"""How many places up the list one use weighs."""


def situation(block: Block | None, exit: str) -> str:
    """What kind of exit something is added after; empty for none."""
    if block is None:
        return ""
    if exit in ASIDE:
        return "aside"
    way = block.exit(exit)
    return "option" if way is not None and way.words else block.type


class Habits:
    """How often this author took a type in a situation."""

    def __init__(
        self, kept: Iterable[str] = (), keep: Callable[[list[str]], None] = lambda lines: None
    ) -> None:
        self._keep = keep
        self._uses: dict[str, dict[str, int]] = {}
        for line in kept:
            where, _, rest = line.partition(" ")
            word, _, number = rest.partition(" ")
            if number.isdecimal():
                self._uses.setdefault(where.strip("-"), {})[word] = min(int(number), MOST)

    def note(self, where: str, word: str) -> None:
        """The author took a type in a situation."""
        uses = self._uses.setdefault(where, {})
        uses[word] = uses.get(word, 0) + 1
        if uses[word] > MOST:
            self._uses[where] = {each: number // 2 for each, number in uses.items()}
        self._keep(self.lines())

    def lines(self) -> list[str]:
        """What to keep until the program is started again."""
        return [
            f"{where or '-'} {word} {number}"
            for where, uses in sorted(self._uses.items())
            for word, number in sorted(uses.items())
            if number
        ]

    def ranked(self, where: str, words: Iterable[str]) -> list[str]:
        """Types, best first; those that neither fit nor were taken stay in their order."""
        fitting = FITTING.get(where, FITTING[""])
        points = {word: float(len(fitting) - at) for at, word in enumerate(fitting)}
        for word, number in self._uses.get(where, {}).items():
            points[word] = points.get(word, 0.0) + _EACH * number
        return sorted(words, key=lambda word: -points.get(word, 0.0))
