"""The rule *window-closed*."""

import math
from collections.abc import Iterator
from functools import partial
from operator import lt

from flowdesigner.blocks.template import Template
from flowdesigner.checks.about import having
from flowdesigner.checks.context import FlowContext
from flowdesigner.checks.node import Node
from flowdesigner.checks.rule import Basis, Finding, Findings, Fix, Manual, Rule, Severity
from flowdesigner.checks.walk import Walk
from flowdesigner.checks.windows import HOUR, free_words, has_window, longest_silences
from flowdesigner.edits.sending import Replace
from flowdesigner.model.fields import Kind
from flowdesigner.model.passage import Passage
from flowdesigner.texts import N_, Message, message

_NOT_WRITTEN = N_("The customer has not written yet, so only an approved template arrives here.")
_CLOSED = N_(
    "The customer last wrote more than {hours} hours ago, so only an approved template arrives "
    "here."
)
_MAYBE_NOT_WRITTEN = N_("There is a way here on which the customer has not written yet.")
_MAYBE_CLOSED = N_(
    "There is a way here on which the customer last wrote more than {hours} hours ago."
)

PAUSE_EVERY = 200


def _of_flow(context: FlowContext) -> Findings:
    walks: dict[tuple[float, float], Walk[float]] = {}
    for at, (id, node, window) in enumerate(free_words(context)):
        if at % PAUSE_EVERY == 0:
            yield None
        worst = _worst(context, id, window)
        if worst is None:
            continue
        begin, (least, most) = worst
        walk = walks.get((begin, window))
        if walk is None:
            walk = walks[begin, window] = longest_silences(context, begin, window)
            yield from walk.pausing()
        surely = least > window
        yield Finding(
            block=id,
            message=_text(least if surely else min(begin, most), window, surely),
            severity=None if surely else Severity.WARNING,
            path=walk.to(id, partial(lt, window)),
            fixes=tuple(_fixes(context, id, node)),
        )


def _worst(
    context: FlowContext, id: str, window: float
) -> tuple[float, tuple[float, float]] | None:
    """How silent the customer was at the beginning and is here, at worst, if that is too long."""
    passage = context.ways.passages.get(id)
    if passage is None:
        return None
    found = [(_silence(each.state), _silence(each.state.then(passage))) for each in context.begins]
    begun, here = max(found, key=lambda each: (each[1][0] > window, each[1][1]))
    return (begun[1], here) if here[1] > window else None


def _silence(state: Passage) -> tuple[float, float]:
    return state.silence.anew or (0, 0)


def _text(silence: float, window: float, surely: bool) -> Message:
    if math.isinf(silence) and surely:
        return message(_NOT_WRITTEN)
    told = _CLOSED if surely else _MAYBE_NOT_WRITTEN if math.isinf(silence) else _MAYBE_CLOSED
    return message(told, hours=round(window / HOUR))


def _fixes(context: FlowContext, id: str, node: Node) -> Iterator[Fix]:
    """Plain words can be sent as they are, once they are approved."""
    if node.bubble and not node.reads:
        title = message(N_("Send it as an approved template"))
        template = Template(name=id, category="utility")
        yield Fix(title=title, edit=Replace(context.id, id, template, {"text": "body"}, title))


RULE = Rule(
    name="window-closed",
    alias="WA001",
    also=("WA002", "WA003"),
    severity=Severity.ERROR,
    kind=Basis.WAYS,
    title=N_("Free words are only sent while the customer's window is open"),
    manual=Manual(
        means=N_(
            "The block says something in free words on WhatsApp when the customer has not written "
            "for more than 24 hours, or has not written at all because your business began the "
            "conversation. When that is so on every way it is an error, when only on some it is a "
            "warning. The way is shown with the issue. Customers who write without being asked "
            "are not counted on; a chat with a colleague counts as the customer having written."
        ),
        why=N_(
            "WhatsApp lets a business answer freely for 24 hours after each message of the "
            "customer. After that it takes only templates that it has approved, and refuses "
            "everything else with error 131047 (Meta, sending messages and pricing, checked 24 "
            "November 2026): the customer never sees the message."
        ),
        cure=N_(
            "Send an approved template instead, say it before the wait, or make the wait shorter. "
            "A template with reply buttons opens the window again when the customer answers."
        ),
        source=N_("Meta, WhatsApp customer service window of 24 hours, read in November 2026."),
    ),
    of_flow=_of_flow,
    blocks=having(Kind.TEXT),
    channels=has_window,
)
