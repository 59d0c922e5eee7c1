"""The things a project may use that not every platform can say, and who uses them."""

from collections.abc import Callable, Iterator, Mapping

from msgspec import Struct

from flowdesigner.blocks import BY_TYPE
from flowdesigner.blocks.ask import Ask
from flowdesigner.blocks.condition import Condition
from flowdesigner.blocks.consent import Consent
from flowdesigner.blocks.handoff import Handoff
from flowdesigner.blocks.hours import HoursBlock
from flowdesigner.blocks.menu import Menu
from flowdesigner.blocks.message import Message
from flowdesigner.blocks.set import Set
from flowdesigner.blocks.subflow import Subflow
from flowdesigner.blocks.template import Template
from flowdesigner.blocks.wait import WaitBlock
from flowdesigner.blocks.webhook import Webhook
from flowdesigner.model.block import Block
from flowdesigner.model.flow import Flow
from flowdesigner.model.project import Project
from flowdesigner.texts import N_

WORD_OF: Mapping[str, type[Block]] = BY_TYPE
"""The block types by the word the file calls them."""


class Feature(Struct, frozen=True):
    """A part of what a block or a project can do."""

    title: str
    """An English key."""
    used_by: Callable[[Block], bool] = lambda _block: False


class Use(Struct, frozen=True):
    """A block type or a feature, and where it is used."""

    thing: str
    flow: str | None = None
    block: str | None = None


def _ask(test: Callable[[Ask], object]) -> Callable[[Block], bool]:
    return lambda block: isinstance(block, Ask) and bool(test(block))


def _menu(test: Callable[[Menu], object]) -> Callable[[Block], bool]:
    return lambda block: isinstance(block, Menu) and bool(test(block))


def _template(test: Callable[[Template], object]) -> Callable[[Block], bool]:
    return lambda block: isinstance(block, Template) and bool(test(block))


def _message(test: Callable[[Message], object]) -> Callable[[Block], bool]:
    return lambda block: isinstance(block, Message) and bool(test(block))


def _handoff(test: Callable[[Handoff], object]) -> Callable[[Block], bool]:
    return lambda block: isinstance(block, Handoff) and bool(test(block))


def _webhook(test: Callable[[Webhook], object]) -> Callable[[Block], bool]:
    return lambda block: isinstance(block, Webhook) and bool(test(block))


def _waits_for(kind: str) -> Callable[[Block], bool]:
    return lambda block: isinstance(block, WaitBlock) and block.kind == kind


def _kind(kind: str) -> Callable[[Block], bool]:
    return _ask(lambda block: block.answer == kind)


def _tests(op: str) -> Callable[[Block], bool]:
    def uses(block: Block) -> bool:
        return isinstance(block, Condition) and any(
            row.op == op for case in block.cases or () if case.when for row in case.when.rows()
        )

    return uses


def _sets(name: str) -> Callable[[Block], bool]:
    return lambda block: (
        isinstance(block, Set)
        and any(getattr(change, name) not in (None, False) for change in block.changes or ())
    )


FEATURES: Mapping[str, Feature] = {
    "message.media": Feature(N_("Picture or file"), _message(lambda block: block.media)),
    "message.link": Feature(N_("Link button"), _message(lambda block: block.link)),
    "message.failed": Feature(N_("Not delivered"), _message(lambda block: "failed" in block.exits)),
    "menu.options_from": Feature(
        N_("Answers from a list"), _menu(lambda block: block.options_from)
    ),
    "template.buttons": Feature(
        N_("Buttons of a template"), _template(lambda block: block.buttons)
    ),
    "template.other": Feature(
        N_("Going on after an answer that is not understood"),
        _template(lambda block: "other" in block.exits),
    ),
    "template.no_reply": Feature(N_("No reply"), _template(lambda block: block.no_reply_after)),
    "menu.words": Feature(
        N_("Other words for an answer"),
        _menu(lambda block: any(option.words for option in block.options or ())),
    ),
    "menu.description": Feature(
        N_("Descriptions and sections of a list"),
        _menu(lambda block: any(o.description or o.section for o in block.options or ())),
    ),
    "menu.retry": Feature(N_("Asking again"), _menu(lambda block: block.retry)),
    "menu.other": Feature(
        N_("Going on after an answer that is not understood"),
        _menu(lambda block: "other" in block.exits),
    ),
    "menu.no_reply": Feature(N_("No reply"), _menu(lambda block: block.no_reply_after)),
    "ask.pattern": Feature(
        N_("Pattern of an answer"), _ask(lambda block: block.accept and block.accept.pattern)
    ),
    "ask.limits": Feature(
        N_("Smallest and largest number"),
        _ask(lambda block: block.accept and (block.accept.min, block.accept.max) != (None, None)),
    ),
    "ask.longest": Feature(
        N_("Longest answer"), _ask(lambda block: block.accept and block.accept.longest)
    ),
    "ask.date": Feature(
        N_("Date or time as an answer"),
        lambda block: any(_kind(kind)(block) for kind in ("date", "time")),
    ),
    "ask.phone": Feature(N_("Phone number as an answer"), _kind("phone")),
    "ask.email": Feature(N_("Email address as an answer"), _kind("email")),
    "ask.location": Feature(N_("Location as an answer"), _kind("location")),
    "ask.media": Feature(N_("Picture or file as an answer"), _kind("media")),
    "ask.retry": Feature(N_("Asking again"), _ask(lambda block: block.retry)),
    "ask.invalid": Feature(
        N_("Going on after an answer that is not understood"),
        _ask(lambda block: "invalid" in block.exits),
    ),
    "ask.no_reply": Feature(N_("No reply"), _ask(lambda block: block.no_reply_after)),
    "condition.matches": Feature(N_("Condition with a pattern"), _tests("matches")),
    "set.add": Feature(N_("Adding to a variable"), _sets("add")),
    "set.to_now": Feature(N_("Setting a variable to now"), _sets("to_now")),
    "webhook.retries": Feature(
        N_("Trying a system again"), _webhook(lambda block: block.retries or block.timeout)
    ),
    "handoff.hours": Feature(
        N_("Nobody available outside business hours"),
        _handoff(lambda block: block.hours == "business"),
    ),
    "handoff.longest_wait": Feature(
        N_("Longest wait for a person"), _handoff(lambda block: block.longest_wait)
    ),
    "subflow.give": Feature(
        N_("Values given to and taken from another flow"),
        lambda block: isinstance(block, Subflow) and bool(block.give or block.take),
    ),
    "hours.hold": Feature(
        N_("Waiting until it is open"),
        lambda block: isinstance(block, HoursBlock) and bool(block.hold),
    ),
    "wait.event": Feature(N_("Waiting for something to happen"), _waits_for("event")),
    "wait.status": Feature(N_("Waiting for news of a message"), _waits_for("status")),
    "consent.no_reply": Feature(
        N_("No reply"), lambda block: isinstance(block, Consent) and bool(block.no_reply_after)
    ),
    "channel": Feature(N_("Sending on another channel"), lambda block: bool(block.channel)),
    "variants": Feature(N_("Other words on a channel"), lambda block: bool(block.variants)),
    "project.keywords": Feature(N_("Keywords that interrupt")),
    "project.words": Feature(N_("Words that start a flow")),
    "project.any_message": Feature(N_("Starting with any message")),
    "project.events": Feature(N_("Starting by itself")),
    "project.leave_on": Feature(N_("Leaving a flow when something happens")),
}
"""By block type and what it does, or by what holds for the whole project."""


def used_by_block(block: Block) -> Iterator[str]:
    """The type of a block and the features it uses."""
    yield block.type
    yield from (name for name, feature in FEATURES.items() if feature.used_by(block))


def used_by_project(project: Project) -> Iterator[Use]:
    """Everything a project uses that a format may not be able to say."""
    if project.settings.keywords:
        yield Use("project.keywords")
    for flow_id, flow in project.flows.items():
        yield from (Use(thing, flow_id) for thing in _used_by_flow(flow))
        for block_id, block in flow.blocks.items():
            yield from (Use(thing, flow_id, block_id) for thing in used_by_block(block))


def _used_by_flow(flow: Flow) -> Iterator[str]:
    starts = flow.starts or ()
    if any(start.words for start in flow.starting_with("message")):
        yield "project.words"
    if any(not any((start.words or {}).values()) for start in flow.starting_with("message")):
        yield "project.any_message"
    if any(start.trigger not in ("message", "call", None) for start in starts):
        yield "project.events"
    if flow.leave_on:
        yield "project.leave_on"
