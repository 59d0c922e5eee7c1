"""What blocks say as Rasa responses: one variation per language and channel."""

from collections.abc import Callable

from msgspec import Struct, field

from flowdesigner.formats.native.tree import Plain, Word
from flowdesigner.formats.rasa.names import Free
from flowdesigner.formats.spoken import Speak, messages_in, whole_text
from flowdesigner.model.outgoing import Rendered
from flowdesigner.model.project import Project
from flowdesigner.model.template import Placeholder, parse_template

NOT_A_NAME = frozenset(
    {"text", "image", "custom", "buttons", "elements", "quick_replies", "attachment", "template"}
    | {"response", "json_message", "utter_action", "tracker", "output_channel", "channel", "self"}
    | {"rows"}
)
"""Words that Rasa's own functions take as arguments."""


class Values(Struct):
    """The `{placeholders}` of a block's responses, and where their values come from."""

    sources: dict[str, str] = field(default_factory=dict)
    in_addresses: dict[str, str] = field(default_factory=dict)
    """The same for those in web addresses, where values are percent-encoded."""
    names: Free = field(default_factory=lambda: Free(set(NOT_A_NAME)))

    def text(self, written: str, language: str) -> str:
        """A text of ours as a text of a response."""
        return self._filled(written, self.sources, "")

    def address(self, written: str, language: str) -> str:
        """A web address of ours as a part of a response."""
        return self._filled(written, self.in_addresses, "_in_address")

    def attributes(self) -> dict[str, object]:
        """What the class of the action needs to fill the responses in."""
        found: dict[str, object] = {}
        if self.sources:
            found["values"] = self.sources
        if self.in_addresses:
            found["in_addresses"] = self.in_addresses
        return found

    def _filled(self, written: str, kept: dict[str, str], ending: str) -> str:
        return "".join(
            self._plain(part) if isinstance(part, str) else self._value(part, written, kept, ending)
            for part in parse_template(written)
        )

    def _value(self, place: Placeholder, written: str, kept: dict[str, str], ending: str) -> str:
        wanted = place.path.replace(".", "_") + ending
        return self._placeholder(written[place.start : place.end], wanted, kept)

    def _placeholder(self, source: str, wanted: str, kept: dict[str, str]) -> str:
        """The placeholder that stands for a source, the same for the same one."""
        name = next((name for name, known in kept.items() if known == source), None)
        if name is None:
            name = self.names.name(wanted)
            kept[name] = source
        return f"{{{name}}}"

    def _plain(self, words: str) -> str:
        """Words as they are; Rasa has no other way to say a brace."""
        return "".join(
            self._placeholder(each, _BRACES[each], self.sources) if each in _BRACES else each
            for each in words
        )


_BRACES = {"{": "open_brace", "}": "close_brace"}


class Speaker(Struct, frozen=True):
    """Writes responses for one project."""

    project: Project
    payload: Callable[[str], str] = str
    """The intent that an option stands for when its button is tapped."""
    elsewhere: str = ""
    """The channel it goes to when not to the conversation's own: a connector has to send it."""

    def responses(self, speak: Speak, to: Values) -> list[Plain]:
        """Every variation of what a block says; a channel has its own where it differs."""
        if self.elsewhere:
            there = self._in_languages(speak, to, self.elsewhere)
            return [self._variation(language, None, said) for language, said in there.items()]
        channels = self.project.channels or ("",)
        usual = self._in_languages(speak, to, channels[0])
        variations = [self._variation(language, None, said) for language, said in usual.items()]
        for channel in channels[1:]:
            own = self._in_languages(speak, to, channel)
            if own != usual:
                variations += [
                    self._variation(language, channel, said) for language, said in own.items()
                ]
        return list(variations)

    def _in_languages(
        self, speak: Speak, to: Values, channel: str
    ) -> dict[str, tuple[Rendered, ...]]:
        return {
            language: messages_in(self.project, channel, language, speak, to)
            for language in self.project.facts.languages
        }

    def _variation(
        self, language: str, channel: str | None, messages: tuple[Rendered, ...]
    ) -> dict[str, Plain]:
        found = self._message(messages)
        if self.elsewhere:
            found = {"custom": {"send_on": Word(self.elsewhere), **found}}
        if channel is not None:
            found["channel"] = Word(channel)
        if language != self.project.base_language:
            found["condition"] = [
                {"type": Word("slot"), "name": Word("language"), "value": Word(language)}
            ]
        return found

    def _message(self, messages: tuple[Rendered, ...]) -> dict[str, Plain]:
        """A response of Rasa holds a text, buttons and a picture or file."""
        found: dict[str, Plain] = {"text": whole_text(messages)}
        buttons: list[Plain] = []
        for each in messages:
            if each.options and each.shape != "numbered":
                buttons += (
                    {"title": option.label, "payload": f"/{self.payload(option.id)}"}
                    for option in each.options
                )
                found["buttons"] = buttons
            if each.media is not None and each.media.kind == "image":
                found["image"] = each.media.url
            elif each.media is not None:
                kind, url = each.media.kind, each.media.url
                found["attachment"] = {"type": Word(kind), "payload": {"src": url}}
        return found
