"""The rule *bad-address*."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from flowdesigner.checks.about import having
from flowdesigner.checks.context import BlockContext, ProjectContext
from flowdesigner.checks.rule import Finding, Findings, Fix, Manual, Rule, Severity
from flowdesigner.edits.blocks import SetValue
from flowdesigner.edits.edit import Edit
from flowdesigner.edits.project import SetProjectValue
from flowdesigner.model.answers import read_email, read_phone
from flowdesigner.model.fields import Kind
from flowdesigner.model.settings import Settings
from flowdesigner.model.walk import Path, Spot, walk
from flowdesigner.texts import N_, Message, message


def _phones(spots: Iterable[Spot], change: Callable[[Path, object], Edit]) -> Findings:
    for spot in spots:
        written = str(spot.value)
        if spot.field.kind is Kind.PHONE and "{{" not in written and not _is_phone(written):
            told = N_("“{written}” is not a phone number. Write it as +6281234567890.")
            number = read_phone(written)
            title = message(N_("Write {value}"), value=number)
            yield Finding(
                message=message(told, written=written),
                field=spot.path,
                fixes=(Fix(title=title, edit=change(spot.path, number)),) if number else (),
            )


def _is_phone(written: str) -> bool:
    return written.startswith("+") and read_phone(written) is not None


def _of_block(context: BlockContext) -> Findings:
    change = partial(SetValue, context.flow, context.id)
    yield from _phones(context.of_kind(Kind.PHONE), change)


def _of_project(context: ProjectContext) -> Findings:
    settings = context.project.settings
    yield from _phones(walk(settings, ("settings",)), SetProjectValue)
    for place, told in _emails(settings):
        yield Finding(message=told, field=("settings", *place))


def _emails(settings: Settings) -> Iterator[tuple[Path, Message]]:
    told = N_("“{written}” is not an email address.")
    for contact in settings.contacts or ():
        if contact.email and read_email(contact.email) is None:
            place = ("contacts", contact.id, "email")
            yield place, message(told, written=contact.email)
    sender = (settings.senders or {}).get("email")
    if sender and read_email(sender) is None:
        yield ("senders", "email"), message(told, written=sender)


RULE = Rule(
    name="bad-address",
    severity=Severity.WARNING,
    title=N_("Phone numbers and email addresses are written well"),
    manual=Manual(
        means=N_("A phone number or an email address cannot be one."),
        why=N_(
            "Nothing can be sent to or from such an address, and the journey cannot be tried out "
            "with such a contact."
        ),
        cure=N_("Write phone numbers with + and the country in front."),
        source=N_("ITU-T E.164 for phone numbers, RFC 5322 for mail."),
    ),
    of_block=_of_block,
    of_project=_of_project,
    blocks=having(Kind.PHONE),
    channels=lambda channel: bool(channel.reached_by),
)
