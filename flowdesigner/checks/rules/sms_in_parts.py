"""The rule *sms-in-parts*."""

from collections.abc import Iterable

from flowdesigner.checks.about import having
from flowdesigner.checks.context import BlockContext
from flowdesigner.checks.pieces import text_field
from flowdesigner.checks.rule import Basis, Finding, Findings, Manual, Rule, Severity
from flowdesigner.checks.sayings import Saying, written_at
from flowdesigner.checks.spoken import meant_for, spoken_on
from flowdesigner.checks.wording import channel_name, language_name
from flowdesigner.model.channel import Channel
from flowdesigner.model.fields import Kind
from flowdesigner.texts import N_, message

_PARTS = "parts"
_MEANT = 1
"""How many parts a text has at most that was written for the channel."""
_NUMBER = 6
"""What a number and its line add to an answer."""
_LEAST_ROOM = 70
"""Letters of one part when a special letter is among them."""


def _of_block(context: BlockContext) -> Findings:
    for channel in context.channels:
        limit = channel.limits.get(_PARTS)
        if limit is None:
            continue
        if meant_for(context, channel.id):
            if not _surely_one(context, channel):
                yield from _too_many(context, context.fullest_on(channel), _MEANT)
        elif context.around.facts.hears(channel.id):
            said = [each for each in context.fullest_sayings if each.channel is channel]
            yield from _too_many(context, said, limit.most)


def _surely_one(context: BlockContext, channel: Channel) -> bool:
    """Whether the words are so few that they need not be written out to see it."""
    texts = [spot.text for spot in spoken_on(context, channel)]
    answers = len(getattr(context.block, "options", None) or ())
    for language in context.languages:
        words = "\n".join(text[language] for text in texts if language in text)
        counted, values = channel.count(words), words.count("{{")
        # A value may have special letters, and a date any length.
        room = _LEAST_ROOM if values else counted.most
        longest = counted.used + _NUMBER * answers + context.around.room.value * values
        if counted.parts > 1 or longest > room or (values and "date" in words):
            return False
    return True


def _too_many(context: BlockContext, said: Iterable[Saying], most: int) -> Findings:
    for saying in said:
        parts = max((each.parts for each in saying.rendered), default=1)
        at = written_at(context.block, text_field(saying), saying.channel.id, saying.language)
        if parts > most and at is not None:
            yield Finding(
                message=message(
                    N_(
                        "In {language} this goes out as {parts} parts by {channel}, and each is "
                        "billed."
                    ),
                    language=language_name(saying.language),
                    parts=parts,
                    channel=channel_name(saying.channel),
                ),
                field=at,
            )


RULE = Rule(
    name="sms-in-parts",
    alias="SMS02",
    severity=Severity.WARNING,
    kind=Basis.DATA,
    title=N_("An SMS goes out in one part"),
    manual=Manual(
        means=N_(
            "A text that was written for SMS goes out in more than one part, counted with the "
            "longest sample value of every variable. A text that is only also sent by SMS may "
            "have three parts."
        ),
        why=N_(
            "Every part is billed as a message: one holds 160 standard letters, several 153 each; "
            "with a special letter it is 70 and 67 (GSM 03.38). Networks in Indonesia do not "
            "always put the parts together again (sent.dm and Vonage, seen in November 2026)."
        ),
        cure=N_(
            "Say it in fewer words, with a short link for the rest, and leave out emoji. Other "
            "channels keep their longer words if you give SMS its own in the words by channel."
        ),
        source="GSM 03.38 and 3GPP TS 23.038; sent.dm and Vonage, SMS in Indonesia, November 2026",
    ),
    of_block=_of_block,
    blocks=having(Kind.TEXT, Kind.LABEL),
    channels=lambda channel: _PARTS in channel.limits,
)
