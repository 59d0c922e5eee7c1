"""The page on how the channels differ: `docs/channels.md`, and `docs/channels.id.md`."""

from collections.abc import Iterator
from pathlib import Path

from flowdesigner.channels import CHANNELS
from flowdesigner.channels.manual import page
from flowdesigner.texts import current_language, set_language

FILES = {"en": "docs/channels.md", "id": "docs/channels.id.md"}


def files(root: Path) -> Iterator[tuple[Path, bytes]]:
    """Yield the page in each language and its place below the root of the repository."""
    before = current_language()
    try:
        for language, file in FILES.items():
            set_language(language)
            yield root / file, page(CHANNELS, "pictures/menu_on_channels.png").encode()
    finally:
        set_language(before)
