"""The rule *asked-alike*."""

from flowdesigner.checks.context import BlockContext
from flowdesigner.checks.rule import Finding, Findings, Fix, Manual, Rule, Severity
from flowdesigner.checks.vocabulary import vocabulary
from flowdesigner.edits.blocks import SetValue
from flowdesigner.model.fields import Kind, holding, part_type_of
from flowdesigner.model.part import Text
from flowdesigner.model.retry import Retry
from flowdesigner.model.walk import Path, Spot
from flowdesigner.texts import N_, message

_MOST = 3
"""How often the same words may come again; a rule of the house."""
_USUAL = 2


def _of_block(context: BlockContext) -> Findings:
    for spot in context.of_kind(Kind.PART):
        if isinstance(spot.value, Retry) and spot.value.times:
            yield from _of_retry(context, spot, spot.value)


def _of_retry(context: BlockContext, spot: Spot, retry: Retry) -> Findings:
    asked: Text = getattr(spot.owner, "text", None) or {}
    again = retry.text or {}
    place = (*spot.path, "text")
    base = context.languages[0]
    if base not in again or _plain(again[base]) == _plain(asked.get(base, "")):
        yield Finding(
            message=message(N_("Who was not understood is asked again in the same words.")),
            field=place,
            fixes=_with_apology(context, place, asked),
        )
    elif (retry.times or 0) > _MOST:
        title = message(N_("Write {value}"), value=_USUAL)
        times = (*spot.path, "times")
        edit = SetValue(context.flow, context.id, times, _USUAL, title)
        told = N_("The same words come {n} times. Who did not understand them twice never will.")
        yield Finding(
            message=message(told, n=retry.times),
            field=times,
            fixes=(Fix(title=title, edit=edit),),
        )


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())


def _with_apology(context: BlockContext, place: Path, asked: Text) -> tuple[Fix, ...]:
    """Say first that it was not understood, in the languages whose words are known."""
    known = {code: vocabulary(code) for code in context.languages if asked.get(code)}
    if not known or None in known.values():
        return ()
    title = message(N_("Say that it was not understood, and ask again"))
    words = {code: f"{each.sorry} {asked[code]}" for code, each in known.items() if each}
    return (Fix(title=title, edit=SetValue(context.flow, context.id, place, words, title)),)


RULE = Rule(
    name="asked-alike",
    alias="FL07",
    severity=Severity.WARNING,
    title=N_("An answer that was not understood is met with other words"),
    manual=Manual(
        means=N_(
            "A question that was not understood is asked again just as it was, or in the same "
            "words more than three times."
        ),
        why=N_(
            "The same words again help nobody and sound like a machine that does not listen. The "
            "first time a short rephrasing helps, the second time an example, and after that only "
            "a person (Google's guide to conversation design, “no match”, seen in November 2026)."
        ),
        cure=N_(
            "Write what to say then: that it was not understood, and what an answer looks like. "
            "Ask at most twice more, then lead “Something else” or “Not understood” to a person."
        ),
        source=N_("Google and Rasa, guides to the design of conversations, read in November 2026."),
    ),
    of_block=_of_block,
    blocks=lambda block_type: any(
        part_type_of(block_type, name) is Retry for name in holding(block_type)
    ),
)
