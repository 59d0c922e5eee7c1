"""The rule *no-reply-forgotten*."""

from flowdesigner.checks.context import BlockContext
from flowdesigner.checks.limits import usual_limit
from flowdesigner.checks.questions import SILENCE
from flowdesigner.checks.rule import Finding, Findings, Manual, Rule, Severity
from flowdesigner.model.fields import fields_of
from flowdesigner.texts import N_, message

_LIMIT = "no_reply_after"


def _of_block(context: BlockContext) -> Findings:
    for way in context.ways:
        if way.id == SILENCE and not way.happens:
            field = fields_of(type(context.block))[_LIMIT]
            yield Finding(
                message=message(N_("If no answer comes, the customer waits here for ever.")),
                field=(_LIMIT,),
                fixes=usual_limit(context, (_LIMIT,), field),
            )


RULE = Rule(
    name="no-reply-forgotten",
    alias="FL05",
    severity=Severity.ERROR,
    title=N_("Every question says what happens when no answer comes"),
    manual=Manual(
        means=N_("A question does not say after how long it stops waiting for an answer."),
        why=N_(
            "Many customers put the phone away in the middle of a conversation. Without a limit "
            "they hang in the journey: they cannot begin it anew, and your numbers never show "
            "that they have left (Google's guide to conversation design, “no input”, seen in "
            "November 2026)."
        ),
        cure=N_(
            "Say after how long it goes on by “No reply”. Ask once more in a friendly way there, "
            "then close the conversation."
        ),
        source=N_("Google and Rasa, guides to the design of conversations, read in November 2026."),
    ),
    of_block=_of_block,
    blocks=lambda block_type: _LIMIT in block_type.model_fields,
)
