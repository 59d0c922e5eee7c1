"""The rule *code-in-wrong-template*."""

import re

from flowdesigner.blocks.template import Template
from flowdesigner.checks.about import being
from flowdesigner.checks.context import BlockContext
from flowdesigner.checks.rule import Finding, Findings, Fix, Manual, Rule, Severity
from flowdesigner.checks.vocabulary.codes import tells_code
from flowdesigner.edits.blocks import SetValue
from flowdesigner.texts import N_, message

_ADDRESS = re.compile(r"(?i)https?://\S+|\bwww\.\S+")
_EMOJI = re.compile("[\u203c-\u3299\U0001f000-\U0001faff]")
_AUTHENTICATION = "authentication"
_COPIES = "copy_code"


def _of_block(context: BlockContext) -> Findings:
    block = context.block
    if not isinstance(block, Template):
        return
    if block.category == _AUTHENTICATION:
        yield from _in_words(context, block)
        yield from _on_buttons(context, block)
    elif block.body and block.category is not None:
        yield from _elsewhere(context, block.body)


def _elsewhere(context: BlockContext, body: dict[str, str]) -> Findings:
    told = N_("This looks like a one-time code. WhatsApp takes those in a template for codes only.")
    title = message(N_("Make it a template for codes"))
    edit = SetValue(context.flow, context.id, ("category",), _AUTHENTICATION, title)
    for language, words in body.items():
        if tells_code(words):
            fixes = (Fix(title=title, edit=edit),)
            yield Finding(message=message(told), field=("body", language), fixes=fixes)


def _in_words(context: BlockContext, block: Template) -> Findings:
    for spot in block.texts:
        for language, words in spot.text.items():
            for pattern, told, title in _REFUSED:
                if not pattern.search(words):
                    continue
                place = (*spot.path, language)
                plain = re.sub(r" {2,}", " ", pattern.sub("", words)).strip()
                named = message(title)
                edit = SetValue(context.flow, context.id, place, plain, named)
                fixes = (Fix(title=named, edit=edit),) if plain else ()
                yield Finding(message=message(told), field=place, fixes=fixes)


def _on_buttons(context: BlockContext, block: Template) -> Findings:
    buttons = block.buttons or ()
    if [each.kind for each in buttons] in ([], [_COPIES]):
        return
    told = N_("A template for codes has one button, which copies the code.")
    title = message(N_("Keep only the button that copies"))
    copying = tuple(each for each in buttons if each.kind == _COPIES)[:1]
    edit = SetValue(context.flow, context.id, ("buttons",), copying, title)
    fixes = (Fix(title=title, edit=edit),) if copying else ()
    yield Finding(message=message(told), field=("buttons",), fixes=fixes)


_REFUSED = (
    (_ADDRESS, N_("A template for codes has no web address."), N_("Leave the address out")),
    (_EMOJI, N_("A template for codes has no emoji."), N_("Leave the emoji out")),
)


RULE = Rule(
    name="code-in-wrong-template",
    alias="WA008",
    severity=Severity.ERROR,
    title=N_("One-time codes stand in templates for codes, and nothing else does"),
    manual=Manual(
        means=N_(
            "A template for offers or news tells a one-time code, or a template for codes has a "
            "web address, an emoji or another button than the one that copies the code."
        ),
        why=N_(
            "WhatsApp refuses both (Meta's pages on categories and on authentication templates, "
            "seen in November 2026), so that no customer can sign in by it."
        ),
        cure=N_(
            "Choose the category “authentication” for a one-time code. Its text is fixed: “{{1}} "
            "is your verification code.”, with one button that copies the code."
        ),
        source="Meta, template categorization and authentication templates, December 2025",
    ),
    of_block=_of_block,
    blocks=being(Template),
    channels=lambda channel: "template_text" in channel.limits,
)
