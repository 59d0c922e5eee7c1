"""What is typed on the command line to come into a conversation, in the order it was typed."""

import json
from argparse import Action, ArgumentParser, Namespace
from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta

from msgspec import Struct

from flowdesigner.cli.command import Refused
from flowdesigner.model.duration import parse_duration
from flowdesigner.model.project import Project
from flowdesigner.model.run import AgentClosed, AgentSaid, Delivery, Happened, Said, Sent, Tapped
from flowdesigner.model.values import Value, type_of
from flowdesigner.model.variable import BUILT_IN
from flowdesigner.simulate.inputs import Passed, Put, Scripted, SessionInput, SkippedWait, TypedCode
from flowdesigner.texts import N_, translate

SENDABLE = ("image", "video", "audio", "document", "location")

DELIVERY = ("delivered", "read", "replied", "failed")

_JSON_TYPES = ("number", "money", "boolean", "list", "location", "media")


class Typed(Struct, frozen=True):
    """An option of the command line and its value."""

    option: str
    value: str


class KeepOrder(Action):
    """Puts an option and its value behind those typed before it, of whatever kind."""

    def __call__(
        self,
        parser: ArgumentParser,
        namespace: Namespace,
        values: str | Sequence[object] | None,
        option_string: str | None = None,
    ) -> None:
        """Keep one more."""
        value = values if isinstance(values, str) else ""
        typed = Typed((option_string or "").lstrip("-"), value)
        setattr(namespace, self.dest, (*(getattr(namespace, self.dest) or ()), typed))


def input_of(typed: Typed, project: Project) -> SessionInput:
    """What an option means in a project; refuses what the project does not have."""
    return INPUTS[typed.option](typed.value, project)


def duration_of(written: str) -> timedelta:
    """A length of time, or a sentence that it is none."""
    length = parse_duration(written)
    if length is None:
        words = N_("“{written}” is not a length of time. Write it as 30s, 10m, 24h or 3d.")
        raise Refused(translate(words, written=written))
    return length


def put_of(written: str, project: Project) -> Put:
    """`VARIABLE=VALUE`, the value of the variable's type."""
    name, equals, value = written.partition("=")
    if not equals:
        raise Refused(translate(N_("“{written}” must be VARIABLE=VALUE."), written=written))
    if name not in project.variables and name not in BUILT_IN:
        raise Refused(translate(N_("The project has no variable “{name}”."), name=name))
    return Put({name: _value(value, type_of(name, project.variables))})


def event_of(written: str, project: Project) -> Happened:
    """`NAME` or `NAME:VARIABLE=VALUE,VARIABLE=VALUE`."""
    name, _colon, brought = written.partition(":")
    values: dict[str, Value] = {}
    for each in filter(None, brought.split(",")):
        values |= put_of(each, project).values
    return Happened(name, values)


def status_of(written: str, _project: Project) -> Delivery:
    """News of the last message."""
    if written not in DELIVERY:
        words = N_("A message is {known}, not “{written}”.")
        raise Refused(translate(words, known=", ".join(DELIVERY), written=written))
    return Delivery(written)


def code_of(written: str, _project: Project) -> TypedCode | Said:
    """`right`, `wrong`, or a code as it is."""
    return TypedCode(written == "right") if written in ("right", "wrong") else Said(written)


def scripted_of(written: str, project: Project) -> Scripted:
    """`FLOW.BLOCK=EXIT`."""
    place, equals, exit = written.partition("=")
    flow, dot, id = place.partition(".")
    if not equals or not dot:
        raise Refused(translate(N_("“{written}” must be FLOW.BLOCK=EXIT."), written=written))
    block = project.block(flow, id)
    if block is None:
        raise Refused(translate(N_("The project has no block “{place}”."), place=place))
    exits = [each.id for each in block.ways_out(project.outcomes)]
    if exit not in exits:
        words = N_("“{place}” has no exit “{exit}”, only {exits}.")
        listed = ", ".join(exits) or "-"
        raise Refused(translate(words, place=place, exit=exit, exits=listed))
    return Scripted(flow, id, exit)


def sent_of(written: str, _project: Project) -> Sent:
    """A file or a place the customer sends."""
    if written not in SENDABLE:
        words = N_("A customer sends {known}, not “{written}”.")
        raise Refused(translate(words, known=", ".join(SENDABLE), written=written))
    return Sent(written)


def _value(written: str, kind: str) -> Value:
    if written == "":
        return None
    if kind not in _JSON_TYPES:
        return written
    try:
        value: Value = json.loads(written)
    except ValueError:
        words = N_("“{written}” is not a value of the type {kind}.")
        raise Refused(translate(words, written=written, kind=kind)) from None
    return value


INPUTS: Mapping[str, Callable[[str, Project], SessionInput]] = {
    "say": lambda written, _: Said(written),
    "tap": lambda written, _: Tapped(written),
    "wait": lambda written, _: Passed(duration_of(written)),
    "event": event_of,
    "status": status_of,
    "code": code_of,
    "set": put_of,
    "answer": scripted_of,
    "media": sent_of,
    "agent": lambda written, _: AgentSaid(written),
    "close": lambda _written, _: AgentClosed(),
    "skip": lambda _written, _: SkippedWait(),
}
"""How what is typed after a word is read."""
