"""The page on how the channels differ, which leads to those of each."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from flowdesigner.channels import CHANNELS
from flowdesigner.model.channel import Channel
from flowdesigner.model.outgoing import Outgoing, Reply
from flowdesigner.reference.channel_page import ABILITIES
from flowdesigner.reference.drawing import drawn
from flowdesigner.reference.markdown import heading, joined, link, table
from flowdesigner.texts import N_, translate

_INTRODUCTION = N_(
    "The same question looks different on each channel. Flow Designer picks what the channel can "
    "show, by the number of answers and the length of their names; the preview and the checks "
    "look at the same."
)
_ONE_WAY = N_(
    "Where customers cannot answer, as by SMS from a sender that is a name, no answers are shown: "
    "write a link, a phone number or another channel into the words for it. Whether they can is "
    "said in the settings of the project."
)
_COUNTS: Mapping[str, int] = {"2-3": 3, "4-10": 10, "11+": 14}


def contents(picture: str = "") -> str:
    """The whole page; `picture` is where the renderings are, seen from it, if they are shown."""
    return joined(
        heading(N_("How the channels differ"), 1),
        translate(_INTRODUCTION),
        heading(N_("A question with answers")),
        table(("", *_heads()), _answers()),
        translate(_ONE_WAY),
        _picture(picture) if picture else "",
        heading(N_("What each channel can do")),
        table(("", *(_linked(each) for each in CHANNELS)), _abilities()),
    )


def _picture(place: str) -> str:
    words = translate(N_("One menu with 3, 8 and 14 answers on each channel"))
    return f"![{words}]({place})"


def _linked(channel: Channel) -> str:
    return link(channel.title, f"channels/{channel.id}")


def _heads() -> Iterator[str]:
    for each in CHANNELS:
        yield _linked(each)
        if _may_be_deaf(each):
            yield translate(N_("{channel}, customers cannot answer"), channel=each.title)


def _answers() -> Iterator[Sequence[str]]:
    for title, count in _COUNTS.items():
        yield title, *(shape for each in CHANNELS for shape in _shapes(each, count))


def _shapes(channel: Channel, count: int) -> Iterator[str]:
    question = _question(count)
    yield drawn(channel.render(question))
    if _may_be_deaf(channel):
        yield translate(N_("text without the answers"))


def _may_be_deaf(channel: Channel) -> bool:
    """Whether it makes other messages for customers who cannot answer."""
    question = _question(2)
    return channel.render(question) != channel.render(replace(question, answerable=False))


def _question(count: int) -> Outgoing:
    options = tuple(Reply(str(at), str(at)) for at in range(count))
    return Outgoing(text="?", options=options)


def _abilities() -> Iterator[Sequence[str]]:
    for ability, title in ABILITIES.items():
        yield translate(title), *("✓" if ability in each.can else "" for each in CHANNELS)
