"""The *message* block."""

from collections.abc import Mapping
from typing import Annotated, Literal

from flowdesigner.model.block import NEXT, Block, Exit, Look, Outcomes
from flowdesigner.model.fields import Field, Kind, label_field, text_field
from flowdesigner.model.media import Link, Media
from flowdesigner.model.part import Text
from flowdesigner.model.passage import NONE, ONE, Passage, silent
from flowdesigner.model.run import Go, Run, Step
from flowdesigner.model.settings import Settings
from flowdesigner.model.speech import said
from flowdesigner.texts import N_, message

FAILED = Exit(
    id="failed",
    title=message(N_("Not delivered")),
    falls_to="next",
    help=N_("The platform tells that the message did not arrive."),
)


class Message(Block):
    """Say something and go on."""

    look = Look(
        title=N_("Message"),
        icon="message-square",
        group="say",
        summary=N_("Sends a text, with a picture, a file or a link if you like."),
    )

    type: Literal["message"] = "message"
    text: Annotated[
        Text | None,
        text_field(
            N_("Text"),
            required=True,
            help=N_("What is said to the customer."),
        ),
    ] = None
    media: Annotated[
        Media | None,
        Field(
            label=N_("Picture or file"),
            kind=Kind.PART,
            advanced=True,
            help=N_("A picture, film, sound or document that is sent along."),
        ),
    ] = None
    link: Annotated[
        Link | None,
        Field(
            label=N_("Link button"),
            kind=Kind.PART,
            advanced=True,
            help=N_("A button that opens a web page."),
        ),
    ] = None
    footer: Annotated[
        Text | None,
        label_field(
            N_("Footer"),
            advanced=True,
            help=N_("A small line at the end."),
        ),
    ] = None

    def ways_out(self, outcomes: Outcomes = {}) -> tuple[Exit, ...]:  # noqa: B006 - never changed
        """Next; not delivered, when the author cares."""
        return (NEXT, FAILED)

    @property
    def bubble(self) -> Mapping[str, str]:
        """The text, when nothing else goes with it and no channel has words of its own."""
        more = self.media or self.link or self.footer or self.variants or "failed" in self.exits
        return {} if more else self.text or {}

    def passage(self, exit: str, settings: Settings) -> Passage:
        """One message more."""
        return silent(NONE, ONE)

    def enter(self, run: Run) -> Step:
        """Say it and go on at once."""
        return Go(say=(said(self, run),))
