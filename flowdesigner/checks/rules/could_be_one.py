"""The rule *could-be-one*."""

from collections import Counter
from collections.abc import Iterator, Mapping

from flowdesigner.blocks.message import Message
from flowdesigner.checks.about import being
from flowdesigner.checks.context import FlowContext
from flowdesigner.checks.rule import Basis, Finding, Findings, Fix, Manual, Rule, Severity
from flowdesigner.checks.windows import has_window
from flowdesigner.edits.sending import IntoOne
from flowdesigner.texts import N_, message

LONGEST = 300
"""Characters of a message that is still read at a glance (a choice of the house); WhatsApp would
take 4,096."""
_BREAK = 2
"""Characters between what was said in two messages."""
_EACH = "message"
"""How WhatsApp bills when every message in free words costs something."""

PAUSE_EVERY = 500


def _of_flow(context: FlowContext) -> Findings:
    pricing = context.around.term("whatsapp.pricing")
    if pricing is None or pricing.value != _EACH:
        return
    if not any(map(has_window, context.around.channels)):
        return
    led_to = Counter(target for edges in context.edges.values() for _exit, target in edges)
    yield None
    follows = _follows(context, led_to)
    yield None
    later = set(follows.values())
    for at, id in enumerate(follows):
        if at % PAUSE_EVERY == 0:
            yield None
        if id not in later:
            for row in _rows(context, id, follows):
                edit = IntoOne(context.id, row)
                yield Finding(
                    block=row[0],
                    message=message(N_("{n} short messages here could be one."), n=len(row)),
                    fixes=(Fix(title=edit.title, edit=edit),),
                )


def _follows(context: FlowContext, led_to: Counter[str]) -> Mapping[str, str]:
    """For each plain message the one that always follows it at once."""
    found = {}
    for id, node in context.nodes.items():
        following = _following(context, id, led_to) if node.bubble else None
        if following is not None:
            other = context.nodes[following]
            if other.bubble and other.channel == node.channel:
                found[id] = following
    return found


def _rows(
    context: FlowContext, first: str, follows: Mapping[str, str]
) -> Iterator[tuple[str, ...]]:
    """As many messages as fit into one, from the first on, then again."""
    row, length, at = [first], context.nodes[first].bubble, first
    while (at := follows.get(at, "")) != "":
        more = context.nodes[at].bubble
        if length + _BREAK + more > LONGEST:
            yield from (tuple(row),) if len(row) > 1 else ()
            row, length = [], -_BREAK
        row.append(at)
        length += _BREAK + more
    yield from (tuple(row),) if len(row) > 1 else ()


def _following(context: FlowContext, id: str, led_to: Counter[str]) -> str | None:
    """The block that is come to only from this one."""
    targets = {target for _exit, target in context.edges[id]}
    if len(targets) != 1:
        return None
    (target,) = targets
    ways = sum(1 for _exit, there in context.edges[id] if there == target)
    return target if led_to[target] == ways and target != context.flow.first else None


RULE = Rule(
    name="could-be-one",
    alias="WA021",
    severity=Severity.HINT,
    kind=Basis.WAYS,
    title=N_("Short messages in a row are one message"),
    manual=Manual(
        means=N_(
            "Plain messages always follow one another at once, and what they say fits into one "
            "message of 300 characters."
        ),
        why=N_(
            "Since 1 October 2026 WhatsApp bills every message in free words (Meta, pricing of "
            "non-template messages, checked 24 November 2026): one message costs less than two, "
            "and the customer's phone rings once."
        ),
        cure=N_("Say it in one message, with an empty line between the parts."),
        source=N_("Google and Rasa, guides to the design of conversations, read in November 2026."),
    ),
    of_flow=_of_flow,
    blocks=being(Message),
    channels=has_window,
)
