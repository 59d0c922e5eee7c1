"""`flowdesigner simulate`: chat with a journey, or play what is given."""

from argparse import ArgumentParser, Namespace
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from msgspec.structs import replace

from flowdesigner.channels import BY_ID
from flowdesigner.cli.chat import chat
from flowdesigner.cli.command import GOOD, Command, Refused, add_files, add_format
from flowdesigner.cli.files import opened
from flowdesigner.cli.inputs import KeepOrder, Typed, input_of
from flowdesigner.cli.output import say_json
from flowdesigner.cli.transcript import step_data, tell
from flowdesigner.model.duration import FIRST_YEAR, LAST_YEAR
from flowdesigner.model.project import Project
from flowdesigner.model.run import Happened, Said
from flowdesigner.model.values import Value
from flowdesigner.simulate.engine import send_all, start
from flowdesigner.simulate.inputs import SessionInput
from flowdesigner.simulate.opening import DEFAULT_AT, Opening, known_of
from flowdesigner.simulate.session import Session
from flowdesigner.simulate.starts import flow_for, flow_on_event, main_flow
from flowdesigner.texts import N_, translate

_INPUTS = {
    "--say": ("TEXT", N_("the customer types")),
    "--tap": ("ID", N_("the customer taps an answer")),
    "--wait": ("DURATION", N_("time goes by, such as 30m")),
    "--event": ("NAME[:VAR=VALUE,…]", N_("something happens outside")),
    "--status": ("STATUS", N_("the last message is delivered, read, replied to or failed")),
    "--code": ("CODE", N_("the customer types the one-time code: right, wrong, or digits")),
    "--set": ("VAR=VALUE", N_("a variable gets a value")),
    "--answer": ("FLOW.BLOCK=EXIT", N_("how a block is left the next time")),
    "--media": ("KIND", N_("the customer sends an image, a video, audio, a document or a place")),
    "--agent": ("TEXT", N_("a colleague types")),
    "--close": (None, N_("the colleague closes the conversation")),
    "--skip": (None, N_("time goes by to the end of the wait")),
}
"""What can be typed to come in, the name of its value if it takes one, and what it means."""


def _add_arguments(parser: ArgumentParser) -> None:
    add_files(parser, several=False)
    parser.add_argument("--flow", metavar="ID")
    parser.add_argument("--channel", metavar="C")
    parser.add_argument("--language", metavar="L")
    parser.add_argument("--contact", metavar="ID", help=translate(N_("one of the settings")))
    parser.add_argument("--at", metavar="TIME", help=translate(N_("such as 2026-11-23T10:00")))
    parser.add_argument("--seed", metavar="N", type=int, default=0)
    add_format(parser)
    for option, (metavar, help) in _INPUTS.items():
        parser.add_argument(
            option, dest="inputs", action=KeepOrder, nargs=None if metavar else 0,
            metavar=metavar, help=translate(help),
        )  # fmt: skip


def _run(given: Namespace) -> int:
    project = opened(given.file).project
    typed: Sequence[Typed] = given.inputs or ()
    inputs = [input_of(each, project) for each in typed]
    opening = _opening(given, project, inputs)
    begun = _begun_by(opening, given.flow, project, inputs)
    if begun is not None:
        opening, inputs = begun, inputs[1:]
    session = start(project, opening)
    if not inputs and given.format == "text":
        chat(session)
        return GOOD
    _tell(send_all(session, inputs), given.format)
    return GOOD


def _tell(session: Session, format: str) -> None:
    if format == "text":
        tell(session.transcript)
        return
    say_json(
        {
            "steps": [step_data(each) for each in session.transcript],
            "state": session.state,
            "outcome": session.outcome,
        }
    )


def _opening(given: Namespace, project: Project, inputs: Sequence[SessionInput]) -> Opening:
    """The first thing said begins a flow when it is one of its words; else the flow just begins."""
    said = next((each.text for each in inputs if isinstance(each, Said)), "")
    chosen = flow_for(project, said)
    flow = given.flow or chosen or main_flow(project)
    if given.flow:
        _known(given.flow, project.flows, N_("The project has no flow “{word}”, only {known}."))
    if given.channel:
        _known(given.channel, BY_ID, N_("There is no channel “{word}”, only {known}."))
    if given.language:
        words = N_("The project does not speak “{word}”, only {known}.")
        _known(given.language, project.languages, words)
    contact = _contact(given.contact, project)
    return Opening(
        flow=flow,
        channel=given.channel or "",
        language=given.language or str(contact.get("language") or ""),
        contact=contact,
        at=_moment(given.at) if given.at else DEFAULT_AT,
        seed=given.seed,
        trigger="message" if chosen is not None and chosen == flow else "at_once",
    )


def _begun_by(
    opening: Opening, asked: str | None, project: Project, inputs: Sequence[SessionInput]
) -> Opening | None:
    """An event that comes first begins the flow that starts on it, with the values it brings."""
    first = inputs[0] if inputs else None
    if not isinstance(first, Happened):
        return None
    flow = flow_on_event(project, first.name)
    if flow is None or asked not in (None, flow):
        return None
    return replace(opening, flow=flow, variables=first.values, trigger="at_once")


def _contact(id: str | None, project: Project) -> Mapping[str, Value]:
    """What the settings say of a contact."""
    if id is None:
        return {}
    contacts = {each.id: each for each in project.settings.contacts or ()}
    _known(id, contacts, N_("The project has no contact “{word}”, only {known}."))
    return known_of(contacts[id])


def _known(word: str, known: Collection[str], sentence: str) -> None:
    if word not in known:
        raise Refused(translate(sentence, word=word, known=", ".join(known) or "-"))


def _moment(written: str) -> datetime:
    try:
        at = datetime.fromisoformat(written)
    except ValueError:
        words = N_("“{written}” is not a time. Write it as 2026-11-23T10:00.")
        raise Refused(translate(words, written=written)) from None
    if not FIRST_YEAR <= at.year <= LAST_YEAR:
        words = N_("Choose a year from {first} to {last}.")
        raise Refused(translate(words, first=FIRST_YEAR, last=LAST_YEAR))
    return at


SIMULATE = Command(
    name="simulate", help=N_("chat with a journey, or play what is given"),
    add_arguments=_add_arguments, run=_run,
)  # fmt: skip
