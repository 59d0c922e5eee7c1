"""The manual of the rules in `docs/checks`, English, and in `docs/checks/id`, Indonesian."""

from collections.abc import Iterator
from pathlib import Path

from flowdesigner.checks.manual import contents, page
from flowdesigner.checks.rules import RULES
from flowdesigner.texts import current_language, set_language

FOLDERS = {"en": "docs/checks", "id": "docs/checks/id"}


def files(root: Path) -> Iterator[tuple[Path, bytes]]:
    """Yield every page of the manual and its place below the root of the repository."""
    before = current_language()
    try:
        for language, folder in FOLDERS.items():
            set_language(language)
            yield root / folder / "README.md", contents(RULES).encode()
            for rule in RULES:
                yield root / folder / f"{rule.name}.md", page(rule).encode()
    finally:
        set_language(before)
