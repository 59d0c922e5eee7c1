"""Says at the end of a run how much was compared in each engine, and why the rest was not."""

from collections import Counter
from collections.abc import Callable

import pytest

LINES = pytest.StashKey[list[str]]()

Report = Callable[[str, int, "Counter[str]"], None]


@pytest.fixture
def report(request: pytest.FixtureRequest) -> Report:
    lines = request.config.stash.setdefault(LINES, [])

    def say(engine: str, compared: int, skipped: Counter[str]) -> None:
        total = skipped.total()
        lines.append(f"{engine}: {compared} conversations compared, {total} skipped")
        lines.extend(f"    {count} {reason}" for reason, count in skipped.most_common())

    return say


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    lines = config.stash.get(LINES, [])
    if lines:
        terminalreporter.section("real engines")
        for line in lines:
            terminalreporter.write_line(line)
