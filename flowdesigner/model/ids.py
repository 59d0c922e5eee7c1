"""Ids: words that name things in a file, made once from the first words of a text."""

import re
import unicodedata
from collections.abc import Container

ID_PATTERN = re.compile(r"[a-z][a-z0-9_]{0,39}")
ID_LENGTH = 40


def is_id(word: str) -> bool:
    """Whether a word may name a thing."""
    return ID_PATTERN.fullmatch(word) is not None


def make_id(words: str, taken: Container[str] = (), *, fallback: str = "block") -> str:
    """An id from the first words of a text that is not taken yet.

    >>> make_id("Halo Kak, apa kabar?")
    'halo_kak_apa_kabar'
    """
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    found: list[str] = re.findall(r"[a-z0-9]+", plain)[:4]
    stem = "_".join(found)[: ID_LENGTH - 4].strip("_")
    if not stem or not stem[0].isalpha():
        stem = f"{fallback}_{stem}".rstrip("_")[: ID_LENGTH - 4]
    return free_id(stem, taken)


def free_id(stem: str, taken: Container[str]) -> str:
    """The id itself, or with the first number that makes it free."""
    if stem not in taken:
        return stem
    number = 2
    while f"{stem}_{number}" in taken:
        number += 1
    return f"{stem}_{number}"
