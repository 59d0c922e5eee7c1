"""The rule *handoff-without-limit*."""

from flowdesigner.checks.context import BlockContext
from flowdesigner.checks.limits import usual_limit
from flowdesigner.checks.rule import Finding, Findings, Manual, Rule, Severity
from flowdesigner.model.fields import fields_of
from flowdesigner.texts import N_, message

_LIMIT = "longest_wait"


def _of_block(context: BlockContext) -> Findings:
    block = context.block
    if block.hands_over and block.__dict__.get(_LIMIT) is None:
        field = fields_of(type(block))[_LIMIT]
        yield Finding(
            message=message(N_("When no colleague answers, the customer waits without end.")),
            field=(_LIMIT,),
            fixes=usual_limit(context, (_LIMIT,), field),
        )


RULE = Rule(
    name="handoff-without-limit",
    alias="HH04",
    severity=Severity.WARNING,
    title=N_("Waiting for a colleague comes to an end"),
    manual=Manual(
        means=N_("A conversation is handed over, and nothing says how long to wait at most."),
        why=N_(
            "When all colleagues are busy the bot stays silent, too. The customer sits there with "
            "a promise that nobody keeps."
        ),
        cure=N_(
            "Say how long to wait, 10 minutes for example. Offer a ticket or a call back by "
            "“Nobody available”."
        ),
        source=N_("Google and Rasa, guides to the design of conversations, read in November 2026."),
    ),
    of_block=_of_block,
    blocks=lambda block_type: _LIMIT in block_type.model_fields,
)
