"""The *answer* block."""

import re
from collections.abc import Iterable, Mapping
from typing import Annotated, Literal

from flowdesigner.model.block import Block, Exit, Look, Outcomes
from flowdesigner.model.facts import Facts
from flowdesigner.model.fields import Field, Kind, label_field, text_field
from flowdesigner.model.outgoing import Outgoing
from flowdesigner.model.part import Number, Part, Text
from flowdesigner.model.passage import EVER, NONE, ONE, UNCHANGED, Passage, heard, silent
from flowdesigner.model.run import Go, Input, Run, Said, Step, Wait
from flowdesigner.model.settings import Settings
from flowdesigner.texts import N_, message

_SURE_ENOUGH = 0.6
_WORD = re.compile(r"\w+")


class SampleAnswer(Part):
    """A question customers ask, and what is answered."""

    question: Annotated[
        Text | None,
        label_field(
            N_("Question"),
            required=True,
            help=N_("A question as customers ask it."),
        ),
    ] = None
    reply: Annotated[
        Text | None,
        text_field(
            N_("Reply"),
            required=True,
            help=N_("What is answered."),
        ),
    ] = None


class Answer(Block):
    """Answer a question in free words from what the business knows."""

    look = Look(
        title=N_("Answer a question"),
        icon="sparkles",
        group="ask",
        summary=N_("Answers what the customer wrote from your questions and answers."),
    )

    type: Literal["answer"] = "answer"
    source: Annotated[
        str | None,
        Field(
            label=N_("Where the answers are"), kind=Kind.LINE, required=True, placeholder="faq",
            help=N_("The name of your collection of answers on the platform."),
        ),
    ] = None  # fmt: skip
    instructions: Annotated[
        str | None,
        Field(
            label=N_("Instructions"), kind=Kind.LINES,
            help=N_("How to answer, for platforms that write answers by themselves."),
        ),
    ] = None  # fmt: skip
    samples: Annotated[
        tuple[SampleAnswer, ...] | None,
        Field(
            label=N_("Questions and answers"), kind=Kind.PARTS,
            help=N_("The preview answers from these."),
        ),
    ] = None  # fmt: skip
    at_least: Annotated[
        Number | None,
        Field(
            label=N_("Answer only when so sure"), kind=Kind.LEVEL, advanced=True,
            placeholder=str(_SURE_ENOUGH),
            help=N_(
                "How alike a question must be to one of yours; with less, more is answered,"
                " and more of it wrongly."
            ),
        ),
    ] = None  # fmt: skip

    def ways_out(self, outcomes: Outcomes = {}) -> tuple[Exit, ...]:  # noqa: B006 - never changed
        """Answered, not sure enough, out of order."""
        return (
            Exit(
                id="answered",
                title=message(N_("Answered")),
                help=N_("A reply was found and sent."),
            ),
            Exit(
                id="unsure",
                title=message(N_("Not sure enough")),
                missed=1,
                help=N_("None of the questions is like enough to the one that was asked."),
            ),
            Exit(
                id="failed",
                title=message(N_("Out of order")),
                help=N_("There is nothing to answer from."),
            ),
        )

    def first_words(self, facts: Facts, language: str) -> str:
        """The first question it can answer, else where the answers are."""
        first = next((each.question for each in self.samples or ()), None)
        return facts.in_language(first, language) or self.source or ""

    @property
    def waits(self) -> bool:
        """When nothing was asked yet."""
        return True

    def passage(self, exit: str, settings: Settings) -> Passage:
        """What was written last is answered at once, else what is written now."""
        return _ANSWERED if exit == "answered" else _NOT_ANSWERED

    def enter(self, run: Run) -> Step:
        """Answer what the customer wrote last; without anything, wait for a question."""
        return self._answer(run, run.heard) if run.heard.strip() else Wait()

    def resume(self, run: Run, input: Input) -> Step:
        """Answer what is written."""
        return self._answer(run, input.text) if isinstance(input, Said) else Go(exit="unsure")

    def _answer(self, run: Run, question: str) -> Step:
        """The sample whose question is most like the one asked, if it is like it enough."""
        if not self.samples:
            return Go(exit="failed")
        surest = max(self.samples, key=lambda each: _likeness(question, each.question))
        enough = _SURE_ENOUGH if self.at_least is None else self.at_least
        if _likeness(question, surest.question) < enough:
            return Go(exit="unsure")
        return Go(exit="answered", say=(Outgoing(text=run.words(surest.reply)),))


_NOT_ANSWERED = UNCHANGED.joined(heard((0, EVER)))
_ANSWERED = _NOT_ANSWERED.then(silent(NONE, ONE))


def _likeness(asked: str, question: Mapping[str, str] | None) -> float:
    """How much of the words two questions share, 0 to 1, in the language where it is most."""
    words = _words(asked)
    return max((_shared(words, _words(each)) for each in (question or {}).values()), default=0)


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0


def _words(text: str) -> frozenset[str]:
    found: Iterable[str] = _WORD.findall(text.casefold())
    return frozenset(found)
