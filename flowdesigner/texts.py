"""Words for people: gettext in every layer, chosen language kept here.

English is the key of every text. A thing that will be shown later (an issue, a step's name,
an error) is kept as a `Message`, key and parameters, and worded only when it is shown, so that a
change of language re-words it.
"""

import gettext
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from msgspec import Struct, field

LANGUAGES = ("en", "id")
"""The languages the program speaks, English first."""

_PLACEHOLDER = re.compile(r"\{(\w+)\}")


def N_(msgid: str) -> str:  # noqa: N802 - gettext's own name for a marked text
    """Mark a text for translation where it is declared; it is translated where it is shown."""
    return msgid


class Message(Struct, frozen=True):
    """A text to be shown later: its English key and what goes into its `{placeholders}`."""

    msgid: str
    params: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return translate(self.msgid, **self.params)


def message(msgid: str, **params: object) -> Message:
    """A text to be shown later."""
    return Message(msgid, params)


class _Speech:
    """The language in use; one per process, as in any gettext program."""

    language = "en"
    catalogue: gettext.NullTranslations = gettext.NullTranslations()


def set_language(language: str) -> None:
    """Speak this language from now on; an unknown one means English."""
    _Speech.language = language if language in LANGUAGES else "en"
    _Speech.catalogue = _load(_Speech.language)


def current_language() -> str:
    """The language in use."""
    return _Speech.language


@cache
def _load(language: str) -> gettext.NullTranslations:
    compiled = files("flowdesigner") / "locale" / language / "LC_MESSAGES" / "flowdesigner.mo"
    if language == "en" or not compiled.is_file():
        return gettext.NullTranslations()
    with compiled.open("rb") as stream:
        return gettext.GNUTranslations(stream)


def translate(msgid: str, /, **params: object) -> str:
    """The text in the language in use, its `{placeholders}` filled in."""
    return _fill(_Speech.catalogue.gettext(msgid) if msgid else "", params)


def translate_into(language: str, msgid: str) -> str:
    """The text in a language that need not be the one in use."""
    return _load(language).gettext(msgid) if msgid else ""


def ntranslate(singular: str, plural: str, n: int, /, **params: object) -> str:
    """The text for so many things, with `{n}` and the other placeholders filled in."""
    return _fill(_Speech.catalogue.ngettext(singular, plural, n), {"n": n, **params})


def english(text: Message) -> str:
    """The text in English whatever language is in use; for machine-readable output."""
    params = {
        key: english(value) if isinstance(value, Message) else value
        for key, value in text.params.items()
    }
    return _fill(text.msgid, params)


def _fill(pattern: str, params: Mapping[str, object]) -> str:
    return _PLACEHOLDER.sub(lambda hit: str(params.get(hit[1], hit[0])), pattern)
