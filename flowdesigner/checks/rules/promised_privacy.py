"""The rule *promised-privacy*."""

from flowdesigner.checks.about import having
from flowdesigner.checks.context import FlowContext, ProjectContext
from flowdesigner.checks.journeys import Place
from flowdesigner.checks.node import variable_of
from flowdesigner.checks.promises import Hold, broken, promised
from flowdesigner.checks.rule import Basis, Findings, Manual, Rule, Severity
from flowdesigner.model import fields
from flowdesigner.texts import N_, Message, message

_CONTACT = frozenset({"contact.name", "contact.phone", "contact.email"})
_BY_NATURE = ("phone", "email", "location")
"""The types of variables that tell who or where somebody is."""


class _Handed(Hold):
    def __init__(self, context: ProjectContext, host: str) -> None:
        self._host, self._personal = host, _personal(context)

    def _names(self, flow: FlowContext, block: str) -> list[str]:
        kept = flow.nodes[block].kept
        handed = kept.hands.get(self._host.strip().casefold(), ()) if kept else ()
        return sorted(each for each in handed if variable_of(each) in self._personal)

    def broken(self, flow: FlowContext, place: Place) -> bool:
        return bool(self._names(flow, place.block))

    def told(self, flow: FlowContext, place: Place) -> Message:
        told = N_("You promised: nothing personal goes to {host}. “{variable}” goes there.")
        return message(told, host=self._host, variable=self._names(flow, place.block)[0])


def _personal(context: ProjectContext) -> set[str]:
    """The variables that hold something personal, by themselves or taken from another."""
    declared = context.project.variables.items()
    found = {name for name, each in declared if each.personal or each.type in _BY_NATURE}
    found |= _CONTACT
    copies = [
        (name, {variable_of(each) for each in reads})
        for flow in context.flows.values()
        for node in flow.nodes.values()
        for name, reads in (node.kept.copies.items() if node.kept else ())
    ]
    while more := {name for name, reads in copies if reads & found} - found:
        found |= more
    return found


def _of_project(context: ProjectContext) -> Findings:
    for promise in promised(context.project, "private"):
        yield from broken(context, _Handed(context, promise.host or ""))


RULE = Rule(
    name="promised-privacy",
    severity=Severity.ERROR,
    title=N_("Promise: nothing personal goes to another system"),
    manual=Manual(
        means=N_(
            "You have promised that nothing personal goes to a host, and something does: in a web "
            "address, or in what goes along with a request. Personal are the name, phone number "
            "and email address of the contact, variables that are marked as personal, phone "
            "numbers, email addresses and locations, and what is copied from any of them."
        ),
        why=N_(
            "Who passes personal data on needs a reason in law and the customer's knowledge "
            "(Indonesia's UU 27/2022 on personal data, in force since 17 October 2024)."
        ),
        cure=N_(
            "Take the variable out of the address or the data, or send a number instead that only "
            "your own systems know whom it belongs to."
        ),
        source=N_("Your own promise, in the settings of the project."),
    ),
    kind=Basis.WAYS,
    of_project=_of_project,
    blocks=having(fields.Kind.URL),
)
