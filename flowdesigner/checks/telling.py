"""What the words of a block tell customers of the bot and of their rights."""

import re
from collections.abc import Mapping, Sequence

from flowdesigner.checks.vocabulary.consent import mentions_stop, says_bot
from flowdesigner.model.fields import Kind
from flowdesigner.model.part import Text
from flowdesigner.model.walk import Spot

# Quick looks that most words do not stand.
_BOT_SIGNS = re.compile("bot|otomat|automat|asisten|virtual|digital|ai ", re.I)
_STOP_SIGNS = re.compile("stop|setop|berhenti|unsub|opt", re.I)
_ADDRESSES = (Kind.URL, Kind.LINE)


def tells_bot(said: Sequence[Text]) -> bool:
    """Whether it says in each of its languages that no person is writing."""
    languages = {language for text in said for language in text}
    return bool(languages) and all(
        any(_BOT_SIGNS.search(text.get(language, "")) and says_bot(text[language]) for text in said)
        for language in languages
    )


def links_to_stop(spots: Mapping[Kind, tuple[Spot, ...]]) -> bool:
    """Whether a web page on which customers get no more offers is told."""
    pages = [spot for kind in _ADDRESSES for spot in spots.get(kind, ()) if _is_page(spot.value)]
    if any(_stops(str(spot.value)) for spot in pages):
        return True
    owners = {spot.path[:-1] for spot in pages}
    return any(
        _stops(words) and ("://" in words or (kind is Kind.LABEL and spot.path[:-1] in owners))
        for kind in (Kind.TEXT, Kind.LABEL)
        for spot in spots.get(kind, ())
        if isinstance(spot.value, dict)
        for words in spot.value.values()
    )


def _is_page(value: object) -> bool:
    return isinstance(value, str) and "://" in value


def _stops(words: str) -> bool:
    return _STOP_SIGNS.search(words) is not None and mentions_stop(words)
