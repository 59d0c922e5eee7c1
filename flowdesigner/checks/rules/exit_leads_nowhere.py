"""The rule *exit-leads-nowhere*."""

from collections.abc import Iterator

from flowdesigner.blocks.end import End
from flowdesigner.checks.context import FlowContext
from flowdesigner.checks.node import Node
from flowdesigner.checks.rule import Finding, Findings, Fix, Manual, Rule, Severity
from flowdesigner.edits.connections import SetFirst
from flowdesigner.edits.fixes import EndAfter
from flowdesigner.model.block import Exit
from flowdesigner.texts import N_, Message, message


def _of_flow(context: FlowContext) -> Findings:
    if context.flow.first not in context.nodes:
        yield _without_first(context)


def _of_node(context: FlowContext, block: str) -> Findings:
    for way, told in _wrong(context, context.nodes[block]):
        edit = EndAfter(context.id, block, way.id, End())
        yield Finding(
            block=block,
            field=("exits", way.id),
            message=told,
            fixes=(Fix(title=message(N_("End the flow there")), edit=edit),),
        )


def _wrong(context: FlowContext, node: Node) -> Iterator[tuple[Exit, Message]]:
    exits, nodes = node.exits, context.nodes
    for way in node.ways:
        if way.id in exits:
            if exits[way.id] not in nodes:
                gone = N_("“{exit}” leads to a block that is not there: {target}.")
                yield way, message(gone, exit=_name(context, way), target=exits[way.id])
        elif way.happens and way.falls_to is None:
            yield way, message(N_("“{exit}” leads nowhere."), exit=_name(context, way))


def _name(context: FlowContext, way: Exit) -> object:
    facts = context.around.facts
    return facts.in_language(way.words, facts.base_language) or (
        way.title if way.title.msgid else way.id
    )


def _without_first(context: FlowContext) -> Finding:
    if not context.nodes:
        return Finding(
            message=message(N_("The flow has no blocks yet.")),
            field=("first",),
            severity=Severity.HINT,
        )
    led_to = {target for node in context.nodes.values() for target in node.exits.values()}
    likely = next((id for id in context.nodes if id not in led_to), next(iter(context.nodes)))
    return Finding(
        message=message(N_("Nothing says with which block the flow begins.")),
        field=("first",),
        fixes=(
            Fix(
                title=message(N_("Begin with {block}"), block=likely),
                edit=SetFirst(context.id, likely),
            ),
        ),
    )


RULE = Rule(
    name="exit-leads-nowhere",
    alias="FL02",
    also=("FL06",),
    severity=Severity.ERROR,
    title=N_("Every exit leads somewhere"),
    manual=Manual(
        means=N_(
            "A block can be left by an exit that is connected to no block, or to one that was "
            "deleted. The same is said of a flow whose first block is not chosen. Exits that may "
            "stay open, such as “Not delivered” of a message, do not count."
        ),
        why=N_(
            "The customer is stranded: the conversation stops without a word, and nobody is told."
        ),
        cure=N_(
            "Draw a connection from the exit to the block that comes next. If the conversation is "
            "over there, connect it to an End block."
        ),
        source=N_("How conversations run in Flow Designer and on the platforms it exports to."),
    ),
    of_flow=_of_flow,
    of_node=_of_node,
    soon=True,
)
