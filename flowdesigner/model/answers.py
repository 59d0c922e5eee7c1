"""Answers as customers type them, read in their language into values."""

import re
from collections.abc import Callable, Mapping
from datetime import date, time
from functools import cache
from math import isfinite
from typing import Literal

from flowdesigner.model.locales import date_language
from flowdesigner.model.values import CURRENCY_SIGNS, Value

AnswerKind = Literal[
    "text", "number", "date", "time", "phone", "email", "location", "media", "rating"
]

_SIGNS = "|".join(map(re.escape, (*CURRENCY_SIGNS.values(), *CURRENCY_SIGNS)))
_SIGN_BEFORE = re.compile(rf"(?:{_SIGNS})\.?", re.IGNORECASE)
_SIGN_AFTER = re.compile(rf"(?:{_SIGNS})\Z", re.IGNORECASE)
_EMAIL = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+\.[^@\s,;<>.]{2,}")
_TIME = re.compile(r"(?:pukul |jam |at )?(\d{1,2})(?:[.:](\d{2}))?\s*(am|pm|a\.m\.|p\.m\.)?")
_DATE = re.compile(r"(\d{1,2})[-/. ]\s*(\d{1,2}|[^\W\d_]+)\.?(?:[-/., ]\s*(\d{4}))?")


def read_number(written: str, language: str) -> int | float | None:
    """A number as the language writes it: 1.250,5 in Indonesian, 1,250.5 in English."""
    plain = written.strip().replace("\u00a0", " ")
    group, point = (".", ",") if language == "id" else (",", ".")
    grouped = rf"[+-]?\d{{1,3}}(?:{re.escape(group)}\d{{3}})+(?:{re.escape(point)}\d+)?"
    if re.fullmatch(grouped, plain):
        plain = plain.replace(group, "").replace(point, ".")
    elif re.fullmatch(rf"[+-]?\d+(?:{re.escape(point)}\d+)?", plain):
        plain = plain.replace(point, ".")
    elif not re.fullmatch(r"[+-]?\d+\.\d{1,2}", plain):
        return None
    number = float(plain)
    if not isfinite(number):
        return None
    return int(number) if number.is_integer() and "." not in plain else number


def read_money(written: str, language: str) -> int | float | None:
    """An amount, its currency's sign or code before or after it left out."""
    plain = written.strip()
    minus, plain = ("-", plain[1:].lstrip()) if plain.startswith("-") else ("", plain)
    if sign := _SIGN_BEFORE.match(plain):
        plain = plain[sign.end() :].lstrip()
    return read_number(minus + _SIGN_AFTER.sub("", plain), language)


def read_date(written: str, language: str, today: date) -> str | None:
    """A date as an ISO string; day before month, the year may be left out."""
    plain = written.strip().casefold()
    try:
        return date.fromisoformat(plain).isoformat()
    except ValueError:
        pass
    match = _DATE.fullmatch(plain)
    month = match and _month(match[2], language)
    if not match or not month:
        return None
    try:
        found = date(int(match[3] or today.year), month, int(match[1]))
        if match[3] is None and found < today:
            found = found.replace(year=found.year + 1)
    except ValueError:
        return None
    return found.isoformat()


def _month(word: str, language: str) -> int | None:
    if word.isdigit():
        return int(word)
    return next((number for name, number in _months(language).items() if name == word), None)


@cache
def _months(language: str) -> Mapping[str, int]:
    from babel import Locale  # heavy: it reads the language's data

    names: dict[str, int] = {}
    for code in (date_language(language), "en", "id"):
        for width in ("wide", "abbreviated"):
            for number, name in Locale.parse(code).months["format"][width].items():
                names.setdefault(name.casefold().rstrip("."), number)
    return names


def read_time(written: str) -> str | None:
    """A time of day as `09:30`; a bare hour counts."""
    match = _TIME.fullmatch(written.strip().casefold())
    if not match:
        return None
    hour, minute, half = int(match[1]), int(match[2] or 0), (match[3] or "").replace(".", "")
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    try:
        return time(hour, minute).isoformat("minutes")
    except ValueError:
        return None


def read_phone(written: str, region: str = "ID") -> str | None:
    """A phone number in E.164 form; without a country code it is one of the region."""
    import phonenumbers  # heavy: it holds the numbering plans of the world

    try:
        number = phonenumbers.parse(written, region)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def read_email(written: str) -> str | None:
    """An email address."""
    plain = written.strip()
    return plain if _EMAIL.fullmatch(plain) else None


def read_typed(kind: str, written: str, language: str, today: date) -> Value:
    """What a customer typed as a value of a kind; nothing when it is not one."""
    readers: Mapping[str, Callable[[], Value]] = {
        "text": lambda: written.strip() or None,
        "number": lambda: read_number(written, language),
        "rating": lambda: read_number(written, language),
        "money": lambda: read_money(written, language),
        "date": lambda: read_date(written, language, today),
        "time": lambda: read_time(written),
        "phone": lambda: read_phone(written),
        "email": lambda: read_email(written),
    }
    reader = readers.get(kind)
    return reader() if reader else None
