"""The rule *template-refused*."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from itertools import pairwise

from flowdesigner.checks.about import declaring
from flowdesigner.checks.context import BlockContext
from flowdesigner.checks.rule import Finding, Findings, Fix, Manual, Rule, Severity
from flowdesigner.edits.blocks import SetValue
from flowdesigner.edits.edit import Edit, Several
from flowdesigner.edits.parts import RemovePart
from flowdesigner.model.block import Block
from flowdesigner.model.fields import Field, Kind, fields_of
from flowdesigner.model.part import Part
from flowdesigner.model.template import Placeholder, parse_template
from flowdesigner.model.walk import Path, parts_held
from flowdesigner.texts import N_, Message, message

_NAME = re.compile("[a-z0-9_]+")
_KINDS: Mapping[str, str] = {
    "url": "template_links",
    "phone": "template_phones",
    "copy_code": "template_codes",
    "flow": "template_forms",
}
"""The kinds of buttons, and what bounds them."""


def _most(context: BlockContext, bound: str) -> int:
    """A limit of WhatsApp on the day of the check."""
    whatsapp = context.around.all_channels["whatsapp"]
    return (whatsapp.limits.get(bound) or whatsapp.other_limits[bound]).most


@cache
def _approved(block_type: type[Block]) -> tuple[tuple[str, Field], ...]:
    """What WhatsApp looks at before such a block may be sent."""
    return tuple(each for each in fields_of(block_type).items() if each[1].approved)


def _of_block(context: BlockContext) -> Findings:
    for name, field in _approved(type(context.block)):
        look, value = _LOOKS.get(field.kind), getattr(context.block, name)
        if look is not None and value is not None:
            yield from look(context, name, value)


def _fix(context: BlockContext, place: Path, value: object, title: Message) -> Fix:
    return Fix(title=title, edit=SetValue(context.flow, context.id, place, value, title))


def _name(context: BlockContext, field: str, name: str) -> Findings:
    longest = _most(context, "template_name")
    if _NAME.fullmatch(name) and len(name) <= longest:
        return
    plain = re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_")[:longest]
    title = message(N_("Call it {name}"), name=plain)
    told = N_("The name of a template has small letters, digits and _ only.")
    fixes = (_fix(context, (field,), plain, title),) if plain else ()
    yield Finding(message=message(told), field=(field,), fixes=fixes)


# --------------------------------------------------------------------------------- the words


def _words(context: BlockContext, field: str, text: Mapping[str, str]) -> Findings:
    for language, words in text.items():
        for told, better, title in _wrong(words, may_begin=_sends_code(context.block)):
            place = (field, language)
            fixes = (_fix(context, place, better, message(title)),) if better else ()
            yield Finding(message=message(told), field=place, fixes=fixes)


def _wrong(words: str, *, may_begin: bool) -> Iterator[tuple[str, str, str]]:
    """What is wrong with a text, the text put right, and what that does to it.

    The words that Meta itself gives for codes begin with the code.
    """
    parts = [each for each in parse_template(words) if each != ""]
    if not parts:
        return
    begins, ends = (isinstance(parts[at], Placeholder) for at in (0, -1))
    begins = begins and not may_begin
    if begins or ends:
        told = N_("WhatsApp refuses a template that begins or ends with a variable.")
        better = "" if begins else f"{words.rstrip()}."
        yield told, better, N_("Put a full stop behind it")
    side_by_side = [
        one.end
        for one, two in pairwise(parts)
        if isinstance(one, Placeholder) and isinstance(two, Placeholder)
    ]
    if side_by_side:
        better = words
        for at in reversed(side_by_side):
            better = f"{better[:at]} - {better[at:]}"
        told = N_("WhatsApp refuses a template with two variables side by side.")
        yield told, better, N_("Put a dash between them")


# ------------------------------------------------------------------------------- the buttons


def _buttons(context: BlockContext, field: str, buttons: tuple[Part, ...]) -> Findings:
    kinds = [str(getattr(each, "kind", "")) for each in buttons]
    ways = [way for way, _button in parts_held(buttons)]
    most = _most(context, "template_buttons")
    if len(buttons) > most:
        told = message(N_("A template has at most {most} buttons."), most=most)
        fixes = (_without(context, field, range(most, len(buttons))),)
        yield Finding(message=told, field=(field,), fixes=fixes)
    for kind, bound in _KINDS.items():
        most = _most(context, bound)
        over = [at for at, each in enumerate(kinds) if each == kind][most:]
        if over:
            told = message(N_("A template has at most {most} buttons of this kind."), most=most)
            place = (field, *ways[over[0]], "kind")
            yield Finding(message=told, field=place, fixes=(_without(context, field, over),))
    if re.search("ro+r", "".join("r" if kind == "reply" else "o" for kind in kinds)):
        told = message(N_("Reply buttons have to stand side by side, without others between them."))
        together = tuple(sorted(buttons, key=lambda each: getattr(each, "kind", "") != "reply"))
        fix = _fix(context, (field,), together, message(N_("Put the reply buttons first")))
        yield Finding(message=told, field=(field,), fixes=(fix,))


def _without(context: BlockContext, field: str, over: Iterable[int]) -> Fix:
    title = message(N_("Take out what is too much"))
    edits: tuple[Edit, ...] = tuple(
        RemovePart(context.flow, context.id, field, at) for at in sorted(over, reverse=True)
    )
    return Fix(title=title, edit=Several(edits, title))


def _header(context: BlockContext, field: str, header: Part) -> Findings:
    held = (name for name, each in fields_of(type(header)).items() if each.kind is Kind.PART)
    for name in held:
        if _sends_code(context.block) and getattr(header, name):
            told = message(N_("A template with a code has no picture and no file."))
            title = message(N_("Send it without"))
            fix = _fix(context, (field, name), None, title)
            yield Finding(message=told, field=(field,), fixes=(fix,))


def _sends_code(block: Block) -> bool:
    """Whether it is approved as one that sends a one-time code."""
    return any(
        field.kind is Kind.CHOICE and getattr(block, name) == "authentication"
        for name, field in _approved(type(block))
    )


_LOOKS: Mapping[Kind, Callable[..., Findings]] = {
    Kind.LINE: _name,
    Kind.TEXT: _words,
    Kind.PARTS: _buttons,
    Kind.PART: _header,
}


RULE = Rule(
    name="template-refused",
    alias="WA006",
    also=("WA005", "WA010"),
    severity=Severity.ERROR,
    title=N_("A template is one that WhatsApp approves"),
    manual=Manual(
        means=N_(
            "The name, the text or the buttons of a template break one of the rules by which "
            "WhatsApp looks at templates."
        ),
        why=N_(
            "WhatsApp refuses the template, and nothing can be sent before it is approved; a "
            "look takes up to a day (Meta's documentation, seen in November 2026)."
        ),
        cure=N_(
            "Put a word before and after each variable, and keep reply buttons together. The "
            "text may begin with a greeting and end with a thank you."
        ),
        source="Meta, template components and review of templates, December 2025",
    ),
    of_block=_of_block,
    channels=lambda channel: "template_text" in channel.limits,
    blocks=declaring(lambda field: field.approved),
)
