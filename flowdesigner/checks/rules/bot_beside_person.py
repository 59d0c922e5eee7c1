"""The rule *bot-beside-person*."""

from flowdesigner.checks.about import having
from flowdesigner.checks.context import FlowContext
from flowdesigner.checks.rule import Basis, Finding, Findings, Manual, Rule, Severity
from flowdesigner.checks.walk import Walk, through
from flowdesigner.model.fields import Kind
from flowdesigner.model.passage import Known, Passage, known
from flowdesigner.texts import N_, message

_TALKS = known("yes")
PAUSE_EVERY = 200


def _of_flow(context: FlowContext) -> Findings:
    walk = _walk(context)
    ends = (end for ends in context.called.values() for end in ends.values())
    if not any(each.agent & _TALKS for each in (*ends, *(b.state for b in context.begins))):
        return
    for at, (id, node) in enumerate(context.nodes.items()):
        if at % PAUSE_EVERY == 0:
            yield None
        state = context.state(id) if node.sends is not None else None
        if state is None or not state.agent & _TALKS:
            continue
        surely = state.agent == _TALKS
        always = N_("The bot writes here while a colleague still has the conversation.")
        maybe = N_("The bot may write here while a colleague still has the conversation.")
        yield from walk.pausing()
        yield Finding(
            block=id,
            message=message(always if surely else maybe),
            severity=None if surely else Severity.WARNING,
            path=walk.to(id, lambda agent: bool(agent & _TALKS)),
        )


def _walk(context: FlowContext) -> Walk[Known]:
    follow = through(context)
    begun = frozenset[str]().union(*(begin.state.agent for begin in context.begins))

    def agent(block: str, exit: str, before: Known) -> Known | None:
        after = follow(block, exit, Passage(agent=before))
        return None if after is None else after.agent

    return Walk(context, begun, agent)


RULE = Rule(
    name="bot-beside-person",
    alias="HH05",
    severity=Severity.ERROR,
    kind=Basis.WAYS,
    title=N_("The bot is silent while a colleague talks"),
    manual=Manual(
        means=N_(
            "A called flow can be ended by an event from anywhere, also while it has handed the "
            "conversation to a colleague, and the flow that called it then writes something."
        ),
        why=N_(
            "The customer is talking with a person, who has not closed the chat; a message of the "
            "bot in between confuses both."
        ),
        cure=N_(
            "End without a message where the event may have come, or take the event away from the "
            "flow that hands over."
        ),
        source=N_("Google and Rasa, guides to the design of conversations, read in November 2026."),
    ),
    of_flow=_of_flow,
    blocks=having(Kind.TEXT),
)
