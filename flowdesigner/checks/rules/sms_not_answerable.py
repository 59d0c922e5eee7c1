"""The rule *sms-not-answerable*."""

from flowdesigner.checks.about import having
from flowdesigner.checks.context import BlockContext, ProjectContext
from flowdesigner.checks.rule import Finding, Findings, Fix, Manual, Rule, Severity
from flowdesigner.edits.blocks import SetValue
from flowdesigner.edits.project import SetProjectValue
from flowdesigner.model.facts import is_name
from flowdesigner.model.fields import Kind
from flowdesigner.model.run import Wait
from flowdesigner.texts import N_, message

_SMS = "sms"


def _of_block(context: BlockContext) -> Findings:
    facts = context.around.facts
    own = context.block.channel == _SMS
    if not context.block.waits or facts.hears(_SMS):
        return
    if (own or context.around.channel_ids == (_SMS,)) and _asks(context):
        told = N_("This waits for an answer, and nobody can write back to your SMS.")
        title = message(N_("Ask it on the conversation's own channel"))
        edit = SetValue(context.flow, context.id, ("channel",), None, title)
        fixable = own and _SMS not in context.around.channel_ids
        yield Finding(
            message=message(told),
            field=("channel",) if own else (),
            fixes=(Fix(title=title, edit=edit),) if fixable else (),
        )


def _asks(context: BlockContext) -> bool:
    """Whether it waits for the customer's words; a one-time code may be typed elsewhere."""
    run = context.around.run(_SMS, context.around.facts.base_language)
    step = context.block.enter(run)
    return isinstance(step, Wait) and bool(step.say) and step.hears and not (step.mute or step.code)


def _of_project(context: ProjectContext) -> Findings:
    settings = context.project.settings
    sender = (settings.senders or {}).get(_SMS, "")
    if is_name(sender) and settings.sms is not None and settings.sms.two_way:
        title = message(N_("Say that customers cannot answer"))
        place = ("settings", _SMS, "two_way")
        told = N_("Nobody can write back to “{sender}”: it is a name, not a number.")
        yield Finding(
            message=message(told, sender=sender),
            field=place,
            fixes=(Fix(title=title, edit=SetProjectValue(place, False)),),
        )


RULE = Rule(
    name="sms-not-answerable",
    alias="SMS04",
    severity=Severity.ERROR,
    title=N_("No SMS waits for an answer that cannot come"),
    manual=Manual(
        means=N_(
            "A question goes out by SMS, but customers cannot write back: the sender is a name, "
            "or the settings say so. Or the settings say that a name can be answered."
        ),
        why=N_(
            "A phone cannot send an SMS to a name, and in Indonesia no SMS from a business can be "
            "answered (Twilio's guidelines for Indonesia, seen in November 2026). The customer's "
            "answer never comes, and the conversation stands still."
        ),
        cure=N_(
            "Ask on WhatsApp instead, or send an SMS with a link to a page where customers can "
            "choose. If you have a number that can be answered, enter it as the sender."
        ),
        source="Twilio, SMS guidelines for Indonesia, November 2026",
    ),
    of_block=_of_block,
    of_project=_of_project,
    channels=lambda channel: channel.id == _SMS,
    blocks=having(Kind.TEXT),
)
