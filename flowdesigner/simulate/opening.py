"""How a conversation begins: with which flow, on which channel, when, with whom."""

from collections.abc import Mapping
from datetime import datetime
from typing import Literal
from zoneinfo import ZoneInfo

from msgspec import Struct, field

from flowdesigner.model.project import Project
from flowdesigner.model.settings import PURPOSE_LABELS, Contact
from flowdesigner.model.values import Value
from flowdesigner.model.zones import zone

DEFAULT_AT = datetime(2026, 11, 23, 10, 0)
"""A Monday morning, the same every time, on the clock of the contact."""

Trigger = Literal["at_once", "message"]


class Opening(Struct, frozen=True, kw_only=True):
    """What a conversation is begun with; with the inputs it is all that is needed to replay it."""

    flow: str | None = None
    """The flow to run; left open, the first message chooses it."""
    channel: str = ""
    language: str = ""
    at: datetime = DEFAULT_AT
    """Without a zone it is meant in the contact's, else in the project's."""
    contact: Mapping[str, Value] = field(default_factory=dict)
    """What is known of the contact: `name`, `phone`, ...; `consent` holds the consents."""
    variables: Mapping[str, Value] = field(default_factory=dict)
    seed: int = 0
    trigger: Trigger = "at_once"
    """Whether the flow begins at once, or with the customer's first message."""
    ask_webhooks: bool = False
    """Stand still at a web service until its answer is given, instead of taking its sample."""


def known_of(contact: Contact) -> Mapping[str, Value]:
    """What a conversation knows of one of the project's contacts."""
    names = ("name", "phone", "email", "language", "time_zone")
    given: dict[str, Value] = {
        name: value for name in names if (value := getattr(contact, name)) is not None
    }
    if contact.consent is not None:
        given["consent"] = {purpose: purpose in contact.consent for purpose in PURPOSE_LABELS}
    return given


def zone_of(project: Project, contact_zone: Value = None) -> ZoneInfo:
    """The contact's time zone, else the project's, else Jakarta's."""
    return zone(contact_zone, project.settings.time_zone)


def moment(at: datetime, zone: ZoneInfo) -> datetime:
    """A moment on the clock of a zone."""
    return at.replace(tzinfo=zone) if at.tzinfo is None else at.astimezone(zone)


def shared_values(opening: Opening, channel: str, language: str) -> Mapping[str, Value]:
    """What all flows of the conversation know of the contact."""
    values: dict[str, Value] = {}
    for name, value in opening.contact.items():
        if name == "consent":
            given = value if isinstance(value, dict) else {}
            values |= {f"consent.{purpose}": each for purpose, each in given.items()}
        else:
            values[f"contact.{name}"] = value
    values["contact.channel"] = channel
    values.setdefault("contact.language", language)
    return values
