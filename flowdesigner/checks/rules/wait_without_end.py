"""The rule *wait-without-end*."""

from functools import cache

from flowdesigner.checks.about import declaring
from flowdesigner.checks.context import BlockContext
from flowdesigner.checks.limits import out_of_bounds, usual_limit
from flowdesigner.checks.rule import Finding, Findings, Manual, Rule, Severity
from flowdesigner.model.block import Block
from flowdesigner.model.fields import Field, applies, fields_of
from flowdesigner.model.walk import Spot
from flowdesigner.texts import N_, message


@cache
def _ends(block_type: type[Block]) -> tuple[tuple[str, Field], ...]:
    """The fields without which a block may wait for ever."""
    return tuple(each for each in fields_of(block_type).items() if each[1].ends_wait)


def _of_block(context: BlockContext) -> Findings:
    block = context.block
    for name, field in _ends(type(block)):
        if not applies(block, field):
            continue
        value = getattr(block, name)
        if value is None:
            told = message(N_("If it never happens, the customer is stuck here for ever."))
            fixes = usual_limit(context, (name,), field)
            yield Finding(message=told, field=(name,), fixes=fixes)
        else:
            yield from out_of_bounds(context, Spot((name,), field, block, value))


RULE = Rule(
    name="wait-without-end",
    alias="FL10",
    severity=Severity.ERROR,
    title=N_("Every wait for something comes to an end"),
    manual=Manual(
        means=N_(
            "A block waits for something to happen, or for news of a message, and does not say how "
            "long at most."
        ),
        why=N_(
            "Not everything that is waited for happens. Customers for whom it does not would stay "
            "in the journey for ever and could not enter it again."
        ),
        cure=N_("Say how long to wait at most, and draw what happens then."),
        source=N_("How conversations run in Flow Designer and on the platforms it exports to."),
    ),
    of_block=_of_block,
    blocks=declaring(lambda field: field.ends_wait),
)
