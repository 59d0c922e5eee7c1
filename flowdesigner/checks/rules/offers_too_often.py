"""The rule *offers-too-often*."""

from flowdesigner.checks.about import being
from flowdesigner.checks.context import FlowContext, ProjectContext
from flowdesigner.checks.offers import offer_starts, offer_templates
from flowdesigner.checks.rule import Finding, Findings, Fix, Manual, Rule, Severity
from flowdesigner.edits.project import SetProjectValue
from flowdesigner.model.duration import seconds
from flowdesigner.texts import N_, message

_DAY = 24 * 3600
_USUAL = "7d"
"""A pause many businesses keep."""
_COUNTED = ("number", "date")
"""The types of variables that can tell when the last offer was sent."""
_PLACE = ("settings", "offers_pause")


def _of_project(context: ProjectContext) -> Findings:
    pause = seconds(context.project.settings.offers_pause)
    if pause is not None and pause >= _DAY:
        return
    for id, flow in context.flows.items():
        start = next(offer_starts(flow), None)
        if start is None:
            continue
        if pause is not None:
            told = message(N_("Customers may get more than one offer a day."))
            yield Finding(message=told, field=_PLACE, fixes=(_fix(),))
            return
        if not _looks_before(context, flow):
            told = message(N_("Nothing keeps a customer from getting several offers a day."))
            yield Finding(message=told, flow=id, field=("starts", start[0]), fixes=(_fix(),))


def _fix() -> Fix:
    title = message(N_("Leave {days} days between two offers"), days=7)
    return Fix(title=title, edit=SetProjectValue(_PLACE, _USUAL))


def _looks_before(context: ProjectContext, flow: FlowContext) -> bool:
    """Whether on every way a number or a date is compared before the first offer is sent."""
    types = {name: each.type for name, each in context.project.variables.items()}
    offering = {*offer_templates(flow)}
    first = flow.flow.first
    found = {first} if first in flow.nodes else set()
    waiting = list(found)
    while waiting:
        id = str(waiting.pop())
        node = flow.nodes[id]
        if any(types.get(each.variable) in _COUNTED for each in node.tested):
            continue
        if id in offering or (not offering and node.sends is not None):
            return False
        for _exit, target in flow.edges[id]:
            if target not in found:
                found.add(target)
                waiting.append(target)
    return True


RULE = Rule(
    name="offers-too-often",
    alias="CO09",
    severity=Severity.WARNING,
    title=N_("Offers come at most once a day"),
    manual=Manual(
        means=N_(
            "A flow sends offers, and neither the settings say how much time lies between two "
            "offers at least, nor does the flow look at a number or a date before it sends one."
        ),
        why=N_(
            "Several journeys may want to write to the same customer on one day. WhatsApp holds "
            "offers back that come too often (error 131049, as of 29 April 2026), and customers "
            "block the sender."
        ),
        cure=N_(
            "Set in your platform how often a customer gets offers, and say so in the project's "
            "settings under “Hours”. Or keep in a variable when the last one was sent, and look at "
            "it first."
        ),
        source=N_("Meta, error codes, 29 April 2026."),
    ),
    of_project=_of_project,
    blocks=being(),
)
