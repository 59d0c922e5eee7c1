"""The reference of the blocks in `docs/blocks`, English, and in `docs/blocks/id`, Indonesian."""

from collections.abc import Iterator
from pathlib import Path

from flowdesigner.blocks import BLOCK_TYPES
from flowdesigner.model.reference import contents, page, word_of
from flowdesigner.texts import current_language, set_language

FOLDERS = {"en": "docs/blocks", "id": "docs/blocks/id"}


def files(root: Path) -> Iterator[tuple[Path, bytes]]:
    """Yield every page of the reference and its place below the root of the repository."""
    before = current_language()
    try:
        for language, folder in FOLDERS.items():
            set_language(language)
            yield root / folder / "README.md", contents(BLOCK_TYPES).encode()
            for each in BLOCK_TYPES:
                yield root / folder / f"{word_of(each)}.md", page(each).encode()
    finally:
        set_language(before)
