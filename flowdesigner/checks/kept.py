"""What has to be known of a block only because of what the author promises."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from msgspec import Struct

from flowdesigner.model.block import Block, Exit
from flowdesigner.model.condition import Condition
from flowdesigner.model.fields import Kind
from flowdesigner.model.place import value_at
from flowdesigner.model.settings import Settings
from flowdesigner.model.walk import Path, Spot

Spots = Mapping[Kind, tuple[Spot, ...]]
Names = frozenset[str]

_NONE: Names = frozenset()
_URL = re.compile(r"https?://((?:\{\{.*?\}\}|[^\s/?#{])*)((?:\{\{.*?\}\}|[^\s{])*)", re.I)
_SENT_ALONG = (Kind.URL, Kind.MAPPING, Kind.DATA)


class Kept(Struct, frozen=True, kw_only=True):
    """What a block does to a promise."""

    told: Names = _NONE
    """The flows whose keywords stand in its words."""
    lacks: Mapping[str, Names] = {}
    """Per exit, the variables that surely have no value then."""
    hands: Mapping[str, Names] = {}
    """Per host that gets nothing personal, the variables that it gets."""
    copies: Mapping[str, Names] = {}
    """The variables it writes, and those that their values are made of."""


_NOTHING = Kept()


def kept_of(block: Block, spots: Spots, ways: tuple[Exit, ...], settings: Settings) -> Kept | None:
    """Nothing, as long as nothing is promised."""
    if not settings.promises:
        return None
    promises = {each.promise for each in settings.promises}
    hosts = [each.host.strip().casefold() for each in settings.promises if each.host]
    found = Kept(
        told=frozenset(_told(block, settings)) if "person" in promises else _NONE,
        lacks=_lacks(spots, ways) if "no_question_twice" in promises else {},
        hands={host: names for host in hosts if (names := frozenset(_hands(block, spots, host)))},
        copies=_copies(block, spots) if hosts else {},
    )
    return found if found != _NOTHING else _NOTHING


def _told(block: Block, settings: Settings) -> Iterator[str]:
    texts = [words for spot in block.texts for words in spot.text.values()]
    for keyword in settings.keywords or () if texts else ():
        listed = tuple(word for words in (keyword.words or {}).values() for word in words if word)
        if keyword.flow and listed and any(map(_any_of(listed).search, texts)):
            yield keyword.flow


@cache
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """Finds one of some words, standing by itself."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)", re.I)


# ------------------------------------------------------------------------- what is not there


def _lacks(spots: Spots, ways: tuple[Exit, ...]) -> Mapping[str, Names]:
    """As `guards_of` tells what is there."""
    refused, found = _NONE, dict[str, Names]()
    for spot in spots.get(Kind.CONDITION, ()):
        if isinstance(spot.value, Condition):
            found[str(getattr(spot.owner, "id", ""))] = refused | _unset(spot.value, True)
            refused |= _unset(spot.value, False)
    told = {way.id: found.get(way.id, refused) for way in ways} if found else {}
    return {exit: names for exit, names in told.items() if names}


def _unset(condition: Condition, outcome: bool) -> Names:
    """The variables that surely have no value when a condition has come out so."""
    if condition.negated is not None:
        return _unset(condition.negated, not outcome)
    group = condition.all if condition.all is not None else condition.any
    if group is None:
        missing = condition.op == "is_set" and not outcome and condition.variable
        return frozenset({condition.variable}) if missing and condition.variable else _NONE
    sides = [_unset(each, outcome) for each in group]
    every = (condition.all is not None) is outcome
    if not sides:
        return _NONE
    return _NONE.union(*sides) if every else sides[0].intersection(*sides[1:])


# ------------------------------------------------------------------------- what goes where


def is_of(address: str, host: str) -> bool:
    """Whether a machine is a host or belongs to it; the beginning may not be known yet."""
    name = address.rpartition("@")[2].partition(":")[0].casefold()
    _before, filled, rest = name.rpartition("}}")
    if filled:
        return bool(rest) and f".{host}".endswith(rest)
    return name == host or name.endswith(f".{host}")


def _hands(block: Block, spots: Spots, host: str) -> Iterator[str]:
    """What stands in an address of the host, and what goes along with a request to it."""
    along = [
        spot.path[:-1]
        for spot in spots.get(Kind.URL, ())
        if (found := _URL.match(str(spot.value))) and is_of(found[1], host)
    ]
    sent = {(*path, name) for path in along for name in _names_along(spots, path)}
    for reading in block.readings:
        if any(reading.path[: len(each)] == each for each in sent):
            yield reading.variable
            continue
        words = value_at(block, reading.path)
        for at, to in _URL.findall(words) if isinstance(words, str) else ():
            if is_of(at, host) and reading.variable in at + to:
                yield reading.variable


def _names_along(spots: Spots, path: Path) -> Iterator[str]:
    for kind in _SENT_ALONG:
        for spot in spots.get(kind, ()):
            if spot.path[:-1] == path:
                yield str(spot.path[-1])


def _copies(block: Block, spots: Spots) -> Mapping[str, Names]:
    given = [
        (str(name), (*spot.path, str(name)))
        for spot in spots.get(Kind.GIVE, ())
        if isinstance(spot.value, dict)
        for name in spot.value
    ]
    changed = [(name, path[:-1]) for name, path in block.writings if len(path) > 2]
    made = ((name, _read_within(block, path)) for name, path in (*given, *changed))
    return {name: reads for name, reads in made if reads}


def _read_within(block: Block, path: Path) -> Names:
    within: Iterable[str] = (
        each.variable for each in block.readings if each.path[: len(path)] == path
    )
    return frozenset(within)
