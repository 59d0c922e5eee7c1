"""The rule *nothing-after-handoff*."""

from flowdesigner.checks.context import FlowContext
from flowdesigner.checks.rule import Basis, Finding, Findings, Manual, Rule, Severity
from flowdesigner.checks.silence import falls_silent
from flowdesigner.texts import N_, message

_CLOSED = "closed"
_USUAL = "done"


def _of_flow(context: FlowContext) -> Findings:
    """An outcome of its own tells that a person has helped, and so does a goal."""
    for id, node in context.nodes.items():
        path = falls_silent(context, id, _CLOSED) if node.hands_over else ()
        if not path or any(context.nodes[step.block].counts for step in path):
            continue
        if context.nodes[path[-1].block].outcome == _USUAL:
            yield Finding(
                block=id,
                field=("exits", _CLOSED),
                message=message(N_("Nothing tells whether the colleague could help.")),
                path=path,
            )


RULE = Rule(
    name="nothing-after-handoff",
    alias="HH06",
    severity=Severity.WARNING,
    kind=Basis.WAYS,
    title=N_("After a colleague has closed the chat, something tells how it went"),
    manual=Manual(
        means=N_(
            "When the colleague closes the chat the conversation is over at once, with the same "
            "outcome as all others: nothing is asked, said or counted."
        ),
        why=N_(
            "Nobody sees how many customers needed a person and whether they were content. Ask "
            "them right then: later hardly anyone answers."
        ),
        cure=N_(
            "Ask for a rating from 1 to 5, or end the flow with an outcome of its own, such as "
            "“helped”."
        ),
        source=N_("Google and Rasa, guides to the design of conversations, read in November 2026."),
    ),
    of_flow=_of_flow,
    blocks=lambda block_type: "longest_wait" in block_type.model_fields,
)
