"""The rule *code-never-came*."""

from collections.abc import Iterator

from flowdesigner.blocks.otp import Otp, Resend, Rung
from flowdesigner.checks.about import being
from flowdesigner.checks.context import BlockContext
from flowdesigner.checks.rule import Finding, Findings, Fix, Manual, Rule, Severity
from flowdesigner.checks.vocabulary import vocabulary
from flowdesigner.edits.blocks import SetValue
from flowdesigner.model.duration import seconds
from flowdesigner.texts import N_, message

_LEAST = 15
"""Seconds in which a code mostly comes; a rule of the house."""
_MOST = 90
"""Seconds that nobody waits for a code; a rule of the house."""
_USUAL = "30s"
_USUAL_TIMES = 3


def _of_block(context: BlockContext) -> Findings:
    block = context.block
    if not isinstance(block, Otp):
        return
    ladder = block.ladder or ()
    if block.resend is None and len(ladder) < 2:
        told = N_("Whose code does not come has no way to get it again.")
        yield Finding(
            message=message(told), field=("resend",), fixes=tuple(_words_for_again(context))
        )
    for position, rung in enumerate(ladder[1:], 1):
        yield from _of_rung(context, position, rung)


def _of_rung(context: BlockContext, position: int, rung: Rung) -> Findings:
    """One without a time is told by another rule."""
    pause = seconds(rung.after)
    if pause is None or _LEAST <= pause <= _MOST:
        return
    told = N_("So soon after the one before, many customers get the code twice.")
    if pause > _MOST:
        told = N_("After {seconds} seconds, most customers have given up waiting for the code.")
    title = message(N_("Write {value}"), value=_USUAL)
    place = ("ladder", position, "after")
    edit = SetValue(context.flow, context.id, place, _USUAL, title)
    yield Finding(
        message=message(told, seconds=round(pause)),
        field=place,
        fixes=(Fix(title=title, edit=edit),),
    )


def _words_for_again(context: BlockContext) -> Iterator[Fix]:
    """In the languages whose words are known, if these are all."""
    known = {code: vocabulary(code) for code in context.languages}
    if None in known.values():
        return
    title = message(N_("Let customers ask for it again"))
    words = {code: each.send_again for code, each in known.items() if each}
    resend = Resend(times=_USUAL_TIMES, cooldown=_USUAL, words=words)
    yield Fix(title=title, edit=SetValue(context.flow, context.id, ("resend",), resend, title))


RULE = Rule(
    name="code-never-came",
    alias="OT05",
    severity=Severity.WARNING,
    title=N_("Who gets no code gets another chance in time"),
    manual=Manual(
        means=N_(
            "A one-time code goes over one channel only and cannot be asked for again, or the "
            "next channel takes its turn in less than 15 or more than 90 seconds."
        ),
        why=N_(
            "Some codes never arrive: a phone is off, a message is held up, a number is not on "
            "WhatsApp. Most codes that arrive do so within seconds; sending the next one at once "
            "costs twice and confuses, and after a minute and a half customers have left. 30 "
            "seconds are usual."
        ),
        cure=N_(
            "Set the words by which customers get the code again, or add a second channel such "
            "as SMS after 30 seconds."
        ),
        source=N_("Good practice of the trade"),
    ),
    of_block=_of_block,
    blocks=being(Otp),
)
