"""The rule *bad-sender*."""

import re

from flowdesigner.channels import channels_on
from flowdesigner.checks.context import ProjectContext
from flowdesigner.checks.rule import Finding, Findings, Fix, Manual, Rule, Severity
from flowdesigner.edits.project import SetProjectValue
from flowdesigner.model.facts import is_name
from flowdesigner.model.settings import Settings
from flowdesigner.texts import N_, Message, message

_NUMBER = re.compile(r"\+?\d{3,15}")
_NAME = re.compile(r"[A-Za-z0-9 ]+")
_GENERIC = frozenset({"INFO", "SMS", "NOTICE"})
"""Names that say nothing of who writes; operators in Indonesia refuse them."""
_PLACE = ("settings", "senders", "sms")


def _of_project(context: ProjectContext) -> Findings:
    settings = context.project.settings
    sender = (settings.senders or {}).get("sms", "").strip()
    longest = channels_on(context.as_of)["sms"].other_limits["sender"].most
    told = _wrong(sender, longest) if sender else None
    if told is None:
        return
    fixes = tuple(_with_brand(settings, longest))
    yield Finding(message=told, field=_PLACE, fixes=fixes)


def _wrong(sender: str, longest: int) -> Message | None:
    if _NUMBER.fullmatch(sender):
        return None
    if not is_name(sender) or not _NAME.fullmatch(sender):
        told = N_("An SMS comes from a number, or from a name of letters, digits and spaces.")
        return message(told)
    if len(sender) > longest:
        told = N_("“{sender}” has {used} letters. The name an SMS comes from has at most {most}.")
        return message(told, sender=sender, used=len(sender), most=longest)
    if sender.upper() in _GENERIC:
        told = N_("Operators in Indonesia refuse “{sender}”: it does not say who writes.")
        return message(told, sender=sender)
    return None


def _with_brand(settings: Settings, longest: int) -> list[Fix]:
    name = re.sub(r"[^A-Za-z0-9]", "", settings.brand or "").upper()
    if not name or not is_name(name) or _wrong(name, longest) is not None:
        return []
    title = message(N_("Write {value}"), value=name)
    return [Fix(title=title, edit=SetProjectValue(_PLACE, name))]


RULE = Rule(
    name="bad-sender",
    alias="SMS03",
    severity=Severity.ERROR,
    title=N_("SMS come from a sender that networks let through"),
    manual=Manual(
        means=N_(
            "The sender of your SMS is neither a number nor a name of at most 11 letters, digits "
            "and spaces with at least one letter, or it is a name such as INFO that could be "
            "anybody's."
        ),
        why=N_(
            "Networks drop such messages (Twilio's glossary, seen in November 2026). In Indonesia "
            "a name must also be registered with every operator, which takes about three weeks, "
            "and INFO, SMS and NOTICE are refused (Twilio and Vonage, seen in November 2026)."
        ),
        cure=N_(
            "Write your brand in at most 11 letters, exactly as it is registered, or the number "
            "that your SMS come from."
        ),
        source="Twilio, glossary and SMS guidelines for Indonesia; Vonage; November 2026",
    ),
    of_project=_of_project,
    channels=lambda channel: "sender" in channel.other_limits,
)
