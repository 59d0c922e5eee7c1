"""The rule *typed-words-lost*."""

from collections.abc import Iterator

from flowdesigner.checks.about import naming
from flowdesigner.checks.context import FlowContext
from flowdesigner.checks.node import Node
from flowdesigner.checks.rule import Basis, Finding, Findings, Manual, PathStep, Rule, Severity
from flowdesigner.model.block import Exit
from flowdesigner.texts import N_, message

_OTHER = "other"


def _of_flow(context: FlowContext) -> Findings:
    if _is_called(context):
        return
    for block, node in context.nodes.items():
        other = _typed_instead(node)
        if other is None or node.exits.get(_OTHER) not in context.nodes:
            continue
        way = list(_in_silence(context, block))
        if way and context.nodes[way[-1]].outcome is not None:
            steps = zip(
                (block, *way), (_OTHER, *(_only(context, each) for each in way)), strict=True
            )
            yield Finding(
                block=block,
                field=("exits", _OTHER),
                message=message(N_("Who types something else here gets no answer at all.")),
                path=tuple(PathStep(context.id, id, exit) for id, exit in steps),
            )


def _is_called(context: FlowContext) -> bool:
    """The flow that calls it may say something to the customer afterwards."""
    return bool(context.entries) or any(s.trigger == "call" for s in context.flow.starts or ())


def _typed_instead(node: Node) -> Exit | None:
    """The way out for what is none of the answers, of a block that offers some to tap."""
    tapped = any(way.words for way in node.ways)
    return next((way for way in node.ways if way.id == _OTHER and tapped), None)


def _in_silence(context: FlowContext, block: str) -> Iterator[str]:
    """The blocks that are gone through then, as long as nothing is said and nothing is chosen."""
    id, seen = context.nodes[block].exits[_OTHER], {block}
    while id in context.nodes and id not in seen:
        seen.add(id)
        yield id
        node = context.nodes[id]
        if node.says or node.waits or node.calls or len(context.edges[id]) != 1:
            return
        id = context.edges[id][0][1]


def _only(context: FlowContext, block: str) -> str:
    leads = context.edges[block]
    return leads[0][0] if len(leads) == 1 else ""


RULE = Rule(
    name="typed-words-lost",
    alias="WA017",
    severity=Severity.WARNING,
    kind=Basis.WAYS,
    title=N_("Words typed instead of an answer are answered"),
    manual=Manual(
        means=N_(
            "Answers to tap are offered, and for a customer who types something else, or taps an "
            "old button, the flow ends without a word. The way is shown with the issue."
        ),
        why=N_(
            "Buttons stay in the chat for ever, and many customers type a question instead "
            "(Meta's documentation of interactive messages, seen in November 2025). Silence then "
            "looks as if nobody were there."
        ),
        cure=N_(
            "Lead “Something else” to a message that says what can be done, to another try, or to "
            "a person."
        ),
        source="Meta, interactive messages, November 2025",
    ),
    of_flow=_of_flow,
    blocks=naming,
)
