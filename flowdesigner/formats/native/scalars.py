"""What a plain word in a file means (YAML 1.2's core, text first), and which texts may be plain."""

import math
import re

from flowdesigner.formats.native.tree import Value

# Words that YAML 1.1 or 1.2 would read as something else than text.
RETYPED = frozenset(
    spelled
    for word in ("null", "true", "false", "yes", "no", "on", "off", "y", "n")
    for spelled in (word, word.capitalize(), word.upper())
)
_YAML_1_1 = RETYPED - {
    spelled
    for word in ("null", "true", "false")
    for spelled in (word, word.capitalize(), word.upper())
}
_CONSTANTS: dict[str, Value] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True,
    "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})\Z")
_ALL_DIGITS = re.compile(r"[-+]?[1-9][0-9]{18,}\Z")
_NUMBER = re.compile(r"[-+]?(?:(?:0|[1-9][0-9]*)(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]{1,5})?\Z")
_LONGEST_NUMBER = 400
_NOT_FINITE = frozenset(
    sign + word
    for sign in ("", "+", "-")
    for word in (".inf", ".Inf", ".INF")
) | {".nan", ".NaN", ".NAN"}  # fmt: skip
# Looks like a number or a date to one reader or another; text here, and worth a note.
_AMBIGUOUS = re.compile(
    r"[-+]?(?:0[0-7_]+|0x[0-9a-fA-F_]+|0b[01_]+|0o[0-7]+|[0-9][0-9_]*_[0-9_]*"
    r"|[0-9]+(?::[0-5]?[0-9])+(?:\.[0-9]*)?|0[0-9]+)\Z"
    r"|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt \t].*)?\Z"
)
_NUMBER_STARTS = frozenset("-+.0123456789")

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""Characters no text of a project may hold."""


class BadNumber(ValueError):  # noqa: N818
    """A number that cannot be kept; its message is the code of the error."""


def plain_value(text: str) -> tuple[Value, bool]:
    """What a word without quotes means, and whether another reader might take it otherwise."""
    if text in _CONSTANTS:
        return _CONSTANTS[text], False
    if text[0] not in _NUMBER_STARTS:
        return text, text in _YAML_1_1
    if _INTEGER.match(text):
        return int(text), False
    if _AMBIGUOUS.match(text):
        return text, True
    return _number(text), False


def _number(text: str) -> Value:
    if _ALL_DIGITS.match(text):
        raise BadNumber("number-too-large")
    if text in _NOT_FINITE:
        raise BadNumber("not-a-finite-number")
    if len(text) > _LONGEST_NUMBER or not _NUMBER.match(text):
        return text
    number = float(text)
    if math.isinf(number):
        raise BadNumber("number-too-large")
    return number


_WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_]*(?:[.\-][A-Za-z0-9_]+)*\Z|[0-9]+[smhd]\Z")


def may_be_plain(word: str) -> bool:
    """Whether every reader takes this word, without quotes, for this very text."""
    return _WORD.match(word) is not None and word not in RETYPED


def forbidden_character(text: str) -> str | None:
    """The first character that no project may hold, as people write it (U+0007), or nothing."""
    found = FORBIDDEN.search(text)
    return f"U+{ord(found[0]):04X}" if found else None


def without_forbidden(text: str) -> str:
    """A text cleaned of what no project may hold; for what is typed, pasted or imported."""
    return FORBIDDEN.sub("", text)
