"""What the words of a block tell customers of the bot and of their rights."""

from collections.abc import Mapping, Sequence

from flowdesigner.checks.vocabulary.consent import mentions_stop, says_bot
from flowdesigner.model.fields import Kind
from flowdesigner.model.part import Text
from flowdesigner.model.walk import Spot

_BOT_SIGNS = ("bot", "otomat", "automat", "asisten", "virtual", "digital", "ai ")
_STOP_SIGNS = ("stop", "setop", "berhenti", "unsub", "opt")
_ADDRESSES = (Kind.URL, Kind.LINE)


def tells_bot(said: Sequence[Text]) -> bool:
    """Whether it says in each of its languages that no person is writing."""
    languages = {language for text in said for language in text}
    return bool(languages) and all(
        any(_with(_BOT_SIGNS, text.get(language, "")) and says_bot(text[language]) for text in said)
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
    return _with(_STOP_SIGNS, words) and mentions_stop(words)


def _with(signs: tuple[str, ...], words: str) -> bool:
    plain = words.casefold()
    return any(sign in plain for sign in signs)
