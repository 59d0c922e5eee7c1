"""The *ask* block."""

from collections.abc import Mapping
from typing import Annotated, Literal

from flowdesigner.model.answers import AnswerKind, read_typed
from flowdesigner.model.block import Block, Exit, Look, Outcomes
from flowdesigner.model.duration import parse_duration, seconds
from flowdesigner.model.fields import Field, Kind, text_field
from flowdesigner.model.outgoing import Outgoing
from flowdesigner.model.part import Duration, Number, Part, Text, Whole
from flowdesigner.model.passage import Passage, answered, not_answered
from flowdesigner.model.pattern import matches
from flowdesigner.model.retry import Retry
from flowdesigner.model.run import Go, Input, Run, Said, Sent, Step, TimedOut, Wait
from flowdesigner.model.settings import Settings
from flowdesigner.model.speech import said
from flowdesigner.model.values import Value, type_of
from flowdesigner.texts import N_, message

ANSWER_LABELS: Mapping[str, str] = {
    "text": N_("Text"),
    "number": N_("Number"),
    "date": N_("Date"),
    "time": N_("Time"),
    "phone": N_("Phone number"),
    "email": N_("Email address"),
    "location": N_("Location"),
    "media": N_("Picture or file"),
    "rating": N_("Rating"),
}
_NUMERIC = ("number", "rating")
_RATING_RANGE = (1, 5)


class Accept(Part):
    """Which answers are good."""

    pattern: Annotated[
        str | None,
        Field(
            label=N_("Pattern"),
            kind=Kind.PATTERN,
            help=N_("What the whole answer must look like, for example INV-\\d{8}-\\d{4}."),
        ),
    ] = None
    min: Annotated[
        Number | None,
        Field(
            label=N_("Smallest"),
            kind=Kind.NUMBER,
            help=N_("The smallest number that is taken."),
        ),
    ] = None
    max: Annotated[
        Number | None,
        Field(
            label=N_("Largest"),
            kind=Kind.NUMBER,
            help=N_("The largest number that is taken."),
        ),
    ] = None
    longest: Annotated[
        Whole | None,
        Field(
            label=N_("Longest, in characters"),
            kind=Kind.NUMBER,
            help=N_("How many characters the answer may have."),
        ),
    ] = None


class Ask(Block):
    """Ask a question and keep the answer."""

    look = Look(
        title=N_("Question"),
        icon="message-circle-question-mark",
        group="ask",
        summary=N_("Asks for something the customer types or sends, and keeps it."),
    )

    type: Literal["ask"] = "ask"
    text: Annotated[
        Text | None,
        text_field(
            N_("Question"),
            required=True,
            help=N_("What the customer is asked."),
        ),
    ] = None
    answer: Annotated[
        AnswerKind | None,
        Field(
            label=N_("Expected answer"),
            kind=Kind.CHOICE,
            choices=ANSWER_LABELS,
            required=True,
            help=N_("What sort of answer is taken; another one is not understood."),
        ),
    ] = None
    save_to: Annotated[
        str | None,
        Field(
            label=N_("Save the answer in"),
            kind=Kind.VARIABLE,
            required=True,
            help=N_("The variable that keeps the answer for later texts and conditions."),
        ),
    ] = None
    accept: Annotated[
        Accept | None,
        Field(
            label=N_("Accept only"),
            kind=Kind.PART,
            advanced=True,
            help=N_("Bounds that a good answer keeps."),
        ),
    ] = None
    retry: Annotated[
        Retry | None,
        Field(
            label=N_("When the answer is not understood"),
            kind=Kind.PART,
            help=N_("How often the question is asked again, and in which words."),
        ),
    ] = None
    no_reply_after: Annotated[
        Duration | None,
        Field(
            label=N_("No reply after"),
            kind=Kind.DURATION,
            placeholder="30m",
            help=N_(
                "How long to wait for an answer; then it goes on by “No reply”. Left empty,"
                " it waits for ever."
            ),
        ),
    ] = None

    def ways_out(self, outcomes: Outcomes = {}) -> tuple[Exit, ...]:  # noqa: B006 - never changed
        """Answered, not understood, no reply."""
        return (
            Exit(
                id="answered",
                title=message(N_("Answered")),
                help=N_("A good answer came, and is kept."),
            ),
            Exit(
                id="invalid",
                title=message(N_("Not understood")),
                missed=1 + ((self.retry and self.retry.times) or 0),
                help=N_("No good answer came in all the tries."),
            ),
            Exit(
                id="no_reply",
                title=message(N_("No reply")),
                happens=self.no_reply_after is not None,
                after=self.no_reply_after,
                help=N_("Nothing came in time."),
            ),
        )

    def sets(self, exit: str) -> tuple[str, ...]:
        """The answer, when there is one."""
        return (self.save_to,) if self.save_to and exit == "answered" else ()

    @property
    def waits(self) -> bool:
        """Always."""
        return True

    def passage(self, exit: str, settings: Settings) -> Passage:
        """The customer answers, or does not in time."""
        at_most, tries = seconds(self.no_reply_after), (self.retry and self.retry.times) or 0
        if exit == "no_reply" and at_most is not None:
            return not_answered(at_most, tries)
        return answered(at_most, tries)

    def enter(self, run: Run) -> Step:
        """Ask, and wait for an answer."""
        return self._ask(said(self, run))

    def resume(self, run: Run, input: Input) -> Step:
        """Keep a good answer, ask again, or give up."""
        if isinstance(input, TimedOut):
            return Go(exit="no_reply")
        value = self._read(input, run)
        if value is not None:
            return Go(exit="answered", save={self.save_to: value} if self.save_to else {})
        tries = int(str(run.memory.get("tries", 0)))
        if tries >= ((self.retry and self.retry.times) or 0):
            return Go(exit="invalid")
        again = run.words(self.retry.text if self.retry else None)
        return self._ask(Outgoing(text=again) if again else said(self, run), tries + 1)

    def _ask(self, words: Outgoing, tries: int = 0) -> Wait:
        at_most = parse_duration(self.no_reply_after or "")
        return Wait(say=(words,), at_most=at_most, memory={"tries": tries})

    def _read(self, input: Input, run: Run) -> Value:
        kind = self.answer or "text"
        if isinstance(input, Sent):
            return _sent_value(kind, input)
        if not isinstance(input, Said):
            return None
        if kind == "number" and type_of(self.save_to or "", run.facts.variables) == "money":
            kind_read = "money"
        else:
            kind_read = kind
        value = read_typed(kind_read, input.text, run.language, run.now.date())
        return value if value is not None and self.accepts(value, input.text) else None

    def accepts(self, value: Value, typed: str) -> bool:
        """Whether an answer of the right kind is also within the bounds."""
        limits = self.accept or Accept()
        if limits.longest is not None and len(typed.strip()) > limits.longest:
            return False
        if limits.pattern and not matches(limits.pattern, typed.strip()):
            return False
        if self.answer not in _NUMERIC or not isinstance(value, int | float):
            return True
        low, high = (limits.min, limits.max)
        if self.answer == "rating":
            low = _RATING_RANGE[0] if low is None else low
            high = _RATING_RANGE[1] if high is None else high
            if value != int(value):
                return False
        return (low is None or low <= value) and (high is None or value <= high)


def _sent_value(kind: str, input: Sent) -> Value:
    if kind == "location":
        return input.value if input.kind == "location" else None
    if kind == "media":
        good = input.kind in ("image", "video", "audio", "document")
        return (input.value or {"kind": input.kind}) if good else None
    return None
