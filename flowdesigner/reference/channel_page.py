"""The page of a channel: what it can do, how messages look on it, and what bounds it."""

from collections.abc import Iterator, Mapping

from flowdesigner.blocks import BLOCK_TYPES
from flowdesigner.checks.rules import RULES
from flowdesigner.model.channel import Channel, Limit
from flowdesigner.model.media import Variant
from flowdesigner.model.outgoing import Approved, Outgoing, Reply, SentLink, SentMedia
from flowdesigner.reference.check_page import severity_of
from flowdesigner.reference.drawing import changed, drawn
from flowdesigner.reference.fields import labels_of
from flowdesigner.reference.markdown import bullets, heading, joined, link, plain, table
from flowdesigner.texts import N_, translate

ABILITIES: Mapping[str, str] = {
    "buttons": N_("Answers that are tapped"),
    "list": N_("A list that opens"),
    "media": N_("Pictures and other files"),
    "link": N_("A button that opens a page"),
    "typed": N_("Typed text"),
    "two_way": N_("Customers can always answer"),
    "subject": N_("A subject"),
}
_UNITS: Mapping[str, str] = {
    "characters": N_("characters"),
    "options": N_("answers"),
    "units": N_("parts"),
    "megabytes": "MB",
    "kilobytes": "kB",
    "hours": N_("hours"),
}
_LIMIT_HEADS = (
    N_("What"), N_("Most"), N_("Weight"), N_("Source"), N_("Since"), N_("Looked up"),
)  # fmt: skip
_REACHED: Mapping[str, str] = {
    "phone": N_("A customer is reached by a phone number."),
    "email": N_("A customer is reached by an email address."),
}


def page(channel: Channel) -> str:
    """The page of a channel."""
    limits = (*channel.limits.values(), *channel.other_limits.values())
    return joined(
        f"# {channel.title}",
        heading(N_("What it can and cannot do")),
        table((N_("What"), N_("On this channel")), _abilities(channel)),
        bullets(_facts(channel)),
        heading(N_("How messages look")),
        table((N_("What is said"), N_("What the customer gets")), _messages(channel)),
        heading(N_("Limits")),
        table(_LIMIT_HEADS, map(_limit, limits)),
        heading(N_("What is checked")),
        bullets(_checks(channel)),
    )


def _abilities(channel: Channel) -> Iterator[tuple[str, str]]:
    for ability, title in ABILITIES.items():
        yield translate(title), translate(N_("yes") if ability in channel.can else N_("no"))


def _facts(channel: Channel) -> Iterator[str]:
    if channel.reached_by:
        yield translate(_REACHED[channel.reached_by])
    if channel.marks:
        yield translate(N_("Words between stars are bold, between low lines slanted."))
    if channel.alphabet is not None:
        yield translate(
            N_("A part holds {room} standard letters, or {other} as soon as there is another one."),
            room=channel.alphabet.room, other=channel.alphabet.other_room,
        )  # fmt: skip
    if channel.unsaid:
        labels = labels_of(*BLOCK_TYPES, Variant)
        told = ", ".join(f"“{labels[each]}”" for each in sorted(channel.unsaid))
        yield translate(N_("It never sends: {fields}."), fields=told)


def _messages(channel: Channel) -> Iterator[tuple[str, str]]:
    for title, outgoing in _said().items():
        messages = channel.render(outgoing)
        told = "; ".join((drawn(messages), *changed(outgoing, messages)))
        yield translate(title), plain(told)


def _said() -> Mapping[str, Outgoing]:
    """One of each kind of thing that blocks say, by what it is called."""
    image = SentMedia("image", "https://example.com/menu.png")
    captioned = SentMedia("image", "https://example.com/menu.png", "Menu")
    return {
        N_("A text"): Outgoing(text="A"),
        N_("A text with a footer"): Outgoing(text="A", footer="Footer"),
        N_("A picture"): Outgoing(media=image),
        N_("A text with a picture"): Outgoing(text="A", media=image),
        N_("A text and a picture with a caption"): Outgoing(text="A", media=captioned),
        N_("A text with a link button"): Outgoing(
            text="A", link=SentLink("B", "https://example.com")
        ),
        N_("A question with 3 answers"): _question(3),
        N_("A question with 10 answers"): _question(10),
        N_("A question with 14 answers"): _question(14),
        N_("A question with a picture"): Outgoing(text="A", media=image, options=_replies(3)),
        N_("An approved template with a reply button"): Outgoing(
            text="A", options=_replies(1), template=Approved("a", "utility")
        ),
    }


def _question(answers: int) -> Outgoing:
    return Outgoing(text="A", options=_replies(answers))


def _replies(count: int) -> tuple[Reply, ...]:
    return tuple(Reply(str(at), str(at)) for at in range(count))


def _limit(limit: Limit) -> tuple[str, ...]:
    weight = N_("advice") if limit.warn else N_("refused")
    most = f"{limit.most:,} {translate(_UNITS[limit.unit])}"
    told = (translate(limit.title), most, translate(weight))
    return *map(plain, told), plain(limit.source), str(limit.valid_from), str(limit.checked_on)


def _checks(channel: Channel) -> Iterator[str]:
    for rule in RULES:
        if rule.channels is not None and rule.channels(channel):
            yield f"{link(translate(rule.title), f'checks/{rule.name}')} ({severity_of(rule)})"
