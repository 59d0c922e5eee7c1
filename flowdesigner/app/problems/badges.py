"""What the pictures of a flow's blocks say of their problems, put into words once."""

from collections.abc import Iterator, Mapping
from itertools import compress
from operator import is_not

from flowdesigner.app.canvas.card import Problems
from flowdesigner.checks.rule import Issue, Severity

AT_ONCE = 100
"""After so many blocks others get a turn."""
_ORDER = {severity: at for at, severity in enumerate(Severity)}

ByBlock = Mapping[str | None, tuple[Issue, ...]]


class Badges:
    """The badges of one flow in one language; only blocks that have other issues cost work."""

    def __init__(self, flow: str = "", language: str = "") -> None:
        self.of = flow, language
        self._issues: ByBlock = {}
        self._found: dict[str, Problems] = {}

    @property
    def flow(self) -> str:
        """The flow they are of."""
        return self.of[0]

    def follow(self, told: ByBlock) -> Iterator[None]:
        """Take the issues of the blocks as they are now; pauses on the way."""
        known = map(self._issues.get, told)
        others = list(compress(told.items(), map(is_not, known, told.values())))
        for at, (block, issues) in enumerate(others):
            if block is not None and issues:
                self._found[block] = _badge(issues)
            elif block is not None:
                self._found.pop(block, None)
            if at % AT_ONCE == AT_ONCE - 1:
                yield
        for block in self._found.keys() - told.keys() if self._issues is not told else ():
            del self._found[block]
        self._issues = told

    def all(self) -> Mapping[str, Problems]:
        """Those of all blocks that have problems."""
        return dict(self._found)


def _badge(issues: tuple[Issue, ...]) -> Problems:
    """The worst of a block's problems, and how many there are."""
    worst = min(issues, key=lambda issue: _ORDER[issue.severity])
    return Problems(worst.severity.value, len(issues), str(worst.message))
