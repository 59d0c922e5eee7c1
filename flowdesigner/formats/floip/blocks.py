"""What each type of block becomes in FLOIP: one block, or a few behind one another."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from flowdesigner.blocks.ask import Ask
from flowdesigner.blocks.condition import Condition
from flowdesigner.blocks.end import End
from flowdesigner.blocks.handoff import Handoff
from flowdesigner.blocks.menu import Menu
from flowdesigner.blocks.message import Message
from flowdesigner.blocks.set import Set, VariableChange
from flowdesigner.blocks.subflow import Subflow
from flowdesigner.blocks.template import Template
from flowdesigner.blocks.webhook import Webhook
from flowdesigner.formats.floip.conditions import test_of
from flowdesigner.formats.floip.container import Container, Data
from flowdesigner.formats.floip.expressions import (
    Expressions,
    in_language,
    number,
    property_key,
    text,
    whole,
)
from flowdesigner.formats.plain_template import plain_template
from flowdesigner.model.block import Block
from flowdesigner.model.duration import parse_duration
from flowdesigner.model.outgoing import Outgoing
from flowdesigner.model.run import Run
from flowdesigner.model.speech import said
from flowdesigner.model.values import Value, type_of

OUTCOME = "outcome"
"""The contact's property in which a flow leaves how it ended."""


@dataclass(frozen=True)
class Task:
    """A block to be written, and what is known around it."""

    container: Container
    expressions: Expressions
    flow: str
    id: str
    block: Block

    def uuid(self, *part: str) -> str:
        """The id of the block, or of a part of it."""
        return self.container.id(self.flow, self.id, *part)

    def exit(self, name: str, to: str | None = None, test: str | None = None) -> Data:
        """An exit that leads where ours does, or to a part of the same block."""
        target = to
        if target is None and (own := self.block.target(name)) is not None:
            known = self.container.project.block(self.flow, own) is not None
            target = self.container.id(self.flow, own) if known else None
        found: Data = {
            "uuid": self.uuid("exit", name),
            "label": name,
            "tag": name,
            "config": {},
        }
        found |= {"test": test} if test is not None else {"default": True}
        return found if target is None else found | {"destination_block": target}

    def made(self, type: str, config: Data, exits: Iterable[Data], part: str = "") -> Data:
        """A block of FLOIP."""
        name = f"{self.id}_{part}" if part else self.id
        found: Data = {"uuid": self.uuid(part) if part else self.uuid(), "name": name}
        found |= {"type": type, "config": config, "exits": list(exits)}
        return found | ({"label": self.block.title} if self.block.title and not part else {})

    def changes(self, values: Iterable[tuple[str, str]]) -> list[Data]:
        """Changes of variables, as every block can make them."""
        return [
            {"property_key": property_key(name), "property_value": value} for name, value in values
        ]


def message(block: Message, task: Task) -> list[Data]:
    prompt = task.container.prompt((task.flow, task.id, "text"), lambda run: said(block, run))
    return [task.made("MobilePrimitives.Message", {"prompt": prompt}, [task.exit("next")])]


def menu(block: Menu, task: Task) -> list[Data]:
    prompt = task.container.prompt(
        (task.flow, task.id, "text"),
        lambda run: said(block, run, options=block.replies(run), draw_as=block.draw_as or "auto"),
    )
    options = [option for option in block.options or () if option.id]
    config: Data = {
        "prompt": prompt,
        "choices": {option.id: _choice(block, option.id, task) for option in options},
    }
    if block.save_to:
        config["set_contact_property"] = task.changes([(block.save_to, whole("block.value"))])
    exits = [task.exit(each.id, test=f"block.value = {text(each.id)}") for each in options]
    return [task.made("MobilePrimitives.SelectOneResponse", config, [*exits, task.exit("other")])]


def _choice(block: Menu, option: str, task: Task) -> str:
    """The resource of an option's label, which a channel may have its own of."""

    def label(run: Run) -> Outgoing:
        return Outgoing(text=next(r.label for r in block.replies(run) if r.id == option))

    return task.container.prompt((task.flow, task.id, "options", option), label)


def ask(block: Ask, task: Task) -> list[Data]:
    prompt = task.container.prompt((task.flow, task.id, "text"), lambda run: said(block, run))
    config: Data = {"prompt": prompt}
    limits = block.accept
    numeric = block.answer in ("number", "rating")
    if numeric:
        low, high = (1, 5) if block.answer == "rating" else (None, None)
        low = limits.min if limits and limits.min is not None else low  # type: ignore[assignment]
        high = limits.max if limits and limits.max is not None else high  # type: ignore[assignment]
        config |= {"validation_minimum": low} if low is not None else {}
        config |= {"validation_maximum": high} if high is not None else {}
    elif limits and limits.longest:
        config["text"] = {"max_response_characters": limits.longest}
    if block.save_to:
        config["set_contact_property"] = task.changes([(block.save_to, whole("block.value"))])
    type = "MobilePrimitives.NumericResponse" if numeric else "MobilePrimitives.OpenResponse"
    return [task.made(type, config, [task.exit("answered")])]


def condition(block: Condition, task: Task) -> list[Data]:
    exits = [
        task.exit(case.id, test=test_of(case.when, task.expressions))
        for case in block.cases or ()
        if case.id and case.when is not None
    ]
    return [task.made("Core.Case", {}, [*exits, task.exit("else")])]


def set_(block: Set, task: Task) -> list[Data]:
    values = [
        (change.variable, _new_value(change, task))
        for change in block.changes or ()
        if change.variable
    ]
    config: Data = {"value": whole(text(task.id)), "set_contact_property": task.changes(values)}
    return [task.made("Core.Output", config, [task.exit("next")])]


_TODAY = 'concatenate(year(now()), "-", right(concatenate("0", month(now())), 2), "-", ' \
    'right(concatenate("0", day(now())), 2))'  # fmt: skip
_TIME = 'concatenate(right(concatenate("0", hour(now())), 2), ":", ' \
    'right(concatenate("0", minute(now())), 2))'  # fmt: skip


def _new_value(change: VariableChange, task: Task) -> str:
    facts, to = task.container.project.facts, task.expressions
    name = to.path(change.variable or "")
    if change.clear:
        return whole('""')
    if change.to_now:
        return _TIME if type_of(change.variable or "", facts.variables) == "time" else _TODAY
    if isinstance(change.add, int | float) and not isinstance(change.add, bool):
        sign = "-" if change.add < 0 else "+"
        return f"{name} {sign} {number(abs(change.add))}"
    if isinstance(change.add, str):
        return f"{name} + {to.raw_text(change.add)}"
    if isinstance(change.to, Mapping):
        return whole(in_language({key: str(value) for key, value in change.to.items()}, facts))
    return _literal(change.to, to)


def _literal(value: Value, to: Expressions) -> str:
    if isinstance(value, bool):
        return whole(text("true" if value else "false"))
    if isinstance(value, int | float):
        return whole(number(value))
    return to.raw_text(value) if isinstance(value, str) else whole('""')


def webhook(block: Webhook, task: Task) -> list[Data]:
    to = task.container.filler
    wait = parse_duration(block.timeout or "")
    config: Data = {
        "method": block.method or "GET",
        "url": to.address(block.url or "", "en"),
        "headers": {name: to.address(value, "en") for name, value in (block.headers or {}).items()},
        "body": _body(block.body, task),
        "save": {property_key(name): path for name, path in (block.save or {}).items()},
        "timeout": int(wait.total_seconds()) if wait else 10,
        "retries": block.retries or 0,
    }
    return [
        task.made(
            "FlowDesigner.Webhook",
            config,
            [task.exit("ok", test="block.value = true"), task.exit("failed")],
        )
    ]


def _body(data: object, task: Task) -> object:
    """JSON whose texts are texts with expressions."""
    if isinstance(data, Mapping):
        return {str(key): _body(value, task) for key, value in data.items()}
    if isinstance(data, list):
        return [_body(value, task) for value in data]
    return task.container.filler.address(data, "en") if isinstance(data, str) else data


def handoff(block: Handoff, task: Task) -> list[Data]:
    container, place = task.container, (task.flow, task.id)
    wait = parse_duration(block.longest_wait or "")
    config: Data = {
        "queue": block.queue or "",
        "summary": container.label((*place, "summary"), block.summary),
        "keep": [property_key(name) for name in block.keep or ()],
        "hours": block.hours or "always",
    }
    if wait is not None:
        config["longest_wait"] = int(wait.total_seconds())
    if block.text or block.variants:
        config["prompt"] = container.prompt((*place, "text"), lambda run: said(block, run))
    closed = task.exit("closed", test=f"block.value = {text('closed')}")
    return [task.made("FlowDesigner.Handoff", config, [closed, task.exit("unavailable")])]


def subflow(block: Subflow, task: Task) -> list[Data]:
    """Give, call, and go on by how the flow ended, which the runner itself does not tell."""
    container = task.container
    outcomes = (
        container.project.flows[block.flow].outcomes
        if block.flow in container.project.flows
        else None
    )
    config: Data = {"flow_id": container.id(block.flow or "")}
    by_outcome = task.uuid("by_outcome")
    call = task.made("Core.RunFlow", config, [task.exit("returned", to=by_outcome)], "call")
    ways = list(outcomes or ("done",))
    exits = [task.exit(way, test=f"contact.{OUTCOME} = {text(way)}") for way in ways[:-1]]
    decide = task.made("Core.Case", {}, [*exits, task.exit(ways[-1])], "by_outcome")
    values = [
        (name, task.expressions.raw_text(value)) for name, value in (block.give or {}).items()
    ]
    give: Data = {"value": whole(text(task.id)), "set_contact_property": task.changes(values)}
    begin = task.made("Core.Output", give, [task.exit("given", to=task.uuid("call"))])
    return [begin, call, decide]


def end(block: End, task: Task) -> list[Data]:
    outcome = whole(text(block.outcome or "done"))
    config: Data = {
        "value": outcome,
        "set_contact_property": [{"property_key": OUTCOME, "property_value": outcome}],
    }
    return [task.made("Core.Output", config, [task.exit("next")])]


def template(block: Template, task: Task) -> list[Data]:
    twin = plain_template(block)
    return menu(twin, task) if isinstance(twin, Menu) else message(twin, task)


WRITERS: Mapping[type[Block], Callable[[Any, Task], list[Data]]] = {
    Message: message,
    Template: template,
    Menu: menu,
    Ask: ask,
    Condition: condition,
    Set: set_,
    Webhook: webhook,
    Handoff: handoff,
    Subflow: subflow,
    End: end,
}
"""How each type of block is written; a type without a writer cannot be said."""


def written(task: Task) -> list[Data]:
    """What a block becomes; one that cannot be said is passed over."""
    writer = WRITERS.get(type(task.block))
    if writer is not None:
        return writer(task.block, task)
    return [task.made("Core.Case", {}, [task.exit("next")])]
