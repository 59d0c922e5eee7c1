"""The parts of a FLOIP container, as the runner 1.0.11 takes them."""

from collections.abc import Callable, Iterable, Mapping
from uuid import UUID, uuid5

from msgspec import Struct, field

from flowdesigner.formats.floip.conditions import MODES
from flowdesigner.formats.spoken import Filler, Speak, messages_in, whole_text
from flowdesigner.model.outgoing import Rendered
from flowdesigner.model.project import Project

Data = dict[str, object]

Written = Callable[[str, str], tuple[Rendered, ...]]
"""What is heard on a channel in a language."""

OURS = UUID("6b0f2c1e-6f0a-5d0e-9a54-8f1d0c7b2a11")
"""Where the ids of all containers of Flow Designer begin; never to be changed."""

ISO_639_3: Mapping[str, str] = {
    "id": "ind", "en": "eng", "jv": "jav", "su": "sun", "ms": "msa", "zh": "zho", "ar": "ara",
    "es": "spa", "fr": "fra", "pt": "por", "hi": "hin", "th": "tha", "vi": "vie", "tl": "tgl",
    "de": "deu", "nl": "nld", "ja": "jpn", "ko": "kor",
}  # fmt: skip
"""Codes of languages; `mis` stands for one that has none."""


def mode(channel: str) -> str:
    """What FLOIP calls a channel."""
    return MODES.get(channel, "TEXT")


class Container(Struct):
    """A container being filled: ids, and the resources its blocks refer to."""

    project: Project
    filler: Filler
    resources: dict[str, Data] = field(default_factory=dict)

    def id(self, *names: str) -> str:
        """The id of a thing: the same in every export."""
        return str(uuid5(uuid5(OURS, self.project.id or ""), "/".join(names)))

    def prompt(self, names: tuple[str, ...], speak: Speak) -> str:
        """The resource of what a block says, by language and channel."""
        return self._resource(
            names,
            lambda channel, language: messages_in(
                self.project, channel, language, speak, self.filler
            ),
        )

    def label(self, names: tuple[str, ...], words: Mapping[str, str] | None) -> str:
        """The resource of a text that is the same on every channel."""
        facts = self.project.facts

        def written(_channel: str, language: str) -> tuple[Rendered, ...]:
            spoken = self.filler.text(facts.in_language(words, language), language)
            return (Rendered(shape="text", text=spoken),)

        return self._resource(names, written)

    def _resource(self, names: tuple[str, ...], written: Written) -> str:
        id = self.id(*names)
        values: list[Data] = []
        for language in self.project.facts.languages:
            by_words: dict[tuple[tuple[str, str], ...], list[str]] = {}
            for channel in self.project.channels or ("",):
                said = tuple(_contents(written(channel, language)))
                by_words.setdefault(said, []).append(mode(channel))
            for said, modes in by_words.items():
                values += (
                    {"language_id": language, "content_type": kind, "modes": modes, "value": value}
                    for kind, value in said
                )
        self.resources[id] = {"uuid": id, "values": values}
        return id


def _contents(messages: Iterable[Rendered]) -> Iterable[tuple[str, str]]:
    messages = tuple(messages)
    yield "TEXT", whole_text(messages)
    for each in messages:
        if each.media is not None:
            kind = each.media.kind
            yield (kind.upper() if kind != "document" else "DATA"), each.media.url
