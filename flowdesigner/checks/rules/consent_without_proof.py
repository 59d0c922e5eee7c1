"""The rule *consent-without-proof*."""

from collections.abc import Iterable

from flowdesigner.blocks.consent import Consent
from flowdesigner.blocks.set import Set
from flowdesigner.blocks.webhook import Webhook
from flowdesigner.checks.about import being
from flowdesigner.checks.context import FlowContext, ProjectContext
from flowdesigner.checks.offers import consent_given, with_called
from flowdesigner.checks.rule import Finding, Findings, Manual, Rule, Severity
from flowdesigner.texts import N_, message

PAUSE_EVERY = 500
_TIMES = ("date", "time")


def _of_project(context: ProjectContext) -> Findings:
    called = {
        call.flow
        for flow in context.flows.values()
        for node in flow.nodes.values()
        for call in node.calls
    }
    for id, flow in context.flows.items():
        for at, (block, node) in enumerate(flow.nodes.items()):
            if at % PAUSE_EVERY == 0:
                yield None
            given = {*consent_given(node)}
            targets = [target for exit, target in flow.edges[block] if exit in given]
            if given and id not in called and not _is_noted(context, flow, targets):
                told = N_("Nothing notes when and how the customer has agreed here.")
                yield Finding(flow=id, block=block, message=message(told))


def _is_noted(context: ProjectContext, flow: FlowContext, begin: Iterable[str]) -> bool:
    """Whether afterwards a date is kept, or a system told, on some way."""
    found = set(begin)
    waiting = list(found)
    while waiting:
        id = waiting.pop()
        called = {call.flow for call in flow.nodes[id].calls} & context.flows.keys()
        if _notes(context, flow.id, id) or any(_notes_in(context, each) for each in called):
            return True
        for _exit, target in flow.edges[id]:
            if target not in found:
                found.add(target)
                waiting.append(target)
    return False


def _notes_in(context: ProjectContext, flow: str) -> bool:
    flows = with_called(context, flow)
    return any(_notes(context, id, block) for id in flows for block in context.flows[id].nodes)


def _notes(context: ProjectContext, flow: str, id: str) -> bool:
    block, variables = context.project.block(flow, id), context.project.variables
    if isinstance(block, Webhook):
        return True
    kept = context.flows[flow].nodes[id].sets.get("next", ()) if isinstance(block, Set) else ()
    return any(name in variables and variables[name].type in _TIMES for name in kept)


RULE = Rule(
    name="consent-without-proof",
    alias="CO06",
    severity=Severity.WARNING,
    title=N_("It is noted when and how a customer has agreed"),
    manual=Manual(
        means=N_(
            "A customer agrees to be written to, and afterwards no system is told and no date is "
            "kept in a variable."
        ),
        why=N_(
            "Who relies on consent has to be able to prove it: when it was given, to which words, "
            "where (Indonesia's UU 27/2022 on personal data, article 24)."
        ),
        cure=N_(
            "Tell your customer system with “Ask a system”, with the date and the words of the "
            "question; or keep the date with “Set variables”. If your platform keeps the proof by "
            "itself, let the finding stand with that reason."
        ),
        source=N_("Indonesia, UU 27/2022, article 24, read in November 2026."),
    ),
    of_project=_of_project,
    blocks=being(Consent),
)
