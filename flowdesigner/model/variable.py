"""Variables: what a journey remembers of a customer."""

from collections.abc import Mapping
from typing import Annotated, Literal

from flowdesigner.model.accepted import JsonValue
from flowdesigner.model.fields import Field, Kind, label_field
from flowdesigner.model.part import Flag, Id, Part, Text
from flowdesigner.texts import N_

VariableType = Literal[
    "text", "number", "money", "boolean", "date", "time", "choice", "phone", "email",
    "location", "media", "list", "secret",
]  # fmt: skip

TYPE_LABELS: Mapping[str, str] = {
    "text": N_("Text"),
    "number": N_("Number"),
    "money": N_("Amount of money"),
    "boolean": N_("Yes or no"),
    "date": N_("Date"),
    "time": N_("Time"),
    "choice": N_("One of a list"),
    "phone": N_("Phone number"),
    "email": N_("Email address"),
    "location": N_("Location"),
    "media": N_("Picture or file"),
    "list": N_("List"),
    "secret": N_("Secret"),
}

BUILT_IN: Mapping[str, VariableType] = {
    "contact.name": "text",
    "contact.phone": "phone",
    "contact.email": "email",
    "contact.language": "text",
    "contact.time_zone": "text",
    "contact.channel": "text",
    "consent.marketing": "boolean",
    "consent.service": "boolean",
    "now": "date",
    "keyword": "text",
    "hours.opens_at": "time",
}
"""The variables every journey has, with their types."""

ALWAYS_SET = frozenset({"contact.language", "contact.channel", "now"})
"""The built-in variables that have a value from the first moment on."""


class ChoiceValue(Part):
    """One of the values of a choice variable."""

    id: Annotated[
        Id,
        Field(
            label=N_("Id"),
            kind=Kind.LINE,
            required=True,
            help=N_("A short word that names the value in the file and for other systems."),
        ),
    ] = ""
    label: Annotated[
        Text | None,
        label_field(
            N_("Label"),
            help=N_("What customers read for this value."),
        ),
    ] = None


class Variable(Part):
    """A variable of the project: its type, and a sample that shows what it looks like."""

    type: Annotated[
        VariableType,
        Field(
            label=N_("Type"),
            kind=Kind.CHOICE,
            choices=TYPE_LABELS,
            help=N_("What sort of value it keeps; answers and conditions go by it."),
        ),
    ]
    label: Annotated[
        str | None,
        Field(
            label=N_("Description"),
            kind=Kind.LINE,
            help=N_("What it is for, for you and your colleagues."),
        ),
    ] = None
    sample: Annotated[
        JsonValue,
        Field(
            label=N_("Sample value"),
            kind=Kind.DATA,
            help=N_("A value as it could be; the preview has it when you begin in the middle."),
        ),
    ] = None
    values: Annotated[
        tuple[ChoiceValue, ...] | None,
        Field(
            label=N_("Values"),
            kind=Kind.PARTS,
            shown_when={"type": ("choice",)},
            help=N_("All the values that it can have."),
        ),
    ] = None
    personal: Annotated[
        Flag | None,
        Field(
            label=N_("Personal data"),
            kind=Kind.FLAG,
            help=N_("Marks what must not appear in logs and reports."),
        ),
    ] = None
