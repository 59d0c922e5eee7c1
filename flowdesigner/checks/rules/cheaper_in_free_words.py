"""The rule *cheaper-in-free-words*."""

from flowdesigner.blocks.template import Template
from flowdesigner.checks.about import being
from flowdesigner.checks.context import FlowContext
from flowdesigner.checks.node import Node
from flowdesigner.checks.rule import Basis, Finding, Findings, Manual, Rule, Severity
from flowdesigner.costs.rate_rows import Rate
from flowdesigner.costs.rates import RateCard
from flowdesigner.costs.words import Price
from flowdesigner.texts import N_, message

_WHATSAPP = "whatsapp"
_HOUR = 3600


def _of_flow(context: FlowContext) -> Findings:
    window = context.around.term("whatsapp.window_hours")
    billed = context.around.term("whatsapp.pricing")
    if window is None or billed is None or billed.value != "message":
        return
    for at, (id, node) in enumerate(context.nodes.items()):
        if at % 100 == 0:
            yield None
        prices = _prices(context, node)
        if prices is not None and _surely_within(context, id, int(window.value) * _HOUR):
            yield _finding(id, *prices)


def _prices(context: FlowContext, node: Node) -> tuple[Rate, Rate] | None:
    """What the template costs, and what free words would, when these are cheaper."""
    sends = node.sends
    channels = (node.channel,) if node.channel else context.around.channel_ids
    if sends is None or not sends.approved or sends.code or channels[:1] != (_WHATSAPP,):
        return None
    card = RateCard.with_settings(context.around.facts.settings.rates)
    day = context.around.as_of
    template, free = (card.rate(_WHATSAPP, each, day) for each in (sends.category, "service"))
    if template is None or free is None or template.currency != free.currency:
        return None
    return (template, free) if free.price < template.price else None


def _surely_within(context: FlowContext, block: str, seconds: float) -> bool:
    """Whether the customer surely wrote so shortly before; after an advertisement all is free."""
    if any(begin.trigger == "ad" for begin in context.begins):
        return False
    state = context.state(block)
    return state is not None and state.silence[1] < seconds


def _finding(block: str, template: Rate, free: Rate) -> Finding:
    return Finding(
        message=message(
            N_(
                "The customer has just written: free words would do, for {free} instead of"
                " {price} a message."
            ),
            free=Price(free.price, free.currency),
            price=Price(template.price, template.currency),
        ),
        block=block,
    )


RULE = Rule(
    name="cheaper-in-free-words",
    alias="CS02",
    severity=Severity.HINT,
    kind=Basis.DATA,
    title=N_("No template is paid for where free words would do"),
    manual=Manual(
        means=N_(
            "A template for offers is sent although the customer surely wrote within the last 24"
            " hours, when a message in free words may be sent for less. The prices are those of"
            " the day and the settings."
        ),
        why=N_(
            "A template for offers costs more than a message in free words, has to be approved,"
            " and is held back by WhatsApp when a customer gets too many."
        ),
        cure=N_(
            "Use a message instead, which may have the same picture and buttons. The customer"
            " must have agreed to offers all the same."
        ),
        source=N_("Meta, WhatsApp rate card of 1 July 2026, read in November 2026."),
    ),
    of_flow=_of_flow,
    blocks=being(Template),
    channels=lambda channel: channel.id == _WHATSAPP,
)
