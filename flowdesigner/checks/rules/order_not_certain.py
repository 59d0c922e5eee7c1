"""The rule *order-not-certain*."""

from flowdesigner.checks.about import having
from flowdesigner.checks.context import FlowContext
from flowdesigner.checks.rule import Finding, Findings, Manual, PathStep, Rule, Severity
from flowdesigner.model.fields import Kind
from flowdesigner.model.passage import NONE
from flowdesigner.texts import N_, message

_WHATSAPP = "whatsapp"


def _of_flow(context: FlowContext) -> Findings:
    pointing = {id for id, node in context.nodes.items() if node.points_back}
    if not pointing or _WHATSAPP not in context.around.channel_ids:
        return
    for before, node in context.nodes.items():
        # What is all of one plain text brings no picture that could be meant.
        if node.sends is None or node.bubble or node.channel not in (None, _WHATSAPP):
            continue
        for exit, block in context.edges[before]:
            passage = node.passages.get(exit)
            if block in pointing and passage is not None and passage.elapsed == NONE:
                pointing.discard(block)
                told = N_("This speaks of what was sent just before, and may arrive sooner.")
                yield Finding(
                    block=block,
                    message=message(told),
                    path=(PathStep(context.id, before, exit), PathStep(context.id, block)),
                )


RULE = Rule(
    name="order-not-certain",
    alias="WA019",
    severity=Severity.WARNING,
    title=N_("Nothing speaks of a picture that may come later"),
    manual=Manual(
        means=N_(
            "A text speaks of “the picture above” or of a file “just sent”, and that is a message "
            "of its own straight before it."
        ),
        why=N_(
            "WhatsApp does not promise to deliver messages in their order, and pictures and files "
            "take longer than words (Meta's page on sending messages, seen in December 2025)."
        ),
        cure=N_(
            "Send the words with the picture, as one block, or wait between them until the picture "
            "is delivered."
        ),
        source="Meta, send messages, December 2025",
    ),
    of_flow=_of_flow,
    blocks=having(Kind.TEXT),
    channels=lambda channel: channel.id == _WHATSAPP,
)
