"""The *menu* block."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Annotated, Literal

from flowdesigner.model.block import Block, Exit, Look, Outcomes
from flowdesigner.model.duration import parse_duration, seconds
from flowdesigner.model.fields import Field, Kind, label_field, text_field
from flowdesigner.model.outgoing import DrawAs, Outgoing, Reply
from flowdesigner.model.part import Duration, Id, Part, Text, Whole, Words
from flowdesigner.model.passage import NONE, ONE, Passage, answered, not_answered, silent
from flowdesigner.model.retry import Retry
from flowdesigner.model.run import Go, Input, Run, Said, Step, Tapped, TimedOut, Wait
from flowdesigner.model.settings import Settings
from flowdesigner.model.speech import said
from flowdesigner.model.values import Value
from flowdesigner.texts import N_, message

DRAW_LABELS: Mapping[str, str] = {
    "auto": N_("As fits"),
    "buttons": N_("Buttons"),
    "list": N_("List"),
    "text": N_("Numbered text"),
}


_MOST_ROWS = 10
"""How many rows of a list are offered when the author does not say."""

_DIGITS = 5
"""More digits than this no number of an answer has."""


class Option(Part):
    """An answer the customer can choose."""

    id: Annotated[
        Id,
        Field(
            label=N_("Id"),
            kind=Kind.LINE,
            required=True,
            help=N_("A short word that names the answer in the file."),
        ),
    ] = ""
    label: Annotated[
        Text | None,
        label_field(
            N_("Label"),
            required=True,
            help=N_("The words of the answer."),
        ),
    ] = None
    description: Annotated[
        Text | None,
        label_field(
            N_("Description"),
            advanced=True,
            help=N_("A smaller line below the answer, where the channel shows a list."),
        ),
    ] = None
    words: Annotated[
        Words | None,
        Field(
            label=N_("Also understood"),
            kind=Kind.WORDS,
            translated=True,
            advanced=True,
            help=N_("Other words the customer may type to choose this."),
        ),
    ] = None
    section: Annotated[
        Text | None,
        label_field(
            N_("Section of the list"),
            advanced=True,
            help=N_("A heading in the list; answers that name the same one stand together."),
        ),
    ] = None


class OptionsFrom(Part):
    """A list to choose from that another system has given, one answer a row."""

    variable: Annotated[
        str | None,
        Field(
            label=N_("List"),
            kind=Kind.SOURCE,
            types=("list",),
            required=True,
            help=N_("The variable that holds the list, filled by another system."),
        ),
    ] = None
    label: Annotated[
        Text | None,
        label_field(
            N_("Label"), required=True, knows=("item",),
            help=N_("Made of the row, such as {{ item.number }}."),
        ),
    ] = None  # fmt: skip
    description: Annotated[
        Text | None,
        label_field(
            N_("Description"),
            advanced=True,
            knows=("item",),
            help=N_("A smaller line below, made of the row too."),
        ),
    ] = None
    most: Annotated[
        Whole | None,
        Field(
            label=N_("At most so many"),
            kind=Kind.NUMBER,
            placeholder="10",
            help=N_("How many rows are offered; further ones are left out."),
        ),
    ] = None
    save_to: Annotated[
        str | None,
        Field(
            label=N_("Save the chosen row in"),
            kind=Kind.VARIABLE,
            help=N_("The variable that keeps the whole row that was chosen."),
        ),
    ] = None


class Menu(Block):
    """Offer answers to choose from, and go on by the one that is chosen."""

    look = Look(
        title=N_("Menu"),
        icon="list",
        group="ask",
        summary=N_("Asks a question with answers to choose from."),
    )

    type: Literal["menu"] = "menu"
    text: Annotated[
        Text | None,
        text_field(
            N_("Question"),
            required=True,
            help=N_("What the customer is asked."),
        ),
    ] = None
    options: Annotated[
        tuple[Option, ...] | None,
        Field(
            label=N_("Answers to choose from"), kind=Kind.PARTS, required=True,
            shown_when={"options_from": (None,)},
            help=N_("Each answer has a way out of its own."),
        ),
    ] = None  # fmt: skip
    options_from: Annotated[
        OptionsFrom | None,
        Field(
            label=N_("Answers from a list"), kind=Kind.PART, advanced=True,
            shown_when={"options": (None, ())},
            help=N_("Instead of answers of your own: one for each row of a variable."),
        ),
    ] = None  # fmt: skip
    save_to: Annotated[
        str | None,
        Field(
            label=N_("Save the choice in"),
            kind=Kind.VARIABLE,
            advanced=True,
            help=N_("The variable that keeps which answer was chosen."),
        ),
    ] = None
    draw_as: Annotated[
        DrawAs | None,
        Field(
            label=N_("Show as"),
            kind=Kind.CHOICE,
            choices=DRAW_LABELS,
            advanced=True,
            help=N_("“As fits” takes buttons, a list or numbers, as the channel can show them."),
        ),
    ] = None
    button: Annotated[
        Text | None,
        label_field(
            N_("Button that opens the list"),
            advanced=True,
            help=N_("The words on the button that opens the list, where the answers are one."),
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
        """One per option, something else, no reply."""
        options = self.options or ()
        return (
            *(
                (
                    Exit(
                        id="chosen",
                        title=message(N_("Chosen")),
                        help=N_("A row of the list was chosen."),
                    ),
                )
                if self.options_from
                else ()
            ),
            *(
                Exit(
                    id=each.id,
                    words=each.label or {},
                    help=N_("This answer was tapped, or typed."),
                )
                for each in options
                if each.id
            ),
            Exit(
                id="other",
                title=message(N_("Something else")),
                missed=1 + ((self.retry and self.retry.times) or 0),
                help=N_("No answer was understood in all the tries, or there is none to choose."),
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
        """The choice, when one was made."""
        if exit == "chosen" and self.options_from:
            return (self.options_from.save_to,) if self.options_from.save_to else ()
        chosen = any(each.id == exit for each in self.options or ())
        return (self.save_to,) if self.save_to and chosen else ()

    @property
    def waits(self) -> bool:
        """Always."""
        return True

    def passage(self, exit: str, settings: Settings) -> Passage:
        """The customer chooses, or does not in time; a list is taken to have rows."""
        at_most, tries = seconds(self.no_reply_after), (self.retry and self.retry.times) or 0
        if exit == "no_reply" and at_most is not None:
            return not_answered(at_most, tries)
        if not self.options and not self.options_from:
            return silent(NONE, ONE)
        return answered(at_most, tries)

    def enter(self, run: Run) -> Step:
        """Ask, and wait for a choice."""
        asked = said(self, run, options=self.replies(run), draw_as=self._drawn)
        return self._ask(run, asked) if asked.options else Go(exit="other", say=(asked,))

    def resume(self, run: Run, input: Input) -> Step:
        """Go on by the option chosen, ask again, or give up."""
        if isinstance(input, TimedOut):
            return Go(exit="no_reply")
        chosen = self._chosen(input, run)
        if chosen is not None and self.options_from:
            return self._row_chosen(run, chosen)
        if chosen is not None:
            return Go(exit=chosen, save={self.save_to: chosen} if self.save_to else {})
        tries = int(str(run.memory.get("tries", 0)))
        if tries >= ((self.retry and self.retry.times) or 0):
            return Go(exit="other")
        again = run.words(self.retry.text if self.retry else None)
        words = said(self, run, options=self.replies(run), draw_as=self._drawn)
        asked = Outgoing(
            text=again or words.text,
            options=words.options,
            draw_as=self._drawn,
            button=words.button,
        )
        return self._ask(run, asked, tries + 1)

    @property
    def _drawn(self) -> DrawAs:
        return self.draw_as or "auto"

    def _ask(self, run: Run, words: Outgoing, tries: int = 0) -> Wait:
        return Wait(
            say=(words,),
            at_most=parse_duration(self.no_reply_after or ""),
            knows=tuple(self._known(words.options)),
            memory={"tries": tries},
        )

    def _known(self, replies: Iterable[Reply]) -> Iterator[str]:
        """Everything that chooses an answer when it is typed."""
        for number, reply in enumerate(replies, start=1):
            yield from (str(number), reply.label)
        for each in self.options or ():
            yield from (each.label or {}).values()
            yield from chain.from_iterable((each.words or {}).values())

    def replies(self, run: Run) -> Iterator[Reply]:
        """The options in the customer's language, as the channel has them."""
        if self.options_from:
            yield from self._rows(run)
        other = self.spoken("options", run.channel)
        others = other if isinstance(other, Mapping) else {}
        for each in self.options or ():
            own = others.get(each.id)
            yield Reply(
                id=each.id,
                label=run.words((own and own.label) or each.label),
                description=run.words((own and own.description) or each.description),
                section=run.words(each.section),
            )

    def _rows(self, run: Run) -> Iterator[Reply]:
        made = self.options_from or OptionsFrom()
        for number, row in enumerate(self._items(run), start=1):
            known = run.knowing(item=row)
            label, description = known.words(made.label), known.words(made.description)
            yield Reply(id=f"row_{number}", label=label or str(number), description=description)

    def _items(self, run: Run) -> Sequence[Value]:
        made = self.options_from or OptionsFrom()
        found = run.value(made.variable or "")
        return found[: made.most or _MOST_ROWS] if isinstance(found, list) else ()

    def _row_chosen(self, run: Run, reply: str) -> Step:
        row = self._items(run)[int(reply.removeprefix("row_")) - 1]
        save_to = self.options_from.save_to if self.options_from else None
        return Go(exit="chosen", save={save_to: row} if save_to else {})

    def _chosen(self, input: Input, run: Run) -> str | None:
        """By tapped id, number, exact label, then words; case and outer spaces aside."""
        replies = tuple(self.replies(run))
        if isinstance(input, Tapped):
            return input.option if any(each.id == input.option for each in replies) else None
        if not isinstance(input, Said):
            return None
        typed = input.text.strip().casefold()
        if typed.isdecimal() and len(typed) < _DIGITS and 0 < int(typed) <= len(replies):
            return replies[int(typed) - 1].id
        for reply in replies:
            if reply.label.strip().casefold() == typed != "":
                return reply.id
        for each in self.options or ():
            known = {*(each.label or {}).values()}.union(*(each.words or {}).values())
            if typed in {word.strip().casefold() for word in known}:
                return each.id
        return None
