"""The rule *handoff-without-summary*."""

from collections.abc import Iterator

from flowdesigner.checks.context import BlockContext
from flowdesigner.checks.rule import Finding, Findings, Fix, Manual, Rule, Severity
from flowdesigner.edits.blocks import SetValue
from flowdesigner.texts import N_, message

_SUMMARY, _SHOWN = "summary", "keep"
_FEW = 6
_HIDDEN = ("secret", "list", "media")


def _of_block(context: BlockContext) -> Findings:
    """Not where the journey knows nothing of the customer: the chat itself goes along anyway."""
    block = context.block
    if not block.hands_over or not context.around.facts.variables:
        return
    if block.__dict__.get(_SHOWN) or any(spot.path[-1] == _SUMMARY for spot in block.texts):
        return
    yield Finding(
        message=message(N_("The colleague is told nothing of what the customer has said so far.")),
        field=(_SUMMARY,),
        fixes=tuple(_fixes(context)),
    )


def _fixes(context: BlockContext) -> Iterator[Fix]:
    """Show the variables of the project, when these are few."""
    variables = context.around.facts.variables.items()
    names = tuple(name for name, each in variables if each.type not in _HIDDEN)
    if 0 < len(names) <= _FEW:
        title = message(N_("Show the colleague: {names}"), names=", ".join(names))
        yield Fix(title=title, edit=SetValue(context.flow, context.id, (_SHOWN,), names, title))


RULE = Rule(
    name="handoff-without-summary",
    alias="HH03",
    severity=Severity.WARNING,
    title=N_("Who takes over knows what was said before"),
    manual=Manual(
        means=N_(
            "A conversation is handed over without a summary, and without variables that are "
            "shown to the colleague."
        ),
        why=N_(
            "The colleague asks for the order number that the customer typed a minute ago. To "
            "repeat oneself is what customers dislike most about bots (Rasa's and Twilio's "
            "guides to handing over, seen in November 2026)."
        ),
        cure=N_(
            "Write one or two lines with what is known, such as the order number and what is "
            "wanted. Give variables that may have no value a default."
        ),
        source=N_("Google and Rasa, guides to the design of conversations, read in November 2026."),
    ),
    of_block=_of_block,
    blocks=lambda block_type: {_SUMMARY, _SHOWN} <= block_type.model_fields.keys(),
)
