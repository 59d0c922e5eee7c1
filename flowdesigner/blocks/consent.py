"""The *consent* block."""

from collections.abc import Mapping
from functools import cache
from typing import Annotated, Literal

from msgspec.structs import replace

from flowdesigner.model.block import NEXT, Block, Exit, Look, Outcomes
from flowdesigner.model.duration import parse_duration, seconds
from flowdesigner.model.facts import Facts
from flowdesigner.model.fields import Field, Kind, label_field, text_field
from flowdesigner.model.outgoing import Reply
from flowdesigner.model.part import Duration, Part, Text
from flowdesigner.model.passage import (
    FREE,
    UNCHANGED,
    Passage,
    Sending,
    answered,
    known,
    not_answered,
)
from flowdesigner.model.run import Go, Input, Run, Said, Step, Tapped, TimedOut, Wait
from flowdesigner.model.settings import PURPOSE_LABELS, Settings
from flowdesigner.model.speech import said
from flowdesigner.texts import N_, message, translate

ACTION_LABELS: Mapping[str, str] = {
    "ask": N_("Ask for it"),
    "grant": N_("Note that it is given"),
    "withdraw": N_("Note that it is taken back"),
    "look": N_("Look whether it is given"),
}

_KNOWN: Mapping[str, str] = {
    "given": "given",
    "refused": "withdrawn",
    "has": "given",
    "has_not": "none",
    "grant": "given",
    "withdraw": "withdrawn",
}
"""What is known after an exit, or after what is noted."""


@cache
def _passage(action: str | None, purpose: str, exit: str, no_reply_after: str | None) -> Passage:
    at_most = seconds(no_reply_after)
    if exit == "no_reply":
        return not_answered(at_most or 0, 0)
    came = answered(at_most, 0) if action == "ask" else UNCHANGED
    learnt = _KNOWN.get(exit) or _KNOWN.get(action or "")
    return replace(came, **{purpose: known(learnt)}) if learnt else came


_YES = {"en": "Yes", "id": "Ya"}
_NO = {"en": "No", "id": "Tidak"}

_ASKS: Mapping[str, tuple[object, ...]] = {"action": ("ask",)}


class ConsentLabels(Part):
    """What stands on the two answers."""

    given: Annotated[
        Text | None,
        label_field(
            N_("Agrees"),
            required=True,
            help=N_("The words of the answer that agrees."),
        ),
    ] = None
    refused: Annotated[
        Text | None,
        label_field(
            N_("Does not agree"),
            required=True,
            help=N_("The words of the answer that refuses."),
        ),
    ] = None


class Consent(Block):
    """Ask whether a customer agrees to be written to, and keep the answer."""

    look = Look(
        title=N_("Consent"),
        icon="shield-check",
        group="ask",
        summary=N_("Asks for, notes or looks up the customer's permission to be written to."),
    )

    type: Literal["consent"] = "consent"
    action: Annotated[
        Literal["ask", "grant", "withdraw", "look"] | None,
        Field(
            label=N_("What to do"),
            kind=Kind.CHOICE,
            choices=ACTION_LABELS,
            required=True,
            help=N_("Ask the customer, note an answer you know already, or look it up."),
        ),
    ] = None
    purpose: Annotated[
        Literal["marketing", "service"] | None,
        Field(
            label=N_("For"),
            kind=Kind.CHOICE,
            choices=PURPOSE_LABELS,
            required=True,
            help=N_("What the customer allows you to write about."),
        ),
    ] = None
    text: Annotated[
        Text | None,
        text_field(
            N_("Question"),
            required=True,
            shown_when=_ASKS,
            help=N_("How you ask; say what you will send, and how often."),
        ),
    ] = None
    labels: Annotated[
        ConsentLabels | None,
        Field(
            label=N_("Answers"),
            kind=Kind.PART,
            shown_when=_ASKS,
            required=True,
            help=N_("What stands on the two answers."),
        ),
    ] = None
    no_reply_after: Annotated[
        Duration | None,
        Field(
            label=N_("No reply after"),
            kind=Kind.DURATION,
            placeholder="24h",
            shown_when=_ASKS,
            help=N_(
                "How long to wait for an answer; then it goes on by “No reply”. Left empty,"
                " it waits for ever."
            ),
        ),
    ] = None

    def ways_out(self, outcomes: Outcomes = {}) -> tuple[Exit, ...]:  # noqa: B006 - never changed
        """By the answer, by what is known, or just on."""
        if self.action == "look":
            return (
                Exit(
                    id="has",
                    title=message(N_("Has agreed")),
                    help=N_("The customer has agreed before."),
                ),
                Exit(
                    id="has_not",
                    title=message(N_("Has not agreed")),
                    help=N_("The customer has refused, or was never asked."),
                ),
            )
        if self.action != "ask":
            return (NEXT,)
        labels = self.labels or ConsentLabels()
        late = self.no_reply_after is not None
        return (
            Exit(
                id="given",
                title=message(N_("Agrees")),
                words=labels.given or {},
                help=N_("The customer agrees."),
            ),
            Exit(
                id="refused",
                title=message(N_("Does not agree")),
                words=labels.refused or {},
                help=N_("The customer refuses, or answers something else."),
            ),
            Exit(
                id="no_reply",
                title=message(N_("No reply")),
                happens=late,
                after=self.no_reply_after,
                help=N_("Nothing came in time."),
            ),
        )

    def sets(self, exit: str) -> tuple[str, ...]:
        """Whether the customer agrees, once that is known."""
        known = exit in ("given", "refused") or self.action in ("grant", "withdraw")
        return (self._path,) if known else ()

    def first_words(self, facts: Facts, language: str) -> str:
        """The question, or what it does."""
        asked = facts.in_language(self.text, language) if self.action == "ask" else ""
        return asked or (translate(ACTION_LABELS[self.action]) if self.action else "")

    @property
    def waits(self) -> bool:
        """When it asks."""
        return self.action == "ask"

    @property
    def _path(self) -> str:
        return f"consent.{self.purpose or 'marketing'}"

    @property
    def sends(self) -> Sending | None:
        """The question, when it asks."""
        return FREE if self.action == "ask" else None

    def passage(self, exit: str, settings: Settings) -> Passage:
        """Whether the customer agrees is known afterwards."""
        return _passage(self.action, self.purpose or "marketing", exit, self.no_reply_after)

    def enter(self, run: Run) -> Step:
        """Ask, note or look."""
        match self.action:
            case "ask":
                asked = said(self, run, options=self._replies(run))
                knows = ("1", "2", *(each.label for each in asked.options))
                left = parse_duration(self.no_reply_after or "")
                return Wait(say=(asked,), at_most=left, knows=knows)
            case "grant" | "withdraw":
                return Go(save={self._path: self.action == "grant"})
            case "look":
                return Go(exit="has" if run.value(self._path) is True else "has_not")
            case _:
                return Go()

    def resume(self, run: Run, input: Input) -> Step:
        """Only a clear yes is one; an answer that is not understood is a no."""
        if isinstance(input, TimedOut):
            return Go(exit="no_reply")
        given = self._chosen(run, input) == "given"
        return Go(exit="given" if given else "refused", save={self._path: given})

    def _replies(self, run: Run) -> tuple[Reply, ...]:
        labels = self.labels or ConsentLabels()
        return (
            Reply("given", run.words(labels.given) or run.words(_YES)),
            Reply("refused", run.words(labels.refused) or run.words(_NO)),
        )

    def _chosen(self, run: Run, input: Input) -> str:
        if isinstance(input, Tapped):
            return input.option
        typed = input.text.strip().casefold() if isinstance(input, Said) else ""
        for number, reply in enumerate(self._replies(run), start=1):
            if typed in (str(number), reply.label.strip().casefold()):
                return reply.id
        return ""
