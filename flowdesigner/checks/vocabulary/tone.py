"""Whether words blame, shout, wave too many signs of feeling or speak of clicking."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from flowdesigner.model.template import parse_template

_GIVEN = (
    r"(?:nomor|no|format|kode|jawaban|isian|data|alamat|email|surel|pilihan|masukan|input|pin|nama"
    r"|tanggal|angka|number|code|answer|reply|response|address|choice|option|entry|date|name)"
)
"""What customers give, and what may not be called wrong."""
_HARMLESS = re.compile(r"\bsalah (?:satu|seorang|kirim|paham|sambung|ketik)\b|\bno error\b")
_FEW_WORDS = 4
_NAMES = re.compile(r"\b(?:PT|CV|UD|TBK|LTD|INC|LLC)\b")
_LETTERS = 12
_TWO_CAPITALS = re.compile(r"[^\W\d_a-z\u00df-\u00ff]{2}")
_WORD = re.compile(r"[^\W\d_]+")
_SMALL = r"[\u2600-\u27bf\u2b50\u2b55\U0001f300-\U0001faff]"
_SKIN = r"[\ufe0f\U0001f3fb-\U0001f3ff]*"
_FLAG = r"[\U0001f1e6-\U0001f1ff]{2}"
_EMOJI = re.compile(rf"{_FLAG}|{_SMALL}{_SKIN}(?:\u200d{_SMALL}{_SKIN})*")
_LINK = re.compile(r"://|\bwww\.|\b\w+\.(?:com|id|co|link|example)\b|\b(?:tautan|link|url)\b", re.I)


def _plain(words: str) -> str:
    return "".join(each if isinstance(each, str) else "…" for each in parse_template(words))


def blame_in(words: str, blame: tuple[str, ...], *, met: bool) -> str:
    """The word that blames, if one does: any of them where an answer is met with words."""
    plain = words.casefold()
    if _any(blame).search(plain) is None:
        return ""
    pattern = _any(blame) if met else _of_given(blame)
    hit = pattern.search(_HARMLESS.sub(" ", _plain(plain)))
    return hit[0].strip() if hit else ""


@cache
def _any(blame: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(blame)})\b")


@cache
def _of_given(blame: tuple[str, ...]) -> re.Pattern[str]:
    """Something that was given, called wrong; what the business calls its own is no blame."""
    bad = f"(?:{'|'.join(blame)})"
    return re.compile(
        rf"\b{_GIVEN}(?:nya|mu)?(?: (?:yang anda masukkan|yang dimasukkan|anda|kakak|kamu|kak|you "
        rf"(?:typed|entered|gave|sent)|is|was|adalah))* {bad}\b|\b(?:invalid|wrong|incorrect) "
        rf"{_GIVEN}\b|\b(?:anda|kamu|kakak) (?:salah|keliru)\b|\byou (?:are|were) wrong\b"
    )


def has_capitals(words: str) -> bool:
    """Whether two capitals stand side by side anywhere; without them nothing is shouted."""
    return _TWO_CAPITALS.search(words) is not None


def shouted_in(sentences: Sequence[str]) -> str:
    """The first sentence of some length in capitals; names of companies aside."""
    for each in sentences:
        if each.upper() != each or _NAMES.search(each):
            continue
        found = _WORD.findall(each)
        if len(found) >= _FEW_WORDS and len("".join(found)) >= _LETTERS:
            return each.strip(" *_~")
    return ""


def emoji_in(words: str) -> int:
    """How many emoji a text shows; one at the beginning of a line marks that line only."""
    if words.isascii():
        return 0
    lines = words.split("\n")
    marks = sum(_EMOJI.match(each.lstrip()) is not None for each in lines) if lines[1:] else 0
    return len(_EMOJI.findall(words)) - marks


class Tapping(NamedTuple):
    """A word for clicking, the plain one instead, and the text with that."""

    better: str
    words: str


def tapping_in(words: str, tapping: tuple[tuple[str, str], ...]) -> Tapping | None:
    """Where a text speaks of clicking, except on a link."""
    plain = words.casefold()
    for bad, good in tapping:
        if bad not in plain or _LINK.search(words):
            continue
        if hit := re.search(rf"\b{bad}\b", words, re.I):
            better = good.capitalize() if hit[0][0].isupper() else good
            return Tapping(better, words[: hit.start()] + better + words[hit.end() :])
    return None
