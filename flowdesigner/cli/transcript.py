"""A conversation on the terminal and as JSON."""

from collections.abc import Iterator, Mapping, Sequence

from flowdesigner.cli.output import say
from flowdesigner.model.outgoing import Rendered
from flowdesigner.simulate.entry import Entry, Who
from flowdesigner.texts import N_, english, translate

_NAMES: Mapping[Who, str] = {
    "bot": N_("bot"),
    "customer": N_("customer"),
    "agent": N_("colleague"),
    "system": "--",
}
_INDENT = " " * 19


def tell(entries: Sequence[Entry]) -> None:
    """Some lines of a conversation, for a person."""
    for each in entries:
        name = translate(_NAMES[each.who])
        for message in messages_of(each):
            first, *rest = message.split("\n")
            say(f"{each.at:%a %H:%M}  {name:8} {first}")
            for line in rest:
                say(f"{_INDENT}{line}")
        if each.who == "bot":
            for number, option in enumerate(each.offered, start=1):
                if not any(message.shape == "numbered" for message in each.messages):
                    say(f"{_INDENT}[{number}] {option.label}  ({option.id})")


def messages_of(entry: Entry) -> Sequence[str]:
    """What was said, as the channel has it: one text a message."""
    if entry.who != "bot":
        return (entry.shown(),)
    told = []
    for each in entry.messages:
        told.append("\n".join(filter(None, _lines_of(each))))
    return told


def _lines_of(sent: Rendered) -> Iterator[str]:
    """A message from top to bottom; what can be tapped and is no answer stands in brackets."""
    yield sent.subject
    yield sent.preheader
    yield sent.header
    yield f"[{sent.media.kind}: {sent.media.url}]" if sent.media else ""
    yield sent.text
    yield f"[{sent.link.label}: {sent.link.url}]" if sent.link else ""
    for each in sent.actions:
        yield f"[{each.label}: {each.value}]" if each.value else f"[{each.label}]"
    yield sent.footer


def step_data(entry: Entry) -> dict[str, object]:
    """One line of a conversation, for a machine; system lines in English."""
    return {
        "at": entry.at.isoformat(),
        "from": entry.who,
        "block": ".".join(entry.block) if entry.block else None,
        "text": english(entry.note) if entry.note is not None else entry.text,
        "options": [{"id": each.id, "label": each.label} for each in entry.options],
    }
