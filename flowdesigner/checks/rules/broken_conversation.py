"""The rule *broken-conversation*."""

from collections.abc import Iterator

from flowdesigner.checks.about import being
from flowdesigner.checks.context import ProjectContext
from flowdesigner.checks.node import Node
from flowdesigner.checks.rule import Finding, Findings, Manual, Rule, Severity
from flowdesigner.model.conversation import Step
from flowdesigner.model.walk import Path
from flowdesigner.texts import N_, Message, message


def _of_project(context: ProjectContext) -> Findings:
    for id, conversation in context.project.conversations.items():
        for position, step in enumerate(conversation.steps):
            for place, told in _wrong(context, step):
                yield Finding(message=told, field=("conversations", id, "steps", position, *place))


def _wrong(context: ProjectContext, step: Step) -> Iterator[tuple[Path, Message]]:
    if step.bot is not None and _node(context, step.bot) is None:
        yield ("bot",), _gone(step.bot)
    for key, script in (("webhook", step.webhook), ("exit", step.exit)):
        if script is None or script.block is None:
            continue
        node = _node(context, script.block)
        if node is None:
            yield (key, "block"), _gone(script.block)
        elif script.exit is not None and all(way.id != script.exit for way in node.ways):
            told = N_("“{block}” cannot be left by “{exit}”.")
            yield (key, "exit"), message(told, block=script.block, exit=script.exit)


def _node(context: ProjectContext, reference: str) -> Node | None:
    flow, _dot, block = reference.partition(".")
    return context.flows[flow].nodes.get(block) if flow in context.flows else None


def _gone(reference: str) -> Message:
    return message(N_("There is no block “{block}”."), block=reference)


RULE = Rule(
    name="broken-conversation",
    severity=Severity.WARNING,
    title=N_("Saved conversations know the blocks they speak of"),
    manual=Manual(
        means=N_(
            "A saved conversation names a block that the project does not have, or an exit that "
            "the block does not have."
        ),
        why=N_(
            "It fails each time it is tried, and so no longer shows whether the journey still "
            "does what it should."
        ),
        cure=N_("Record the conversation again in the preview, or delete it."),
    ),
    of_project=_of_project,
    blocks=being(),
)
