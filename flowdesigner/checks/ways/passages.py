"""Passages by number, so that what was put together once is only looked up the next time."""

from msgspec.structs import replace

from flowdesigner.model.passage import EVER, Counter, Passage


class Passages:
    """Remembers which passage follows from which; a flow of like blocks has few of them."""

    def __init__(self) -> None:
        self._passages: list[Passage] = []
        self._numbers: dict[Passage, int] = {}
        self._by_identity: dict[int, int] = {}
        self._then: dict[tuple[int, int], int] = {}
        self._joined: dict[tuple[int, int], int] = {}
        self._endless: dict[tuple[int, str], int] = {}

    def passage(self, number: int) -> Passage:
        """The passage of a number."""
        return self._passages[number]

    def number(self, passage: Passage) -> int:
        """The number of a passage; equal ones have the same."""
        number = self._numbers.get(passage)
        if number is None:
            number = self._numbers[passage] = len(self._passages)
            self._passages.append(passage)
        return number

    def number_of(self, passage: Passage) -> int:
        """The number of a passage that others keep, too: looked up without comparing it."""
        number = self._by_identity.get(id(passage))
        if number is None or self._passages[number] is not passage:
            number = self.number(passage)
            if self._passages[number] is passage:
                self._by_identity[id(passage)] = number
        return number

    def then(self, one: int, other: int) -> int:
        """One passage and another after it."""
        number = self._then.get((one, other))
        if number is None:
            passage = self._passages[one].then(self._passages[other])
            number = self._then[one, other] = self.number(passage)
        return number

    def joined(self, one: int, other: int) -> int:
        """Either of two passages."""
        if one == other:
            return one
        number = self._joined.get((one, other))
        if number is None:
            passage = self._passages[one].joined(self._passages[other])
            number = self._joined[one, other] = self.number(passage)
        return number

    def endless(self, number: int, name: str) -> int:
        """The passage in which there is no end to a length of time or to a count."""
        if (number, name) not in self._endless:
            passage = self._passages[number]
            self._endless[number, name] = self.number(_endless(passage, name))
        return self._endless[number, name]


def _endless(passage: Passage, name: str) -> Passage:
    count = getattr(passage, name)
    if not isinstance(count, Counter):
        return replace(passage, **{name: (count[0], EVER)})
    kept = None if count.kept is None else (count.kept[0], EVER)
    return replace(passage, **{name: replace(count, kept=kept)})
