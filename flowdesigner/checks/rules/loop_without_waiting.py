"""The rule *loop-without-waiting*."""

from flowdesigner.checks.context import FlowContext
from flowdesigner.checks.graph import Ring, rings
from flowdesigner.checks.rule import Basis, Finding, Findings, Manual, PathStep, Rule, Severity
from flowdesigner.texts import N_, message

_SURELY = N_("From here the conversation goes round for ever, and never waits for the customer.")
_POSSIBLY = N_("From here the conversation can go round many times without waiting.")


def _of_flow(context: FlowContext) -> Findings:
    found = yield from rings(context)
    for ring in found:
        yield Finding(
            block=ring.blocks[0],
            message=message(_POSSIBLY if ring.can_be_left else _SURELY),
            severity=Severity.WARNING if ring.can_be_left else None,
            path=_path(context, ring),
        )


def _path(context: FlowContext, ring: Ring) -> tuple[PathStep, ...]:
    following = (*ring.blocks[1:], ring.blocks[0])
    steps = []
    for block, after in zip(ring.blocks, following, strict=True):
        exit = next(exit for exit, target in context.edges[block] if target == after)
        steps.append(PathStep(context.id, block, exit))
    return (*steps, PathStep(context.id, ring.blocks[0]))


RULE = Rule(
    name="loop-without-waiting",
    alias="FL03",
    severity=Severity.ERROR,
    kind=Basis.WAYS,
    title=N_("The conversation never goes round without waiting"),
    manual=Manual(
        means=N_(
            "Blocks lead round in a ring, and none of them waits for the customer. It is an error "
            "when there is no way out of the ring, and a warning when there is one, such as a "
            "condition or a system that answers again."
        ),
        why=N_(
            "The customer would be sent message after message within seconds. WhatsApp takes one "
            "message in 6 seconds for each customer, 45 in a burst (Meta's documentation, seen in "
            "November 2026), and bills every one of them."
        ),
        cure=N_(
            "Put a question or a menu into the ring, or lead one of its exits out of it. A ring "
            "that counts its rounds and stops is fine: say so in the block's list of silenced "
            "checks."
        ),
        source=N_("How conversations run in Flow Designer and on the platforms it exports to."),
    ),
    of_flow=_of_flow,
)
