"""The reference in `docs`: English, and Indonesian in the folders `id`."""

from collections.abc import Iterator
from pathlib import Path

from flowdesigner.reference.channels_page import contents as channels
from flowdesigner.reference.contents import groups
from flowdesigner.reference.markdown import file_of, in_docs
from flowdesigner.texts import LANGUAGES, current_language, set_language

WRITTEN = ("blocks", "channels", "checks", "settings")
"""The folders of `docs` that hold nothing but these pages."""
_PICTURES = {"en": "../pictures", "id": "../../pictures"}


def files(root: Path) -> Iterator[tuple[Path, bytes]]:
    """Yield every page of the reference and its place below the root of the repository."""
    before = current_language()
    try:
        for language in LANGUAGES:
            set_language(language)
            for address, text in _pages(language):
                place = root / "docs" / file_of(address, language)
                yield place, in_docs(text, address, language).encode()
    finally:
        set_language(before)


def _pages(language: str) -> Iterator[tuple[str, str]]:
    for group in groups():
        for page in group.pages:
            if page.address == "channels/README":
                yield page.address, channels(f"{_PICTURES[language]}/menu_on_channels.png")
            elif page.address.partition("/")[0] in WRITTEN:
                yield page.address, page.write()
