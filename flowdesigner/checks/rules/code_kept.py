"""The rule *code-kept*."""

import re

from flowdesigner.blocks.set import Set, VariableChange
from flowdesigner.checks.about import having
from flowdesigner.checks.context import FlowContext
from flowdesigner.checks.rule import Basis, Finding, Findings, Fix, Manual, Rule, Severity
from flowdesigner.checks.walk import Walk, has_value
from flowdesigner.edits.sending import PutBefore
from flowdesigner.model.fields import Kind
from flowdesigner.texts import N_, message

_NAME = re.compile(
    r"(?:^|_)(?:otp|(?:otp|one_time|verification|auth|login|security)_(?:code|pass|password)"
    r"|(?:kode|code)_(?:otp|verifikasi|sekali_pakai|masuk|login|verification)|passcode)$"
)
_HOLDS_CODES = ("text", "number", "secret")


def _of_flow(context: FlowContext) -> Findings:
    """Where a flow ends, or a person takes over, with a code still in a variable."""
    for variable, declared in context.around.facts.variables.items():
        if declared.type in _HOLDS_CODES and _NAME.search(variable):
            yield from _kept(context, variable)


def _kept(context: FlowContext, variable: str) -> Findings:
    nodes = context.nodes
    if not any(variable in names for node in nodes.values() for names in node.sets.values()):
        return
    walk = Walk(context, False, has_value(nodes, variable))
    yield from walk.pausing()
    told = N_("The code in “{variable}” is still kept here, though nobody needs it any more.")
    for id, node in nodes.items():
        if (node.outcome is not None or node.hands_over) and any(walk.values(id)):
            yield Finding(
                block=id,
                message=message(told, variable=variable),
                path=walk.to(id, bool),
                fixes=() if variable in node.reads else (_fix(context, id, variable),),
            )


def _fix(context: FlowContext, block: str, variable: str) -> Fix:
    title = message(N_("Clear it before this"))
    clearing = Set(changes=(VariableChange(variable=variable, clear=True),))
    edit = PutBefore(context.id, block, "clear_code", clearing, "next", title)
    return Fix(title=title, edit=edit)


RULE = Rule(
    name="code-kept",
    alias="OT07",
    severity=Severity.WARNING,
    kind=Basis.WAYS,
    title=N_("A one-time code is forgotten when it has done its work"),
    manual=Manual(
        means=N_(
            "A variable that by its name holds a one-time code (such as “otp” or “kode_otp”) "
            "still has its value where the flow ends or a person takes over. The block for "
            "one-time codes keeps nothing in a variable."
        ),
        why=N_(
            "Platforms keep variables with the contact, show them to agents and write them into "
            "logs and exports. Who can read a code there may use it, and nobody needs it."
        ),
        cure=N_(
            "Clear the variable by a block that sets variables, right after the code was "
            "checked, or let the block for one-time codes send and check the code."
        ),
        source=N_("Good practice of the trade"),
    ),
    of_flow=_of_flow,
    blocks=having(Kind.VARIABLE, Kind.SAVE, Kind.OUTCOME, Kind.TEXT),
)
