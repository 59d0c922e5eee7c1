"""The rule *more-than-a-day*."""

from flowdesigner.checks.context import FlowContext
from flowdesigner.checks.rule import Basis, Finding, Findings, Manual, Rule, Severity
from flowdesigner.texts import N_, message

_WHATSAPP = "whatsapp"


def _of_flow(context: FlowContext) -> Findings:
    facts = context.around.facts.settings.whatsapp
    most = facts.customers_a_day if facts is not None else None
    if most is None or _WHATSAPP not in context.around.channel_ids:
        return
    for at, start in enumerate(context.flow.starts or ()):
        if start.trigger == "audience" and start.size is not None and start.size > most:
            days = -(-start.size // most)
            told = N_("WhatsApp lets you write to {most} customers a day: this takes {days} days.")
            yield Finding(message=message(told, most=most, days=days), field=("starts", at, "size"))


RULE = Rule(
    name="more-than-a-day",
    alias="WA023",
    severity=Severity.WARNING,
    kind=Basis.DATA,
    title=N_("No list is longer than WhatsApp lets you write to in a day"),
    manual=Manual(
        means=N_(
            "A flow is sent to a list of more customers than the settings say you may write to "
            "first within 24 hours on WhatsApp."
        ),
        why=N_(
            "All further messages fail. A new business may write to 250 customers in 24 hours, "
            "then to 2,000, 10,000 and 100,000 (Meta's page on messaging limits, seen in November "
            "2026)."
        ),
        cure=N_(
            "Cut the list into days, or enter the number that your WhatsApp manager shows now in "
            "the settings under “WhatsApp”."
        ),
        source="Meta, messaging limits, November 2026",
    ),
    of_flow=_of_flow,
    channels=lambda channel: channel.id == _WHATSAPP,
)
