"""The rule *too-long-when-filled*."""

from collections.abc import Iterator

from flowdesigner.checks.about import having
from flowdesigner.checks.context import BlockContext
from flowdesigner.checks.pieces import Piece, pieces
from flowdesigner.checks.rule import Basis, Finding, Findings, Fix, Manual, Rule, Severity
from flowdesigner.checks.sayings import Saying, written_at
from flowdesigner.checks.wording import channel_name, language_name
from flowdesigner.edits.blocks import SetValue
from flowdesigner.model.channel import Limit
from flowdesigner.model.fields import Kind
from flowdesigner.model.place import value_at
from flowdesigner.model.samples import written
from flowdesigner.model.template import Placeholder, parse_template
from flowdesigner.model.values import type_of
from flowdesigner.model.walk import Path
from flowdesigner.texts import N_, message

_SHORTEST = 10
"""Less than this of a value is not worth showing."""


def _of_block(context: BlockContext) -> Findings:
    fullest = context.fullest_sayings
    if fullest is context.sayings:
        return
    known = {at for _saying, _piece, _limit, at in _too_long(context, context.sayings)}
    for saying, piece, limit, at in _too_long(context, fullest):
        if at not in known:
            known.add(at)
            yield _finding(context, saying, piece, limit, at)


def _too_long(
    context: BlockContext, said: tuple[Saying, ...]
) -> Iterator[tuple[Saying, Piece, Limit, Path]]:
    for saying in said:
        for piece in pieces(saying):
            limit = saying.channel.limits.get(piece.limit)
            if limit is None or len(piece.words) <= limit.most:
                continue
            at = written_at(context.block, piece.field, saying.channel.id, saying.language)
            if at is not None:
                yield saying, piece, limit, at


def _finding(
    context: BlockContext, saying: Saying, piece: Piece, limit: Limit, at: Path
) -> Finding:
    told = N_(
        "With the longest value of “{variable}” this is longer than {channel} takes: "
        "{used} of {most} characters in {language}."
    )
    words = str(value_at(context.block, at))
    place, value = _longest(context, saying, words)
    return Finding(
        message=message(
            told,
            variable=place.path,
            channel=channel_name(saying.channel),
            used=len(piece.words),
            most=limit.most,
            language=language_name(saying.language),
        ),
        field=at,
        fixes=tuple(_cut(context, at, words, place, value, len(piece.words) - limit.most)),
        severity=Severity.WARNING if limit.warn else None,
    )


def _longest(context: BlockContext, saying: Saying, words: str) -> tuple[Placeholder, str]:
    """The placeholder whose value is the longest, and that value."""
    run = context.fullest_run(saying.channel.id, saying.language)
    found = [
        (each, written(run, each.path, run.value(each.path)))
        for each in parse_template(words)
        if isinstance(each, Placeholder)
    ]
    return max(found, key=lambda each: len(each[1]), default=(Placeholder(""), ""))


def _cut(
    context: BlockContext, at: Path, words: str, place: Placeholder, value: str, over: int
) -> Iterator[Fix]:
    """Show only the beginning of the longest value, when it is a text and enough is left of it."""
    length = len(value) - over
    text = type_of(place.path, context.around.facts.variables) == "text"
    if text and length >= _SHORTEST and not any(e.name == "truncate" for e in place.filters):
        inside = words[place.start : place.end].removesuffix("}}").rstrip("- ")
        cut = f"{words[: place.start]}{inside} | truncate: {length} }}}}{words[place.end :]}"
        title = message(N_("Show at most {count} letters of it"), count=length)
        yield Fix(title=title, edit=SetValue(context.flow, context.id, at, cut, title))


RULE = Rule(
    name="too-long-when-filled",
    alias="WA014",
    severity=Severity.ERROR,
    kind=Basis.DATA,
    title=N_("Every text fits when variables have their longest values"),
    manual=Manual(
        means=N_(
            "A text fits as long as its variables have their usual values, and is too long for a "
            "channel with the longest ones that are known: the name of a customer to try out "
            "with, the longest label of a list of values, an example of a template."
        ),
        why=N_(
            "The channel refuses the message, but only for some customers, so that nobody "
            "notices it when the journey is tried out (Meta's API schema v23.0, 21 November 2025)."
        ),
        cure=N_(
            "Shorten the words around the variable, or show only the beginning of its value with "
            "{{ variable | truncate: 30 }}."
        ),
        source="Meta, API schema v23.0, 21 November 2025",
    ),
    of_block=_of_block,
    blocks=having(Kind.TEXT, Kind.LABEL),
    channels=lambda channel: bool(channel.limits),
)
