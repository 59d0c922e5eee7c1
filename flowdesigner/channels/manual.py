"""The page on how the channels differ, as Markdown in the language in use."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from flowdesigner.model.channel import Channel, Limit
from flowdesigner.model.outgoing import Outgoing, Rendered, Reply
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
_SHAPES: Mapping[str, str] = {
    "text": N_("text"),
    "buttons": N_("buttons"),
    "list": N_("list"),
    "numbered": N_("numbered text"),
    "media": N_("file"),
    "link": N_("link"),
    "chips": N_("suggested replies"),
    "mail": N_("links in a mail"),
}
_ABILITIES: Mapping[str, str] = {
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


def page(channels: Sequence[Channel], picture: str = "") -> str:
    """The whole page; `picture` is where the renderings are, seen from it, if they are shown."""
    blocks = [
        "# " + translate(N_("How the channels differ")),
        translate(_INTRODUCTION),
        "## " + translate(N_("A question with answers")),
        _table(("", *_heads(channels)), _answers(channels)),
        translate(_ONE_WAY),
        *((_picture(picture),) if picture else ()),
        "## " + translate(N_("What each channel can do")),
        _table(("", *(each.title for each in channels)), _abilities(channels)),
        "## " + translate(N_("Limits")),
    ]
    for each in channels:
        blocks += [
            f"### {each.title}",
            _table(
                _limit_heads(), map(_limit, (*each.limits.values(), *each.other_limits.values()))
            ),
        ]
    return "\n\n".join(blocks) + "\n"


def _picture(place: str) -> str:
    words = translate(N_("One menu with 3, 8 and 14 answers on each channel"))
    return f"![{words}]({place})"


def _table(head: Sequence[str], rows: Iterator[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(each) + " |" for each in lines)


def _heads(channels: Sequence[Channel]) -> Iterator[str]:
    for each in channels:
        yield each.title
        if _may_be_deaf(each):
            yield translate(N_("{channel}, customers cannot answer"), channel=each.title)


def _answers(channels: Sequence[Channel]) -> Iterator[Sequence[str]]:
    for title, count in _COUNTS.items():
        yield title, *(shape for each in channels for shape in _shapes(each, count))


def _shapes(channel: Channel, count: int) -> Iterator[str]:
    question = _question(count)
    yield _shape(channel.render(question))
    if _may_be_deaf(channel):
        yield _shape(channel.render(replace(question, answerable=False)))


def _may_be_deaf(channel: Channel) -> bool:
    """Whether it makes other messages for customers who cannot answer."""
    question = _question(2)
    return channel.render(question) != channel.render(replace(question, answerable=False))


def _question(count: int) -> Outgoing:
    options = tuple(Reply(str(at), str(at)) for at in range(count))
    return Outgoing(text="?", options=options)


def _shape(messages: Sequence[Rendered]) -> str:
    last = messages[-1]
    shape = translate(_SHAPES[last.shape] if last.options else N_("text without the answers"))
    if len(messages) == 1:
        return shape
    return translate(N_("{shape}, in {n} messages"), shape=shape, n=len(messages))


def _abilities(channels: Sequence[Channel]) -> Iterator[Sequence[str]]:
    for ability, title in _ABILITIES.items():
        yield translate(title), *("✓" if ability in each.can else "" for each in channels)


def _limit_heads() -> Sequence[str]:
    heads = (N_("What"), N_("Most"), N_("Weight"), N_("Source"), N_("Since"), N_("Looked up"))
    return tuple(map(translate, heads))


def _limit(limit: Limit) -> Sequence[str]:
    weight = N_("advice") if limit.warn else N_("refused")
    most = f"{limit.most:,} {translate(_UNITS[limit.unit])}"
    told = (translate(limit.title), most, translate(weight))
    return *told, limit.source, limit.valid_from, limit.checked_on
