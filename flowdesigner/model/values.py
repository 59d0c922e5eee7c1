"""Values of variables: as a customer types them, as a reader sees them, as a machine takes them.

A value is plain JSON: dates are ISO strings, amounts are numbers, a choice is its id.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from flowdesigner.model.accepted import JsonValue
from flowdesigner.model.locales import date_language
from flowdesigner.model.template import Filter, Placeholder
from flowdesigner.model.variable import BUILT_IN, Variable

Value = JsonValue

CURRENCY_SIGNS = {"IDR": "Rp", "USD": "$", "EUR": "€", "SGD": "S$", "MYR": "RM"}
_WITHOUT_CENTS = frozenset({"IDR", "JPY", "KRW", "VND"})


@dataclass(frozen=True)
class Writer:
    """Writes values for a reader of one language, or raw for a machine."""

    variables: Mapping[str, Variable]
    language: str = "en"
    base_language: str = "en"
    currency: str = "IDR"

    def shown(self, place: Placeholder, value: Value) -> str:
        """What stands in a text for a value; the filters of the placeholder applied."""
        written = "" if value is None else self.for_reader(place.path, value)
        for each in place.filters:
            written, value = self._filtered(each, written, value)
        return written

    def for_reader(self, path: str, value: Value) -> str:
        """A value as a person reads it."""
        kind = type_of(path, self.variables)
        if kind == "choice":
            return self._choice_label(path, value)
        if isinstance(value, bool):
            return _YES_NO.get(self.language, _YES_NO["en"])[value]
        if kind == "money" and isinstance(value, int | float):
            return write_money(value, self.currency, self.language)
        if isinstance(value, int | float):
            return write_number(value, self.language)
        if kind == "date" and isinstance(value, str):
            return write_date(value, self.language)
        return raw(value)

    def _choice_label(self, path: str, value: Value) -> str:
        declared = self.variables.get(path.partition(".")[0])
        for each in (declared.values if declared else None) or ():
            if each.id == value and each.label:
                label = each.label.get(self.language) or each.label.get(self.base_language)
                return label or raw(value)
        return raw(value)

    def _filtered(self, each: Filter, written: str, value: Value) -> tuple[str, Value]:
        match each.name:
            case "default":
                missing = written == "" or value is None or value is False
                return (raw(each.literal), each.literal) if missing else (written, value)
            case "upcase":
                return written.upper(), value
            case "downcase":
                return written.lower(), value
            case "capitalize":
                return written.capitalize(), value
            case "truncate":
                return _truncated(written, each.literal), value
            case "money" if (amount := _as_number(value)) is not None:
                return write_money(amount, self.currency, self.language), value
            case "date" if isinstance(value, str) and value:
                return write_date(value, self.language, each.literal), value
        return written, value


_YES_NO = {"en": ("no", "yes"), "id": ("tidak", "ya")}


def type_of(path: str, variables: Mapping[str, Variable]) -> str:
    """The type of what a path leads to; text when nothing is known of it."""
    if path in BUILT_IN:
        return BUILT_IN[path]
    root, dot, _rest = path.partition(".")
    declared = variables.get(root)
    return declared.type if declared is not None and not dot else "text"


def raw(value: Value) -> str:
    """A value as a machine takes it."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value) if isinstance(value, int | float) else json.dumps(value, ensure_ascii=False)


def raw_shown(place: Placeholder, value: Value) -> str:
    """What stands in a URL or a body for a value; of the filters only those that keep it raw."""
    written = raw(value)
    for each in place.filters:
        if each.name == "default" and written == "":
            written = raw(each.literal)
        elif each.name in ("upcase", "downcase", "capitalize"):
            written = {"upcase": str.upper, "downcase": str.lower, "capitalize": str.capitalize}[
                each.name
            ](written)
        elif each.name == "truncate":
            written = _truncated(written, each.literal)
    return written


def look_up(path: str, values: Mapping[str, Value]) -> Value:
    """The value at a path of names and list positions, or nothing."""
    if path in values:
        return values[path]
    root, _dot, rest = path.partition(".")
    found: Value = values.get(root)
    for step in rest.split(".") if rest else ():
        if isinstance(found, Mapping):
            found = found.get(step)
        elif isinstance(found, list) and step.isdigit() and int(step) < len(found):
            found = found[int(step)]
        else:
            return None
    return found


def _truncated(written: str, length: object) -> str:
    """Liquid's truncate: the ellipsis counts."""
    limit = length if isinstance(length, int) else 50
    return written if len(written) <= limit else written[: max(limit - 3, 0)] + "..."


def _as_number(value: Value) -> int | float | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return value
    if isinstance(value, str) and re.fullmatch(r"-?\d+(\.\d+)?", value):
        return float(value) if "." in value else int(value)
    return None


def write_number(value: int | float, language: str) -> str:
    """A number with the language's separators: 1.250,5 in Indonesian, 1,250.5 in English."""
    number = int(value) if isinstance(value, float) and value.is_integer() else value
    return _separated(f"{number:,}", language)


def write_money(value: int | float, currency: str, language: str) -> str:
    """An amount of money: `Rp1.250.000` in Indonesian, `Rp1,250,000` in English."""
    sign = CURRENCY_SIGNS.get(currency, f"{currency} ")
    digits = 0 if currency in _WITHOUT_CENTS or float(value).is_integer() else 2
    minus = "-" if round(value, digits) < 0 else ""
    return minus + sign + _separated(f"{abs(value):,.{digits}f}", language)


def _separated(english: str, language: str) -> str:
    return english.translate(_INDONESIAN_MARKS) if language == "id" else english


_INDONESIAN_MARKS = str.maketrans(",.", ".,")


def write_date(iso: str, language: str, pattern: object = None) -> str:
    """A date in words, `24 November 2026`, or by a strftime pattern as Liquid has it."""
    try:
        moment = datetime.fromisoformat(iso)
    except ValueError:
        return iso
    if isinstance(pattern, str):
        return moment.strftime(pattern)
    from babel.dates import format_date  # heavy: it reads the language's data

    return format_date(moment.date(), "d MMMM y", locale=date_language(language))


def is_iso_date(written: str) -> bool:
    """Whether a string is a date as values keep it."""
    try:
        date.fromisoformat(written)
    except ValueError:
        return False
    return True


def is_iso_time(written: str) -> bool:
    """Whether a string is a time of day as values keep it."""
    try:
        time.fromisoformat(written)
    except ValueError:
        return False
    return True
