"""The rule *no-person*."""

from collections.abc import Generator, Iterator

from flowdesigner.checks.context import FlowContext
from flowdesigner.checks.graph import PAUSE_EVERY, reached
from flowdesigner.checks.questions import asks
from flowdesigner.checks.rule import Basis, Finding, Findings, Fix, Manual, Rule, Severity
from flowdesigner.checks.vocabulary import vocabulary
from flowdesigner.checks.walk import Walk
from flowdesigner.edits.project import SetProjectValue
from flowdesigner.model.settings import Keyword
from flowdesigner.texts import N_, message

_CHANNEL = "whatsapp"


def _of_flow(context: FlowContext) -> Findings:
    """Of the first question only: what mends it mends the others, too."""
    keywords = context.around.facts.settings.keywords or ()
    if _CHANNEL not in context.around.channel_ids:
        return
    if any(each.flow in context.helping for each in keywords):
        return
    questions = [id for id, node in context.nodes.items() if asks(node.ways)]
    if not questions:
        return
    yield None
    helped = yield from _helped(context)
    if set(questions) <= helped:
        return
    coming = yield from reached(context)
    for id in questions:
        if id in coming and id not in helped:
            walk = Walk(context, True, lambda _block, _exit, before: before)
            yield from walk.pausing()
            yield Finding(
                block=id,
                message=message(N_("From this question no way leads to a person.")),
                path=walk.to(id, bool),
                fixes=tuple(_fixes(context)),
            )
            return


def _helped(context: FlowContext) -> Generator[None, None, set[str]]:
    """The blocks from which a person may be reached, those included that tell how.

    Where a flow that others begin is over, these may go on to a person.
    """
    others = bool(context.entries) and bool(context.helping - {context.id})
    into: dict[str, list[str]] = {id: [] for id in context.nodes}
    for at, (id, ways) in enumerate(context.edges.items()):
        if at % PAUSE_EVERY == 0:
            yield
        for _exit, target in ways:
            into[target].append(id)
    yield
    waiting = [
        id
        for id, node in context.nodes.items()
        if node.hands_over
        or node.tells_contact
        or (others and node.outcome is not None)
        or any(call.flow in context.helping for call in node.calls)
    ]
    found = set(waiting)
    while waiting:
        if len(found) % PAUSE_EVERY == 0:
            yield
        for before in into[waiting.pop()]:
            if before not in found:
                found.add(before)
                waiting.append(before)
    return found


def _fixes(context: FlowContext) -> Iterator[Fix]:
    """Where a flow leads to a person, let a keyword begin it."""
    facts = context.around.facts
    flow = next((id for id in _others(context) if id in context.helping), None)
    known = {code: vocabulary(code) for code in facts.languages}
    words = {code: each.asking_for_person for code, each in known.items() if each}
    if flow is not None and words:
        keyword = Keyword(words=words, flow=flow)
        title = message(N_("Let a keyword lead to a person at any time"))
        edit = SetProjectValue(
            ("settings", "keywords"), (*(facts.settings.keywords or ()), keyword)
        )
        yield Fix(title=title, edit=edit)


def _others(context: FlowContext) -> Iterator[str]:
    """The flows of the project, but for this one."""
    return (id for id in context.around.outcomes if id != context.id)


RULE = Rule(
    name="no-person",
    alias="HH01",
    severity=Severity.ERROR,
    kind=Basis.WAYS,
    title=N_("From every question a person can be reached"),
    manual=Manual(
        means=N_(
            "On WhatsApp a question is asked, and whatever the customer does then, nothing leads "
            "to a colleague: no block that hands over, no message with a phone number or a mail "
            "address, no keyword at any time."
        ),
        why=N_(
            "WhatsApp demands of automated answers a prompt, clear and direct way to a person: in "
            "the chat, by phone, by mail, in a shop or by a form (WhatsApp Business policy, as of "
            "23 September 2026). Accounts without one are restricted."
        ),
        cure=N_(
            "Put a keyword such as “cs” into the settings that begins a flow with “Hand over to a "
            "person”, or lead an answer of the question there. Telling a phone number does, too."
        ),
        source=N_("Meta, WhatsApp Business messaging policy, in the version of 23 September 2026."),
    ),
    of_flow=_of_flow,
    blocks=lambda block_type: "no_reply_after" in block_type.model_fields,
    channels=lambda channel: channel.id == _CHANNEL,
)
