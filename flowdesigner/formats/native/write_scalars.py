"""How one value is written so that every YAML reader takes it for the same value."""

import math
import re
from collections.abc import Callable, Mapping, Sequence
from json.encoder import encode_basestring
from typing import TypeAlias

from flowdesigner.errors import FormatError
from flowdesigner.formats.native.scalars import forbidden_character, may_be_plain
from flowdesigner.formats.native.tree import Word

LARGEST_INTEGER = 10**18
LONGEST_WRITTEN_KEY = 1000  # readers stop looking for the ':' after 1024 characters
MOST_KNOWN = 1 << 16
# Line ends and marks to some readers: never written as they are.
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")


def quoted(text: str) -> str:
    """The text in double quotes, on one line."""
    if text.isprintable():
        return encode_basestring(text)
    character = forbidden_character(text)
    if character:
        raise FormatError("control-character", {"character": character})
    return _ESCAPED.sub(lambda hit: f"\\u{ord(hit[0]):04x}", encode_basestring(text))


class _Known(dict[str, str]):
    """Words and how they are written; quicker to ask than a cached function."""

    def __init__(self, write: Callable[[str], str]) -> None:
        super().__init__()
        self.write = write

    def __missing__(self, text: str) -> str:
        if len(self) >= MOST_KNOWN:
            self.clear()
        written = self[text] = self.write(text)
        return written


def _word(text: str) -> str:
    return str(text) if may_be_plain(text) else quoted(text)


def _key(text: str) -> str:
    written = _word(text)
    if len(written) > LONGEST_WRITTEN_KEY:
        raise FormatError("key-too-long", {"key": text[:40] + "…", "limit": LONGEST_WRITTEN_KEY})
    return written


WORDS = _Known(_word)
"""Ids and other words, plain where every reader agrees on them."""

KEYS = _Known(_key)
"""Keys as they are written."""


def one_line(text: str) -> str | None:
    """The text in quotes, or nothing when it has several lines."""
    if text.isprintable():  # asked first, since nearly every text is
        return encode_basestring(text)
    return None if "\n" in text else quoted(text)


def literal(text: str) -> str | None:
    """The mark of a `|` block that keeps this text whole, or nothing when none does."""
    if "\n" not in text or text[0] in " \n" or text.endswith("\n\n"):
        return None
    if " \n" in text or text.endswith(" ") or not text.replace("\n", "").isprintable():
        return None
    return "|" if text.endswith("\n") else "|-"


def _integer(value: int) -> str:
    if abs(value) >= LARGEST_INTEGER:
        raise FormatError("number-too-large", {"value": value})
    return str(value)


def _float(value: float) -> str:
    if not math.isfinite(value):
        raise FormatError("not-a-finite-number", {"value": value})
    written = repr(value)
    mantissa, exponent, power = written.partition("e")
    # YAML 1.1 takes 1e+16 for text and 1.0e+16 for a number.
    return f"{mantissa}.0e{power}" if exponent and "." not in mantissa else written


Writer: TypeAlias = Callable[..., str | None] | None


class _Mappings(dict[type, bool]):
    """Whether a kind of value is a mapping; asking an abstract class each time is slow."""

    def __missing__(self, kind: type) -> bool:
        self[kind] = issubclass(kind, Mapping)
        return self[kind]


IS_MAPPING = _Mappings()


class _Writers(dict[type, Writer]):
    """What writes a kind of value on one line; nothing for a value with parts."""

    def __missing__(self, kind: type) -> Writer:
        # Asking an abstract class is slow: each kind of value is asked about once.
        parts = issubclass(kind, Mapping) or (
            issubclass(kind, Sequence) and not issubclass(kind, str)
        )
        bases = (base for base in tuple(self) if issubclass(kind, base))
        writer = None if parts else self[next(bases, str)]
        self[kind] = writer
        return writer


WRITERS = _Writers(
    {
        Word: WORDS.__getitem__,
        str: one_line,
        bool: lambda value: "true" if value else "false",
        int: _integer,
        float: _float,
        type(None): lambda value: "null",
    }
)
"""What writes each kind of value; a text of several lines comes back as nothing."""
