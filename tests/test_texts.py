"""The words of the program: looked up, filled in, and all there in Indonesian."""

import io
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Message as Entry
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st

from flowdesigner.texts import (
    current_language,
    english,
    message,
    ntranslate,
    set_language,
    translate,
)

PACKAGE = Path(__file__).resolve().parent.parent / "flowdesigner"
PO = PACKAGE / "locale" / "id" / "LC_MESSAGES" / "flowdesigner.po"
with PO.open("rb") as stream:
    CATALOGUE = read_po(stream, locale="id", domain="flowdesigner")
ENTRIES: tuple[Entry, ...] = tuple(entry for entry in CATALOGUE if entry.id)


@pytest.fixture(autouse=True)
def _language_kept() -> Iterator[None]:
    before = current_language()
    yield
    set_language(before)


def pairs() -> Iterator[tuple[str, str]]:
    """The English of every text, in the form for many where it counts, and the Indonesian."""
    for entry in ENTRIES:
        source = entry.id if isinstance(entry.id, str) else entry.id[-1]
        forms = (entry.string,) if isinstance(entry.string, str) else entry.string or ("",)
        yield source, forms[-1]


def test_words_come_in_the_language_in_use() -> None:
    assert translate("&Save") == "&Save"
    set_language("id")
    assert translate("&Save") == "&Simpan"
    set_language("xx")
    assert current_language() == "en"


def test_what_the_catalogue_does_not_have_stays_english() -> None:
    set_language("id")
    assert translate("Nobody ever said {what}", what="this") == "Nobody ever said this"
    assert translate("") == ""


@pytest.mark.parametrize(
    ("language", "count", "told"),
    [
        ("en", 1, "1 error"),
        ("en", 0, "0 errors"),
        ("en", 2, "2 errors"),
        ("id", 1, "1 kesalahan"),
        ("id", 2, "2 kesalahan"),
    ],
)
def test_counting(language: str, count: int, told: str) -> None:
    set_language(language)
    assert ntranslate("{n} error", "{n} errors", count) == told


@given(st.text())
def test_what_is_filled_in_is_not_read_again(written: str) -> None:
    assert translate("“{name}” {other}", name=written) == f"“{written}” {{other}}"


@given(st.text(alphabet="{}% a0_:!.[]\\"))
def test_any_words_can_be_shown(words: str) -> None:
    assert translate(words) == words


def test_what_is_shown_later_is_worded_then() -> None:
    told = message("“{field}” is not filled in.", field=message("Text"))
    set_language("id")
    assert str(told) == "“Teks” belum diisi."
    assert english(told) == "“Text” is not filled in."


def test_every_text_is_translated() -> None:
    assert [source for source, told in pairs() if not told] == []
    assert [entry.id for entry in ENTRIES if entry.fuzzy] == []


@pytest.mark.parametrize("kept", [r"\{\w+\}", r"\{\{.*?\}\}", r"&(?=\w)", "\n", "“", r"https?://"])
def test_translations_keep(kept: str) -> None:
    differing = [
        (source, told)
        for source, told in pairs()
        if Counter(re.findall(kept, source)) != Counter(re.findall(kept, told))
    ]
    assert differing == []


@pytest.mark.parametrize("edge", [r"^\s*", r"\s*$", r"…?\s*$"])
def test_translations_begin_and_end_alike(edge: str) -> None:
    differing = [
        (source, told)
        for source, told in pairs()
        if re.findall(edge, source)[0] != re.findall(edge, told)[0]
    ]
    assert differing == []


def test_the_compiled_catalogue_is_current() -> None:
    compiled = io.BytesIO()
    write_mo(compiled, CATALOGUE)
    assert PO.with_suffix(".mo").read_bytes() == compiled.getvalue()


def test_counted_texts_are_marked_by_counting_alone() -> None:
    """Marked twice, they are found as two texts, and the count stays English."""
    twice = re.compile(r"ntranslate\(\s*N_\(")
    assert [p.name for p in PACKAGE.rglob("*.py") if twice.search(p.read_text("utf-8"))] == []
