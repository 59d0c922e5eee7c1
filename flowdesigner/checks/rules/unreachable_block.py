"""The rule *unreachable-block*."""

from itertools import chain

from flowdesigner.checks.context import FlowContext
from flowdesigner.checks.graph import reached
from flowdesigner.checks.rule import Finding, Findings, Fix, Manual, Rule, Severity
from flowdesigner.edits.blocks import DeleteBlocks
from flowdesigner.texts import N_, message

_NONE = N_("No connection leads to this block.")
_NEVER_TAKEN = N_("Connections lead to this block, but the conversation can never take them.")


def _of_flow(context: FlowContext) -> Findings:
    if context.flow.first not in context.nodes:
        return
    found = yield from reached(context)
    yield None
    alone = [block for block in context.nodes if block not in found]
    yield None
    exits = (node.exits.values() for node in context.nodes.values() if alone)
    led_to = set(chain.from_iterable(exits))
    for block in alone:
        yield Finding(
            block=block,
            message=message(_NEVER_TAKEN if block in led_to else _NONE),
            fixes=(_delete(context, block),),
        )


def _delete(context: FlowContext, block: str) -> Fix:
    """Alone, or with the one it leads to and fro with: that would be left without a way on."""
    others = set(context.nodes[block].exits.values())
    pair = [id for id in others & context.nodes.keys() if block in context.nodes[id].exits.values()]
    gone = (block, *pair) if len(others) == 1 else (block,)
    title = N_("Delete the block") if len(gone) == 1 else N_("Delete {n} blocks")
    return Fix(title=message(title, n=len(gone)), edit=DeleteBlocks(context.id, gone))


RULE = Rule(
    name="unreachable-block",
    alias="FL01",
    severity=Severity.WARNING,
    title=N_("Every block can be reached"),
    manual=Manual(
        means=N_(
            "No way leads from the first block of the flow to this one. A connection counts only "
            "when it can be taken: “No reply” is never taken by a question that waits for ever."
        ),
        why=N_(
            "No customer will ever see the block. Most often a connection was forgotten, or was "
            "deleted together with the block that it came from."
        ),
        cure=N_("Connect an exit to the block, or delete it."),
        source=N_("How conversations run in Flow Designer and on the platforms it exports to."),
    ),
    of_flow=_of_flow,
    soon=True,
)
