"""Further tries after an answer that was not understood."""

from typing import Annotated

from flowdesigner.model.fields import Field, Kind, text_field
from flowdesigner.model.part import Part, Text, Whole
from flowdesigner.texts import N_


class Retry(Part):
    """How often to ask again, and in which words."""

    times: Annotated[
        Whole | None,
        Field(
            label=N_("Further tries"),
            kind=Kind.NUMBER,
            help=N_("How often the customer may try again after a first wrong answer."),
        ),
    ] = None
    text: Annotated[
        Text | None,
        text_field(
            N_("What to say then"), help=N_("Left empty, the question is asked again as it is.")
        ),
    ] = None
