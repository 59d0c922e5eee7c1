"""What an author promises of every conversation, and the program then holds the journey to."""

from collections.abc import Mapping
from typing import Annotated, Literal

from flowdesigner.model.fields import Field, Kind, applies, fields_of
from flowdesigner.model.part import Part, Whole
from flowdesigner.texts import N_

PromiseKind = Literal[
    "person", "code", "offer_hours", "no_question_twice", "in_a_row", "outcome", "private"
]

BLANK = "…"
"""Where the number, the hours or the name stands in a promise's sentence."""

PROMISE_SENTENCES: Mapping[str, str] = {
    "person": N_("A person can be reached after at most … failed answers"),
    "code": N_("A one-time code is sent at most … times"),
    "offer_hours": N_("Offers are sent only between …"),
    "no_question_twice": N_("Customers are never asked the same thing twice"),
    "in_a_row": N_("At most … messages come in a row"),
    "outcome": N_("Every conversation comes to an end"),
    "private": N_("Nothing personal goes to …"),
}
"""What is promised, with at most one blank."""


class Promise(Part):
    """A sentence that holds on every way through the journey."""

    promise: Annotated[
        PromiseKind | None,
        Field(
            label=N_("Promise"),
            kind=Kind.CHOICE,
            choices=PROMISE_SENTENCES,
            required=True,
            help=N_("What shall hold in every conversation."),
        ),
    ] = None
    times: Annotated[
        Whole | None,
        Field(
            label=N_("Number"),
            kind=Kind.NUMBER,
            shown_when={"promise": ("person", "code", "in_a_row")},
            required=True,
            placeholder="3",
            help=N_("How many at most."),
        ),
    ] = None
    hours: Annotated[
        str | None,
        Field(
            label=N_("Hours"),
            kind=Kind.SPAN,
            shown_when={"promise": ("offer_hours",)},
            required=True,
            placeholder="08:00-20:00",
            help=N_("From when to when, by the customer's clock."),
        ),
    ] = None
    host: Annotated[
        str | None,
        Field(
            label=N_("Host"),
            kind=Kind.LINE,
            shown_when={"promise": ("private",)},
            required=True,
            placeholder="ads.example.com",
            help=N_("Whose system it is: the name between https:// and the next slash."),
        ),
    ] = None

    @property
    def blank(self) -> str | None:
        """The field whose value stands in the sentence; nothing when it has no blank."""
        fields = fields_of(type(self))
        return next((n for n, f in fields.items() if f.shown_when and applies(self, f)), None)
