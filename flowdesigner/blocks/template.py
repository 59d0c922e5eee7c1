"""The *template* block."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Annotated, Literal

from msgspec.structs import replace

from flowdesigner.model.block import NEXT, Block, Exit, Look, Outcomes
from flowdesigner.model.duration import parse_duration, seconds
from flowdesigner.model.facts import Facts
from flowdesigner.model.fields import Field, Kind, label_field
from flowdesigner.model.media import Media
from flowdesigner.model.outgoing import Action, Approved, Outgoing, Reply
from flowdesigner.model.part import AsWord, Duration, Id, Part, Text
from flowdesigner.model.passage import (
    EVER,
    NONE,
    ONE,
    Passage,
    Sending,
    answered,
    known,
    not_answered,
    silent,
)
from flowdesigner.model.run import Delivery, Go, Input, Run, Said, Step, Tapped, TimedOut, Wait
from flowdesigner.model.settings import Settings
from flowdesigner.model.speech import sent_media
from flowdesigner.model.week import Span
from flowdesigner.texts import N_, message

CATEGORY_LABELS: Mapping[str, str] = {
    "marketing": N_("Marketing: offers, news, reminders to buy"),
    "utility": N_("Utility: about something the customer did"),
    "authentication": N_("Authentication: a one-time code"),
}

BUTTON_LABELS: Mapping[str, str] = {
    "reply": N_("A reply"),
    "url": N_("Opens a web page"),
    "phone": N_("Calls a number"),
    "copy_code": N_("Copies a code"),
    "flow": N_("Opens a form"),
}

_NOT_ALLOWED = message(N_("Not sent: the customer does not want offers."))

ButtonKind = Literal["reply", "url", "phone", "copy_code", "flow"]


class TemplateHeader(Part):
    """What stands above the text: words, or a picture, film or document."""

    text: Annotated[
        Text | None,
        label_field(
            N_("Heading"),
            help=N_("A line in bold above the text."),
        ),
    ] = None
    media: Annotated[
        Media | None,
        Field(
            label=N_("Picture or file"),
            kind=Kind.PART,
            help=N_("A picture, film or document above the text."),
        ),
    ] = None


class TemplateButton(Part):
    """A button under a template; only a reply has a way out."""

    id: Annotated[
        Id,
        Field(
            label=N_("Id"),
            kind=Kind.LINE,
            required=True,
            help=N_("A short word that names the button in the file."),
        ),
    ] = ""
    kind: Annotated[
        ButtonKind | None,
        Field(
            label=N_("What it does"),
            kind=Kind.CHOICE,
            choices=BUTTON_LABELS,
            required=True,
            help=N_("What happens when it is tapped; only a reply has a way out of its own."),
        ),
    ] = None
    label: Annotated[
        Text | None,
        label_field(
            N_("Label"),
            required=True,
            help=N_("The words on the button."),
        ),
    ] = None
    value: Annotated[
        str | None,
        Field(
            label=N_("Address, number or code"), kind=Kind.LINE, templated=True,
            shown_when={"kind": ("url", "phone", "copy_code", "flow")},
            help=N_(
                "The page it opens, the number it calls, the code it copies, or the form it"
                " opens."
            ),
        ),
    ] = None  # fmt: skip


class Template(Block):
    """Send a message the platform has approved beforehand, whenever it is time."""

    look = Look(
        title=N_("Approved template"),
        icon="file-check",
        group="say",
        summary=N_("Sends a message that WhatsApp approved; it may also begin a conversation."),
    )

    type: Literal["template"] = "template"
    name: Annotated[
        str | None,
        AsWord(),
        Field(
            label=N_("Name of the template"), kind=Kind.LINE, approved=True, required=True,
            placeholder="order_shipped", help=N_("Small letters, digits and _."),
        ),
    ] = None  # fmt: skip
    category: Annotated[
        Literal["marketing", "utility", "authentication"] | None,
        Field(
            label=N_("Category"),
            kind=Kind.CHOICE,
            approved=True,
            choices=CATEGORY_LABELS,
            required=True,
            help=N_("What the message is for; WhatsApp approves it, and bills it, by this."),
        ),
    ] = None
    header: Annotated[
        TemplateHeader | None,
        Field(
            label=N_("Header"),
            kind=Kind.PART,
            approved=True,
            advanced=True,
            help=N_("What stands above the text."),
        ),
    ] = None
    body: Annotated[
        Text | None,
        Field(
            label=N_("Text"),
            kind=Kind.TEXT,
            translated=True,
            templated=True,
            approved=True,
            required=True,
            help=N_("The words that WhatsApp approved, with variables in their places."),
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
    buttons: Annotated[
        tuple[TemplateButton, ...] | None,
        Field(
            label=N_("Buttons"),
            kind=Kind.PARTS,
            approved=True,
            help=N_("What the customer can tap below the message."),
        ),
    ] = None
    samples: Annotated[
        dict[str, str] | None,
        Field(
            label=N_("Examples for the approval"), kind=Kind.MAPPING, advanced=True,
            help=N_("For each variable of the text what may stand in its place."),
        ),
    ] = None  # fmt: skip
    send_within: Annotated[
        Duration | None,
        Field(
            label=N_("Deliver within"), kind=Kind.DURATION, advanced=True, placeholder="12h",
            unset=N_("any time"),
            help=N_("A message that comes too late is not delivered at all."),
        ),
    ] = None  # fmt: skip
    no_reply_after: Annotated[
        Duration | None,
        Field(
            label=N_("No reply after"), kind=Kind.DURATION, placeholder="24h",
            help=N_("Counts when there are reply buttons."),
        ),
    ] = None  # fmt: skip

    def ways_out(self, outcomes: Outcomes = {}) -> tuple[Exit, ...]:  # noqa: B006 - never changed
        """Next, or one per reply button; not delivered, when the author cares."""
        replies = tuple(self._reply_buttons())
        failed = message(N_("Not delivered"))
        if not replies:
            return (
                NEXT,
                Exit(
                    id="failed",
                    title=failed,
                    falls_to="next",
                    help=N_("It did not arrive, or the customer wants no offers."),
                ),
            )
        return (
            *(
                Exit(
                    id=each.id,
                    words=each.label or {},
                    help=N_("This button was tapped, or its words typed."),
                )
                for each in replies
            ),
            Exit(
                id="other",
                title=message(N_("Something else")),
                missed=1,
                help=N_("Something came that is none of the buttons."),
            ),
            Exit(
                id="no_reply",
                title=message(N_("No reply")),
                happens=self.no_reply_after is not None,
                after=self.no_reply_after,
                help=N_("Nothing came in time."),
            ),
            Exit(
                id="failed",
                title=failed,
                falls_to="no_reply",
                help=N_("It did not arrive, or the customer wants no offers."),
            ),
        )

    def first_words(self, facts: Facts, language: str) -> str:
        """Its text, else its name."""
        return facts.in_language(self.body, language) or self.name or ""

    @property
    def waits(self) -> bool:
        """When there is something to choose."""
        return any(self._reply_buttons())

    @property
    def sends(self) -> Sending:
        """What was approved, for what."""
        return _SENT[self.category or ""]

    def passage(self, exit: str, settings: Settings) -> Passage:
        """A reply to its buttons, or none; without buttons one message more."""
        codes = ONE if self.category == "authentication" else NONE
        sent = _with_code(silent(NONE, ONE, codes), codes)
        if not self.waits:
            return sent
        at_most = seconds(self.no_reply_after)
        if exit == "failed":
            return _with_code(silent((0, EVER if at_most is None else at_most), ONE, codes), codes)
        if exit == "no_reply" and at_most is not None:
            return _with_code(not_answered(at_most, 0), codes)
        return _with_code(answered(at_most, 0), codes)

    def enter(self, run: Run) -> Step:
        """Send it; wait for a reply when there are buttons for one."""
        if self.category == "marketing" and run.value("consent.marketing") is False:
            return Go(exit="failed", note=_NOT_ALLOWED)
        words = self._filled(run)
        if not words.options:
            return Go(say=(words,))
        left = parse_duration(self.no_reply_after or "")
        knows = tuple(each.label for each in words.options)
        return Wait(say=(words,), at_most=left, delivery=("failed",), knows=knows)

    def resume(self, run: Run, input: Input) -> Step:
        """Go on by the button, tapped or typed, or because it did not arrive."""
        match input:
            case TimedOut():
                return Go(exit="no_reply")
            case Delivery():
                return Go(exit="failed")
            case Tapped(option) if any(each.id == option for each in self._reply_buttons()):
                return Go(exit=option)
            case Said(text):
                return Go(exit=self._typed(run, _plain(text)) or "other")
            case _:
                return Go(exit="other")

    def _typed(self, run: Run, text: str) -> str:
        """The reply button whose label was typed, if one was."""
        labels = {_plain(run.words(each.label)): each.id for each in self._reply_buttons()}
        return labels.get(text, "") if text else ""

    def _reply_buttons(self) -> Iterator[TemplateButton]:
        return (each for each in self.buttons or () if each.kind == "reply" and each.id)

    def _filled(self, run: Run) -> Outgoing:
        header = self.header or TemplateHeader()
        return Outgoing(
            header=run.words(header.text),
            media=sent_media(header.media, run),
            text=run.words(self.spoken("body", run.channel)),
            footer=run.words(self.spoken("footer", run.channel)),
            options=tuple(Reply(each.id, run.words(each.label)) for each in self._reply_buttons()),
            actions=tuple(self._actions(run)),
            template=Approved(
                self.name or "", self.category or "", parse_duration(self.send_within or "")
            ),
        )

    def _actions(self, run: Run) -> Iterator[Action]:
        for each in self.buttons or ():
            if each.kind is not None and each.kind != "reply":
                fill = run.raw_url if each.kind == "url" else run.raw
                yield Action(each.kind, run.words(each.label), fill(each.value or ""), each.id)


_SENT: Mapping[str, Sending] = {
    category: Sending(approved=True, category=category, code=category == "authentication")
    for category in ("", *CATEGORY_LABELS)
}


@cache
def _with_code(passage: Passage, codes: Span) -> Passage:
    return replace(passage, codes=codes, code=known("sent")) if codes != NONE else passage


def _plain(text: str) -> str:
    return text.strip().casefold()
