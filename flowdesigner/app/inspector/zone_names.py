"""Time zones in a person's words: a city, its country, and how far its clock is from UTC."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from flowdesigner.model.locales import date_language

_NEAR = {
    "Asia/Jakarta": "Jakarta (WIB)",
    "Asia/Pontianak": "Pontianak (WIB)",
    "Asia/Makassar": "Makassar (WITA)",
    "Asia/Jayapura": "Jayapura (WIT)",
}
"""The zones of Indonesia under the names its people use."""

_WINTER_AND_SUMMER = (datetime(2026, 1, 1), datetime(2026, 7, 1))


@cache
def zone_names(language: str) -> Mapping[str, str]:
    """The cities of the world by the names of their zones, those of Indonesia first."""
    near = {zone: f"{name} · {_offset(zone)}" for zone, name in _NEAR.items()}
    others = {zone: f"{name} · {_offset(zone)}" for zone, name in _places(language)}
    return near | dict(sorted(others.items(), key=lambda each: each[1].casefold()))


@cache
def zones_meant(language: str) -> Mapping[str, str]:
    """The zones by everything that surely means one of them, in small letters."""
    names = zone_names(language)
    many = Counter(map(_city, names.values()))
    cities = {_city(name): zone for zone, name in names.items() if many[_city(name)] == 1}
    own = {zone.casefold(): zone for zone in available_timezones()}
    places = {name.partition(" · ")[0].casefold(): zone for zone, name in names.items()}
    return own | cities | places | {name.casefold(): zone for zone, name in names.items()}


def zone_name(zone: str, language: str) -> str:
    """What to call a zone; one that nobody offers by its own name."""
    return zone_names(language).get(zone, zone)


def _city(name: str) -> str:
    return name.partition(" · ")[0].partition(",")[0].partition(" (")[0].casefold()


def _places(language: str) -> Iterator[tuple[str, str]]:
    """The zones outside Indonesia, each with its city and country."""
    from babel import Locale  # heavy: it reads the language's data
    from babel.core import get_global

    locale, known = Locale.parse(date_language(language)), available_timezones()
    for zone, territory in get_global("zone_territories").items():
        if zone not in known or zone in _NEAR or zone.startswith("Etc/"):
            continue
        told = locale.time_zones.get(zone, {}).get("city")
        city = told or zone.rpartition("/")[2].replace("_", " ")
        country = locale.territories.get(territory, "")
        yield zone, city if country in ("", city) else f"{city}, {country}"


def _offset(zone: str) -> str:
    """How far the clock is from UTC, in winter and in summer when that differs."""
    info = ZoneInfo(zone)
    offsets = {at.replace(tzinfo=info).utcoffset() for at in _WINTER_AND_SUMMER}
    minutes = sorted(int(each.total_seconds()) // 60 for each in offsets if each is not None)
    return "UTC" + "/".join(map(_hours, minutes))


def _hours(minutes: int) -> str:
    hours, rest = divmod(abs(minutes), 60)
    return f"{'-' if minutes < 0 else '+'}{hours}" + (f":{rest:02}" if rest else "")
