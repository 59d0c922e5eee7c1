"""The *webhook* block."""

from collections.abc import Mapping
from typing import Annotated, Literal

from flowdesigner.model.accepted import JsonValue
from flowdesigner.model.block import Block, Exit, Look, Outcomes
from flowdesigner.model.facts import Facts
from flowdesigner.model.fields import Field, Kind
from flowdesigner.model.json_path import at_path
from flowdesigner.model.part import Duration, Whole
from flowdesigner.model.run import Answered, Go, Input, Request, Run, Step
from flowdesigner.texts import N_, message

Method = Literal["GET", "POST", "PUT", "PATCH", "DELETE"]
METHODS: Mapping[str, str] = {name: name for name in ("GET", "POST", "PUT", "PATCH", "DELETE")}


class Webhook(Block):
    """Ask another system, and keep what it answers."""

    look = Look(
        title=N_("Ask a system"),
        icon="webhook",
        group="do",
        summary=N_("Sends a request to another system and keeps parts of its answer."),
    )

    type: Literal["webhook"] = "webhook"
    method: Annotated[
        Method | None,
        Field(
            label=N_("Method"),
            kind=Kind.CHOICE,
            choices=METHODS,
            required=True,
            help=N_(
                "GET asks for something, POST hands something over; whoever made the system knows."
            ),
        ),
    ] = None
    url: Annotated[
        str | None,
        Field(
            label=N_("Web address"), kind=Kind.URL, templated=True, required=True,
            placeholder="https://",
            help=N_("Where the request goes; it may have variables in it."),
        ),
    ] = None  # fmt: skip
    headers: Annotated[
        dict[str, str] | None,
        Field(
            label=N_("Headers"),
            kind=Kind.MAPPING,
            templated=True,
            advanced=True,
            help=N_("Lines that the system wants beside the request, such as a key."),
        ),
    ] = None
    body: Annotated[
        JsonValue,
        Field(
            label=N_("Data to send"),
            kind=Kind.DATA,
            templated=True,
            help=N_("What is sent along; it may have variables in it."),
        ),
    ] = None
    save: Annotated[
        dict[str, str] | None,
        Field(
            label=N_("Keep from the answer"),
            kind=Kind.SAVE,
            help=N_("A variable, and where in the answer its value stands, such as $.state."),
        ),
    ] = None
    sample: Annotated[
        JsonValue,
        Field(
            label=N_("Sample answer"),
            kind=Kind.DATA,
            help=N_("What the preview answers; nothing is sent while you try out."),
        ),
    ] = None
    timeout: Annotated[
        Duration | None,
        Field(
            label=N_("Give up after"),
            kind=Kind.DURATION,
            advanced=True,
            help=N_("How long to wait for the answer; then it goes on by “Failed”."),
        ),
    ] = None
    retries: Annotated[
        Whole | None,
        Field(
            label=N_("Tries more"),
            kind=Kind.NUMBER,
            advanced=True,
            help=N_("How often it is tried again before it goes on by “Failed”."),
        ),
    ] = None

    def ways_out(self, outcomes: Outcomes = {}) -> tuple[Exit, ...]:  # noqa: B006 - never changed
        """Answered, failed."""
        return (
            Exit(
                id="ok",
                title=message(N_("Answered")),
                help=N_("The system has answered as it should."),
            ),
            Exit(
                id="failed",
                title=message(N_("Failed")),
                help=N_("The system did not answer, or with an error."),
            ),
        )

    def sets(self, exit: str) -> tuple[str, ...]:
        """What is kept from a good answer, trusted to be there."""
        return tuple(self.save or ()) if exit == "ok" else ()

    def first_words(self, facts: Facts, language: str) -> str:
        """The method and the address."""
        return f"{self.method or ''} {(self.url or '').removeprefix('https://')}".strip()

    def enter(self, run: Run) -> Step:
        """Send the request."""
        return Request(
            method=self.method or "GET",
            url=run.raw_url(self.url or ""),
            headers={name: run.raw(value) for name, value in (self.headers or {}).items()},
            body=run.raw_data(self.body),
            sample=self.sample,
        )

    def resume(self, run: Run, input: Input) -> Step:
        """Keep parts of the answer; a missing place leaves its variable unset."""
        if not isinstance(input, Answered) or not input.ok:
            return Go(exit="failed")
        found = {name: at_path(input.data, path) for name, path in (self.save or {}).items()}
        return Go(exit="ok", save=found)
