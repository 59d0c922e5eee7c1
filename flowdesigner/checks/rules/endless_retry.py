"""The rule *endless-retry*."""

from flowdesigner.blocks.end import End
from flowdesigner.checks.about import having
from flowdesigner.checks.context import BlockContext
from flowdesigner.checks.rule import Basis, Finding, Findings, Fix, Manual, Rule, Severity
from flowdesigner.edits.blocks import SetValue
from flowdesigner.edits.edit import Edit, Several
from flowdesigner.edits.fixes import EndAfter
from flowdesigner.model.block import Block, Exit
from flowdesigner.model.fields import Kind, holding, part_type_of
from flowdesigner.model.retry import Retry
from flowdesigner.texts import N_, message

_TRIES = 2
_SILENCE = "no_reply"


def _of_block(context: BlockContext) -> Findings:
    block = context.block
    if context.id not in block.exits.values() or not block.waits or not block.texts:
        return
    for way in context.ways:
        # What an answer of the author's own or a good one leads to is the customer's choice.
        chosen = bool(way.words) or bool(block.sets(way.id))
        if way.happens and not chosen and block.target(way.id) == context.id:
            told = N_("“{exit}” leads straight back here, however often it happens.")
            yield Finding(
                message=message(told, exit=way.title if way.title.msgid else way.id),
                field=("exits", way.id),
                fixes=(_fix(context, way),),
            )


def _fix(context: BlockContext, way: Exit) -> Fix:
    title = message(N_("End the flow there"))
    edits: list[Edit] = [EndAfter(context.flow, context.id, way.id, End())]
    tries = _retry(context.block)
    if tries is not None and way.id != _SILENCE:
        title = message(N_("Ask {n} more times, then end the flow"), n=_TRIES)
        edits.append(SetValue(context.flow, context.id, (tries, "times"), _TRIES, title))
    return Fix(title=title, edit=Several(tuple(edits), title))


def _retry(block: Block) -> str | None:
    """Where a block says how often it asks again, when it can and does not yet."""
    for name in holding(type(block)):
        if part_type_of(type(block), name) is Retry:
            retry = getattr(block, name)
            return None if retry and retry.times else name
    return None


RULE = Rule(
    name="endless-retry",
    alias="FL04b",
    severity=Severity.HINT,
    kind=Basis.WAYS,
    title=N_("Nobody is asked the same for ever"),
    manual=Manual(
        means=N_(
            "What happens when an answer is not understood, or when none comes, leads straight "
            "back to the same question."
        ),
        why=N_(
            "Who did not understand the question twice does not the tenth time either. Customers "
            "who are asked again and again leave, or block the sender."
        ),
        cure=N_(
            "Let the block itself ask again a few times, and lead the exit to a person or to an "
            "end."
        ),
        source=N_("Google and Rasa, guides to the design of conversations, read in November 2026."),
    ),
    of_block=_of_block,
    blocks=having(Kind.TEXT),
)
