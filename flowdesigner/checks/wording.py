"""The words that messages of several rules share."""

from flowdesigner.model.channel import Channel
from flowdesigner.model.fields import Field
from flowdesigner.texts import N_, Message

_LANGUAGES = {
    "en": N_("English"),
    "id": N_("Indonesian"),
    "jv": N_("Javanese"),
    "ms": N_("Malay"),
    "su": N_("Sundanese"),
    "zh": N_("Chinese"),
}


def language_name(code: str) -> Message:
    """What a language is called; its code where we have no word for it."""
    return Message(_LANGUAGES.get(code, code))


def channel_name(channel: Channel) -> Message:
    """What a channel is called."""
    return Message(channel.title)


def field_name(field: Field) -> Message:
    """What the form calls a field."""
    return Message(field.label)


def shortened(words: str) -> str:
    """The beginning of a text, on one line."""
    line = " ".join(words.split())
    return line if len(line) <= _MOST_SHOWN else f"{line[: _MOST_SHOWN - 1]}…"


_MOST_SHOWN = 40
