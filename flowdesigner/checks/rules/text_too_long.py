"""The rule *text-too-long*."""

from collections.abc import Iterator
from typing import NamedTuple

from flowdesigner.checks.about import having
from flowdesigner.checks.context import BlockContext
from flowdesigner.checks.rule import Finding, Findings, Manual, Rule, Severity
from flowdesigner.checks.sayings import Saying, written_at
from flowdesigner.checks.wording import channel_name, language_name
from flowdesigner.model.fields import Kind
from flowdesigner.model.outgoing import Rendered
from flowdesigner.model.walk import Path
from flowdesigner.texts import N_, Message, message

_TAPPED = ("buttons", "list", "chips")
"""The messages whose answers are tapped."""


class _Piece(NamedTuple):
    """Some words of a message, the limit they come under, and the field they stand in."""

    limit: str
    words: str
    field: Path


def _of_block(context: BlockContext) -> Findings:
    for saying in context.sayings:
        for rendered in saying.rendered:
            yield from _too_long(context, saying, rendered)


def _too_long(context: BlockContext, saying: Saying, rendered: Rendered) -> Findings:
    for piece in _pieces(saying, rendered):
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
    yield from _too_many_parts(context, saying, rendered)


def _told(saying: Saying, piece: _Piece, most: int) -> Message:
    return message(
        N_("“{words}” is longer than {channel} takes: {used} of {most} characters in {language}."),
        words=_shortened(piece.words),
        channel=channel_name(saying.channel),
        used=len(piece.words),
        most=most,
        language=language_name(saying.language),
    )


def _shortened(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= 40 else f"{line[:39]}…"


def _too_many_parts(context: BlockContext, saying: Saying, rendered: Rendered) -> Findings:
    limit = saying.channel.limits.get("parts")
    field = _text_field(saying)
    at = written_at(context.block, field, saying.channel.id, saying.language)
    if limit is None or rendered.parts <= limit.most or at is None:
        return
    yield Finding(
        message=message(
            N_("In {language} this goes out as {parts} parts by {channel}, and each is billed."),
            language=language_name(saying.language),
            parts=rendered.parts,
            channel=channel_name(saying.channel),
        ),
        field=at,
        severity=Severity.WARNING if limit.warn else None,
    )


def _text_field(saying: Saying) -> Path:
    if saying.outgoing.template is not None:
        return ("body",)
    return ("retry", "text") if saying.again else ("text",)


def _pieces(saying: Saying, rendered: Rendered) -> Iterator[_Piece]:
    with_buttons = rendered.shape in ("buttons", "list", "link")
    if rendered.template is not None:
        yield from _template_pieces(rendered)
        return
    if rendered.shape == "media" and rendered.media and rendered.media.caption:
        yield _Piece("caption", rendered.text, ("media", "caption"))
    elif rendered.shape == "media":
        yield _Piece("caption", rendered.text, _text_field(saying))
    else:
        limit = "text_with_buttons" if with_buttons else "text"
        yield _Piece(limit, rendered.text, _text_field(saying))
    if not saying.again:
        yield from _small_pieces(rendered)


def _template_pieces(rendered: Rendered) -> Iterator[_Piece]:
    yield _Piece("template_header", rendered.header, ("header", "text"))
    yield _Piece("template_text", rendered.text, ("body",))
    yield _Piece("template_footer", rendered.footer, ("footer",))
    for option in rendered.options:
        yield _Piece("template_button", option.label, ("buttons", option.id, "label"))


def _small_pieces(rendered: Rendered) -> Iterator[_Piece]:
    if rendered.shape == "list":
        yield _Piece("list_button", rendered.button, ("button",))
    if rendered.shape == "mail":
        yield _Piece("subject", rendered.subject, ("subject",))
        yield _Piece("preheader", rendered.preheader, ("preheader",))
    if rendered.shape != "text":
        yield _Piece("footer", rendered.footer, ("footer",))
    if rendered.link is not None:
        yield _Piece("link_button", rendered.link.label, ("link", "label"))
    for option in rendered.options if rendered.shape in _TAPPED else ():
        listed = rendered.shape == "list"
        label = ("options", option.id, "label")
        yield _Piece("row_label" if listed else "button_label", option.label, label)
        if listed:
            description = ("options", option.id, "description")
            yield _Piece("row_description", option.description, description)
            yield _Piece("section", option.section, ("options", option.id, "section"))


RULE = Rule(
    name="text-too-long",
    alias="WA013",
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
            "may have 1,600 characters, and is billed by parts of 153, or 67 with special letters "
            "(Twilio's documentation, seen in November 2026)."
        ),
        cure=N_(
            "Shorten the words, or give the channel shorter words of its own in the block's "
            "words by channel."
        ),
    ),
    of_block=_of_block,
    blocks=having(Kind.TEXT, Kind.LABEL),
    channels=lambda channel: bool(channel.limits),
)
