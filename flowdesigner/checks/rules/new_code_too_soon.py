"""The rule *new-code-too-soon*."""

from functools import partial
from operator import eq

from flowdesigner.checks.about import having
from flowdesigner.checks.context import FlowContext
from flowdesigner.checks.node import Node
from flowdesigner.checks.rule import Basis, Finding, Findings, Manual, Rule, Severity
from flowdesigner.checks.walk import Walk
from flowdesigner.model.fields import Kind
from flowdesigner.model.passage import known
from flowdesigner.texts import N_, message

GOOD_FOR = 600
"""Seconds for which a code is good when nobody says otherwise (WhatsApp's authentication
templates)."""

_SENT, _RENEWED = "sent", "renewed"
_IS_SENT = known(_SENT)


def _of_flow(context: FlowContext) -> Findings:
    codes = _codes(context)
    sending = [id for id, node in context.nodes.items() if _sends(node, codes)]
    if not any(_is_template(context.nodes[id]) for id in sending):
        return
    yield None
    walk = Walk(
        context, "", lambda block, exit, before: _after(context, codes, block, exit, before)
    )
    yield from walk.pausing()
    for id in sending:
        other = _SENT if _makes_its_own(context.nodes[id]) else _RENEWED
        if other in walk.values(id):
            surely = set(walk.values(id)) == {other} and _makes_its_own(context.nodes[id])
            yield Finding(
                block=id,
                message=message(N_("A new code is sent here while the one before still works.")),
                severity=None if surely else Severity.WARNING,
                path=walk.to(id, partial(eq, other)),
            )


def _codes(context: FlowContext) -> frozenset[str]:
    """The variables that hold a code: what templates for codes say."""
    read = (node.reads for node in context.nodes.values() if _is_template(node))
    return frozenset[str]().union(*read)


def _is_template(node: Node) -> bool:
    return node.sends is not None and node.sends.approved and node.sends.code


def _makes_its_own(node: Node) -> bool:
    return node.sends is not None and node.sends.code and not node.sends.approved


def _sends(node: Node, codes: frozenset[str]) -> bool:
    return node.sends is not None and (node.sends.code or bool(node.reads & codes))


def _after(
    context: FlowContext, codes: frozenset[str], block: str, exit: str, before: str
) -> str | None:
    """Whether a code is out, or is another by now, when a block is left."""
    node, passage = context.nodes[block], context.passage(block, exit)
    if passage is None:
        return None
    if passage.code == _IS_SENT or (node.sends is not None and node.reads & codes):
        return _SENT
    if (passage.code and "" not in passage.code) or passage.elapsed[0] >= GOOD_FOR:
        return ""
    return _RENEWED if before == _SENT and node.sets.get(exit, frozenset()) & codes else before


RULE = Rule(
    name="new-code-too-soon",
    alias="OT04",
    severity=Severity.ERROR,
    kind=Basis.WAYS,
    title=N_("A new code is sent only when the old one works no more"),
    manual=Manual(
        means=N_(
            "A template with a one-time code is sent, and within ten minutes, before the code was "
            "typed, there is a way on which another code is made and sent."
        ),
        why=N_(
            "The customer has two codes and does not know which one counts; messages may come in "
            "another order than they were sent. If both work, guessing is twice as easy."
        ),
        cure=N_(
            "Send the same code again, or let a “One-time code” block do it: it sends one code on "
            "several channels. If your system lets the old code die at once, say so where you "
            "silence this rule."
        ),
        source=N_("Twilio, documentation of Verify, read in November 2026."),
    ),
    of_flow=_of_flow,
    blocks=having(Kind.TEXT),
)
