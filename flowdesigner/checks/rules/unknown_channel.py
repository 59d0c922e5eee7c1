"""The rule *unknown-channel*."""

from flowdesigner.channels import BY_ID
from flowdesigner.checks.context import BlockContext, FlowContext, ProjectContext
from flowdesigner.checks.rule import Finding, Findings, Fix, Manual, Rule, Severity
from flowdesigner.edits.blocks import SetValue
from flowdesigner.edits.edit import Edit
from flowdesigner.edits.fixes import RemoveKey
from flowdesigner.edits.flows import SetFlowValue
from flowdesigner.edits.project import SetProjectValue
from flowdesigner.model.walk import Path
from flowdesigner.texts import N_, message


def _finding(
    channel: str, field: Path, edit: Edit | None, severity: Severity | None = None
) -> Finding:
    title = message(N_("Remove {channel}"), channel=channel)
    return Finding(
        message=message(N_("There is no channel “{channel}”."), channel=channel),
        field=field,
        severity=severity,
        fixes=(Fix(title=title, edit=edit),) if edit else (),
    )


def _of_block(context: BlockContext) -> Findings:
    own = context.block.channel
    if own and own not in BY_ID:
        edit = SetValue(context.flow, context.id, ("channel",), None)
        yield _finding(own, ("channel",), edit)
    for channel in context.block.variants or ():
        if channel not in BY_ID:
            place = ("variants", channel)
            remove = RemoveKey(place, context.flow, context.id)
            yield _finding(channel, place, remove, Severity.WARNING)


def _of_flow(context: FlowContext) -> Findings:
    channels = context.flow.channels or ()
    for channel in channels:
        if channel not in BY_ID:
            rest = tuple(each for each in channels if each != channel)
            edit = SetFlowValue(context.id, "channels", rest or None)
            yield _finding(channel, ("channels",), edit)


def _of_project(context: ProjectContext) -> Findings:
    channels = context.project.channels
    for channel in channels:
        if channel not in BY_ID:
            rest = tuple(each for each in channels if each != channel)
            yield _finding(channel, ("channels",), SetProjectValue(("channels",), rest))
    for channel in context.project.settings.senders or ():
        if channel not in BY_ID:
            place = ("settings", "senders", channel)
            yield _finding(channel, place, SetProjectValue(place, None), Severity.WARNING)
    for id, conversation in context.project.conversations.items():
        if conversation.channel and conversation.channel not in BY_ID:
            yield _finding(conversation.channel, ("conversations", id, "channel"), None)


RULE = Rule(
    name="unknown-channel",
    severity=Severity.ERROR,
    title=N_("Every channel is one the program knows"),
    manual=Manual(
        means=N_(
            "The project, a flow, a block or a saved conversation names a channel that this "
            "version of the program does not know. For words that a block has for such a channel, "
            "and for a sender on it, it is only a warning."
        ),
        why=N_("Nothing can be checked, tried out or sent on a channel that is not known."),
        cure=N_("Correct the name, or take the channel away."),
        source=N_("The file format of Flow Designer, version 1."),
    ),
    of_block=_of_block,
    of_flow=_of_flow,
    of_project=_of_project,
)
