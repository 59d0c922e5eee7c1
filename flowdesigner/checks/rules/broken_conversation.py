"""The rule *broken-conversation*."""

from collections.abc import Iterator

from flowdesigner.checks.about import being
from flowdesigner.checks.context import ProjectContext
from flowdesigner.checks.node import Node
from flowdesigner.checks.rule import Finding, Findings, Fix, Manual, Rule, Severity
from flowdesigner.edits.edit import Edit
from flowdesigner.edits.fixes import RemoveKey
from flowdesigner.edits.project import SetConversation
from flowdesigner.model.conversation import Conversation, Step
from flowdesigner.model.settings import Contact
from flowdesigner.model.walk import Path
from flowdesigner.texts import N_, Message, message

_CONTACT = frozenset(Contact.model_fields)


def _of_project(context: ProjectContext) -> Findings:
    for id, conversation in context.project.conversations.items():
        place = ("conversations", id)
        for path, told in _of_its_head(context, conversation):
            yield _finding((*place, *path), told, RemoveKey((*place, *path)))
        for position, step in enumerate(conversation.steps):
            for path, told in _wrong(context, step):
                delete = SetConversation(id, None)
                yield _finding((*place, "steps", position, *path), told, delete)


def _finding(place: Path, told: Message, edit: Edit) -> Finding:
    return Finding(message=told, field=place, fixes=(Fix(title=edit.title, edit=edit),))


def _of_its_head(
    context: ProjectContext, conversation: Conversation
) -> Iterator[tuple[Path, Message]]:
    for key in conversation.contact or ():
        if key not in _CONTACT and not key.startswith("x-"):
            yield ("contact", key), message(N_("A customer has no “{key}”."), key=key)
    language = conversation.language
    if language and language not in context.project.languages:
        told = N_("The project does not speak “{language}”.")
        yield ("language",), message(told, language=language)


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
    title=N_("Saved conversations speak of what there is"),
    manual=Manual(
        means=N_(
            "A saved conversation names a block that the project does not have, an exit that the "
            "block does not have, a language the project does not speak, or something of the "
            "customer that there is not."
        ),
        why=N_(
            "It fails each time it is tried, and so no longer shows whether the journey still "
            "does what it should."
        ),
        cure=N_("Record the conversation again in the preview, or delete it."),
        source=N_("The file format of Flow Designer, version 1."),
    ),
    of_project=_of_project,
    blocks=being(),
)
