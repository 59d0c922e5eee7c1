"""What the words of a block tell customers of the bot and of their rights."""

from collections.abc import Iterable, Mapping, Sequence

from flowdesigner.checks.vocabulary.consent import mentions_stop, says_bot
from flowdesigner.model.fields import Kind
from flowdesigner.model.part import Text
from flowdesigner.model.walk import Spot

_BOT_SIGNS = ("bot", "otomat", "automat", "asisten", "virtual", "digital", "ai ")
_STOP_SIGNS = ("stop", "setop", "berhenti", "unsub", "opt")


def tells_bot(said: Sequence[Text]) -> bool:
    """Whether it says in each of its languages that no person is writing."""
    languages = {language for text in said for language in text}
    return bool(languages) and all(
        any(_with(_BOT_SIGNS, text.get(language, "")) and says_bot(text[language]) for text in said)
        for language in languages
    )


def links_to_stop(said: Iterable[Text], spots: Mapping[Kind, tuple[Spot, ...]]) -> bool:
    """Whether a web page on which customers get no more offers is told."""
    words = [each for text in said for each in text.values()]
    lines = [str(spot.value) for kind in (Kind.URL, Kind.LINE) for spot in spots.get(kind, ())]
    stop = any(_with(_STOP_SIGNS, each) and mentions_stop(each) for each in (*words, *lines))
    return stop and any("://" in each for each in (*words, *lines))


def _with(signs: tuple[str, ...], words: str) -> bool:
    plain = words.casefold()
    return any(sign in plain for sign in signs)
