"""What blocks say on a channel in a language, with a format's own placeholders for values."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Protocol

from flowdesigner.channels import BY_ID
from flowdesigner.model.outgoing import Outgoing, Rendered
from flowdesigner.model.project import Project
from flowdesigner.model.run import Run

Speak = Callable[[Run], Outgoing]
"""What a block says to a customer."""

_NOWHEN = datetime(2026, 1, 1)


class Filler(Protocol):
    """Writes texts of ours in a format's way."""

    def text(self, written: str, language: str) -> str:
        """A text for the customer."""

    def address(self, written: str, language: str) -> str:
        """A web address."""


class Writing(Run, frozen=True, kw_only=True):
    """A run in which texts are not filled in but written in a format's way."""

    filler: Filler

    def filled(self, text: str) -> str:
        """The text with the format's placeholders."""
        return self.filler.text(text, self.language)

    def raw_url(self, url: str) -> str:
        """The address with the format's placeholders."""
        return self.filler.address(url, self.language)


def messages_in(
    project: Project, channel: str, language: str, speak: Speak, filler: Filler
) -> tuple[Rendered, ...]:
    """The messages that a channel makes of what a block says in a language."""
    facts = project.facts
    run = Writing(facts=facts, channel=channel, language=language, now=_NOWHEN, filler=filler)
    outgoing = speak(run)
    if channel in BY_ID:
        return BY_ID[channel].rendered(outgoing, facts)
    return (Rendered(shape="text", text=outgoing.text, options=outgoing.options),)


def whole_text(messages: Iterable[Rendered]) -> str:
    """All the words of messages as one text, each once, a link with its address."""
    return "\n".join(dict.fromkeys(filter(None, map(_text, messages))))


def _text(message: Rendered) -> str:
    link = message.link
    address = " ".join(filter(None, (link.label, link.url))) if link is not None else ""
    return "\n".join(filter(None, (message.text, message.footer, address)))
