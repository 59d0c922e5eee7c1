"""The rule *typed-answer-missed*."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain

from flowdesigner.checks.about import having
from flowdesigner.checks.context import BlockContext
from flowdesigner.checks.rule import Finding, Findings, Fix, Manual, Rule, Severity
from flowdesigner.checks.vocabulary import vocabulary
from flowdesigner.edits.blocks import SetValue
from flowdesigner.edits.edit import Several
from flowdesigner.model.fields import Kind, fields_of
from flowdesigner.model.part import Part, Words
from flowdesigner.model.walk import Path, Spot, parts_held
from flowdesigner.texts import N_, message

_WORD = re.compile(r"[^\W_]{2,}")
_ENOUGH = 2
"""From how many words on a label is too long to be typed as it stands."""
_TAPPED = ("buttons", "list_rows", "chips")

Options = Sequence[tuple[Path, Part]]


def _of_block(context: BlockContext) -> Findings:
    if context.block.__dict__.get("draw_as") == "text":
        return
    for spot in context.of_kind(Kind.PARTS):
        _way, first = next(parts_held(spot.value), ((), None))
        if first is not None and _is_option(type(first)):
            yield from _of_options(context, spot, tuple(parts_held(spot.value)))


@cache
def _is_option(part_type: type[Part]) -> bool:
    """Whether a part is an answer to choose that may also be typed."""
    kinds = {name: field.kind for name, field in fields_of(part_type).items()}
    return kinds.get("words") is Kind.WORDS and kinds.get("label") is Kind.LABEL


def _of_options(context: BlockContext, spot: Spot, options: Options) -> Findings:
    """Numbers are understood anyway, so a channel that shows only these needs no words."""
    if not any(key in each.limits for each in context.channels for key in _TAPPED):
        return
    bare = [each for each in options if not any(_words(each[1]).values())]
    agreeing = [each for each in bare if any(_usual(*said) for said in _said(each[1]))]
    long = [each for each in bare if any(_is_long(label) for _code, label in _said(each[1]))]
    named = [each for each in bare if each in agreeing or each in long]
    if named:
        told = N_("Who types the answer has to write it in full: {labels}.")
        labels = ", ".join(f"“{next(_said(each))[1]}”" for _way, each in named)
        yield Finding(
            message=message(told, labels=labels),
            field=spot.path,
            severity=None if agreeing else Severity.HINT,
            fixes=tuple(_fixes(context, spot, options, named)),
        )


def _words(option: Part) -> Words:
    return option.__dict__.get("words") or {}


def _said(option: Part) -> Iterator[tuple[str, str]]:
    """The label by language."""
    label = option.__dict__.get("label") or {}
    yield from ((code, words) for code, words in label.items() if words)


def _usual(language: str, label: str) -> tuple[str, ...]:
    """What customers usually type instead of a yes or a no."""
    known, plain = vocabulary(language), " ".join(_WORD.findall(label.casefold()))
    if known is None or not plain:
        return ()
    first = plain.split()[0]
    for words in (known.yes, known.no):
        if plain in words or first == words[0]:
            return words
    return ()


def _is_long(label: str) -> bool:
    words = _WORD.findall(label)
    return len(words) >= _ENOUGH and not any(each.isdecimal() for each in words)


def _fixes(context: BlockContext, spot: Spot, options: Options, bare: Options) -> Iterator[Fix]:
    title = message(N_("Let shorter words do, too"))
    taken = {way: _understood(each) for way, each in options}
    edits = []
    for way, option in bare:
        others = set[str]().union(*(words for each, words in taken.items() if each != way))
        if words := _shorter(option, others):
            place = (*spot.path, *way, "words")
            edits.append(SetValue(context.flow, context.id, place, words, title))
            taken[way].update(*words.values())
    if len(edits) == len(bare):
        yield Fix(title=title, edit=Several(tuple(edits), title))


def _understood(option: Part) -> set[str]:
    """All that is understood as this answer, and each word of it."""
    said = [label for _code, label in _said(option)]
    said += chain.from_iterable(_words(option).values())
    plain = {each.strip().casefold() for each in said}
    return plain.union(*map(_WORD.findall, plain))


def _shorter(option: Part, others: set[str]) -> Words:
    """What is typed for yes and no, else the words of the label that no other answer has."""
    found: dict[str, tuple[str, ...]] = {}
    for language, label in _said(option):
        known, plain = vocabulary(language), label.strip().casefold()
        unfit = others | {plain} | (known.telltale if known else frozenset())
        words = _usual(language, label) or _WORD.findall(plain)
        if kept := tuple(each for each in dict.fromkeys(words) if each not in unfit):
            found[language] = kept
    return found


RULE = Rule(
    name="typed-answer-missed",
    alias="FL09",
    severity=Severity.WARNING,
    title=N_("An answer may be typed in fewer words than its label"),
    manual=Manual(
        means=N_(
            "An answer to choose from is understood only when it is tapped, typed word for word, "
            "or chosen by its number. Where that is a yes or a no it is a warning, since nobody "
            "types these as they stand."
        ),
        why=N_(
            "Many customers type instead of tapping, and write “iya”, “y” or “cs”. Whoever is not "
            "understood then is asked again, or sent to the wrong place."
        ),
        cure=N_(
            "Write under “Also understood” what customers say instead, a word or two for each "
            "answer. Two answers cannot share a word."
        ),
        source=N_("Google and Rasa, guides to the design of conversations, read in November 2026."),
    ),
    of_block=_of_block,
    blocks=having(Kind.WORDS),
)
