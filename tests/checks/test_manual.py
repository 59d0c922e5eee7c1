"""The manual in `docs/checks` says what the rules say, in both languages."""

from pathlib import Path

from scripts.generators.checks import FOLDERS, files

ROOT = Path(__file__).resolve().parents[2]


def test_the_pages_are_current_and_there_are_no_others() -> None:
    pages = dict(files(ROOT))
    stale = [
        str(path) for path, text in pages.items() if not path.is_file() or path.read_bytes() != text
    ]
    there = {path for folder in FOLDERS.values() for path in (ROOT / folder).glob("*.md")}
    assert stale == [], "run scripts/generate"
    assert there == set(pages)
