"""The rule *text-too-long*."""

from flowdesigner.checks.about import having
from flowdesigner.checks.context import BlockContext
from flowdesigner.checks.pieces import Piece, pieces
from flowdesigner.checks.rule import Finding, Findings, Manual, Rule, Severity
from flowdesigner.checks.sayings import Saying, written_at
from flowdesigner.checks.wording import channel_name, language_name, shortened
from flowdesigner.model.fields import Kind
from flowdesigner.texts import N_, Message, message


def _of_block(context: BlockContext) -> Findings:
    for saying in context.sayings:
        for piece in pieces(saying):
            limit = saying.channel.limits.get(piece.limit)
            if limit is None or len(piece.words) <= limit.most:
                continue
            at = written_at(context.block, piece.field, saying.channel.id, saying.language)
            if at is not None:
                yield Finding(
                    message=_told(saying, piece, limit.most),
                    field=at,
                    severity=Severity.WARNING if limit.warn else None,
                )


def _told(saying: Saying, piece: Piece, most: int) -> Message:
    return message(
        N_("“{words}” is longer than {channel} takes: {used} of {most} characters in {language}."),
        words=shortened(piece.words),
        channel=channel_name(saying.channel),
        used=len(piece.words),
        most=most,
        language=language_name(saying.language),
    )


RULE = Rule(
    name="text-too-long",
    alias="WA013",
    also=("RCS01",),
    severity=Severity.ERROR,
    title=N_("Every text fits the channels it is sent on"),
    manual=Manual(
        means=N_(
            "A text, a button, a row of a list or a footer is longer than a channel of the flow "
            "takes, in one of the languages. What a variable adds is counted by its sample value."
        ),
        why=N_(
            "WhatsApp refuses the whole message: 4,096 characters for a plain text, 1,024 with "
            "buttons or a list, 20 for a button, 24 for a row of a list and 72 for its "
            "description, 60 for a footer (Meta's API schema v23.0, 21 November 2025). An SMS "
            "may have 1,600 characters (Twilio's documentation, seen in November 2026), a "
            "suggested reply of RCS 25 (AWS, RCS limits, seen in November 2026)."
        ),
        cure=N_(
            "Shorten the words, or give the channel shorter words of its own in the block's "
            "words by channel."
        ),
        source="Meta, API schema v23.0, 21 November 2025; Twilio and AWS, November 2026",
    ),
    of_block=_of_block,
    blocks=having(Kind.TEXT, Kind.LABEL),
    channels=lambda channel: bool(channel.limits),
)
