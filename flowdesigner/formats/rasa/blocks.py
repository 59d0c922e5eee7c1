"""What each type of block becomes in Rasa."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from flowdesigner.blocks.ask import Ask
from flowdesigner.blocks.condition import Condition
from flowdesigner.blocks.consent import Consent, ConsentLabels
from flowdesigner.blocks.end import End
from flowdesigner.blocks.goal import GoalBlock
from flowdesigner.blocks.handoff import Handoff
from flowdesigner.blocks.hours import HoursBlock
from flowdesigner.blocks.menu import Menu
from flowdesigner.blocks.message import Message
from flowdesigner.blocks.set import Set
from flowdesigner.blocks.split import Split
from flowdesigner.blocks.subflow import Subflow
from flowdesigner.blocks.template import Template
from flowdesigner.blocks.wait import WaitBlock
from flowdesigner.blocks.webhook import Webhook
from flowdesigner.formats.plain_template import plain_template
from flowdesigner.formats.rasa.names import Names, Place
from flowdesigner.formats.rasa.piece import ActionClass, Piece, plain_of
from flowdesigner.formats.rasa.words import Speaker, Values
from flowdesigner.model.block import Block
from flowdesigner.model.duration import parse_duration
from flowdesigner.model.hours import Hours, outside
from flowdesigner.model.outgoing import Outgoing, Reply
from flowdesigner.model.part import Text
from flowdesigner.model.project import Project
from flowdesigner.model.run import Run
from flowdesigner.model.speech import said

YES: Text = {"en": "Yes", "id": "Ya"}
NO: Text = {"en": "No", "id": "Tidak"}
"""What a consent is answered with, when the author does not say."""

SECONDS_FOR_AN_ANSWER = 10
"""How long another system may take, when the author does not say."""


@dataclass(frozen=True)
class Task:
    """A block to be written, and what is known around it."""

    project: Project
    names: Names
    place: Place

    @property
    def name(self) -> str:
        """What the block is called."""
        return self.names.blocks[self.place]

    @property
    def speaker(self) -> Speaker:
        """Writes its words."""
        return Speaker(self.project, lambda option: self.names.choices[(*self.place, option)])

    def ways(self, block: Block) -> tuple[str, ...]:
        """The exits by which it can be left."""
        outcomes = {id: flow.outcomes or ("done",) for id, flow in self.project.flows.items()}
        return tuple(way.id for way in block.ways_out(outcomes) if way.happens)


def message(block: Message, task: Task) -> Piece:
    values = Values()
    response = f"utter_{task.name}"
    words = {response: task.speaker.responses(lambda run: said(block, run), values)}
    if not values.attributes():
        return Piece(name=task.name, going="on", actions=(response,), responses=words)
    action = f"action_{task.name}"
    say = ActionClass(action, "Say", {"response": response} | values.attributes())
    return Piece(name=task.name, going="on", actions=(action,), classes=(say,), responses=words)


def menu(block: Menu, task: Task) -> Piece:
    intents = {
        task.names.choices[(*task.place, option.id)]: option.id for option in block.options or ()
    }
    options = [
        {"id": option.id, "label": option.label or {}}
        | ({"words": option.words} if option.words else {})
        | _labels_on_channels(block, option.id)
        for option in block.options or ()
    ]
    checks = {"options": options} | ({"save_to": block.save_to} if block.save_to else {})

    def ask(run: Run) -> Outgoing:
        return said(block, run, options=block.replies(run), draw_as=block.draw_as or "auto")

    def again(run: Run) -> Outgoing:
        asked = ask(run)
        words = run.words(block.retry.text if block.retry else None)
        return Outgoing(
            text=words or asked.text,
            options=asked.options,
            draw_as=asked.draw_as,
            button=asked.button,
        )

    return _question(block, task, (ask, again), "CheckChoice", checks, intents)


def _labels_on_channels(block: Menu, option: str) -> dict[str, object]:
    own = {
        channel: variant.options[option].label
        for channel, variant in (block.variants or {}).items()
        if variant.options and option in variant.options and variant.options[option].label
    }
    return {"on": own} if own else {}


def ask(block: Ask, task: Task) -> Piece:
    checks: dict[str, object] = {"kind": block.answer or "text"}
    if block.accept is not None:
        checks["accept"] = plain_of(block.accept)
    if block.save_to:
        checks["save_to"] = block.save_to

    def asked(run: Run) -> Outgoing:
        return said(block, run)

    def again(run: Run) -> Outgoing:
        words = run.words(block.retry.text if block.retry else None)
        return Outgoing(text=words) if words else said(block, run)

    return _question(block, task, (asked, again), "CheckAnswer", checks, {})


def _question(
    block: Ask | Menu | Consent,
    task: Task,
    speaks: tuple[Callable[[Run], Outgoing], Callable[[Run], Outgoing]],
    checker: str,
    checks: Mapping[str, object],
    intents: Mapping[str, str],
) -> Piece:
    """A form with one slot, the way on, and with the tries the author gives."""
    values = Values()
    wait = parse_duration(block.no_reply_after or "")
    retry = None if isinstance(block, Consent) else block.retry
    times = (retry and retry.times) or 0
    words = {f"utter_ask_{task.name}": task.speaker.responses(speaks[0], values)}
    asks: dict[str, object] = {"block": task.name}
    if times and retry and retry.text:
        asks["retry"] = f"utter_retry_{task.name}"
        words[f"utter_retry_{task.name}"] = task.speaker.responses(speaks[1], values)
    asks |= values.attributes()
    known = dict(intents)
    if wait is not None:
        asks["no_reply_after"] = int(wait.total_seconds())
        known[f"no_reply_{task.name}"] = "no_reply"
    found = {"block": task.name, "times": times, "intents": known} | dict(checks)
    return Piece(
        name=task.name,
        going="by_form",
        ways=task.ways(block),
        classes=(
            ActionClass(f"action_ask_{task.name}", "Ask", asks),
            ActionClass(f"validate_form_{task.name}", checker, found),
        ),
        responses=words,
        intents=tuple(known),
    )


def condition(block: Condition, task: Task) -> Piece:
    cases = [(case.id, plain_of(case.when)) for case in block.cases or () if case.id and case.when]
    return _by_slot(task, block, "Decide", {"cases": cases})


def _by_slot(task: Task, block: Block, kind: str, attributes: Mapping[str, object]) -> Piece:
    action = f"action_{task.name}"
    does = ActionClass(action, kind, {"block": task.name} | dict(attributes))
    return Piece(
        name=task.name, going="by_slot", actions=(action,), ways=task.ways(block), classes=(does,)
    )


def set_(block: Set, task: Task) -> Piece:
    action = f"action_{task.name}"
    changes = [plain_of(change) for change in block.changes or () if change.variable]
    does = ActionClass(action, "Change", {"changes": changes})
    return Piece(name=task.name, going="on", actions=(action,), classes=(does,))


def webhook(block: Webhook, task: Task) -> Piece:
    wait = parse_duration(block.timeout or "")
    attributes: dict[str, object] = {
        "method": block.method or "GET",
        "url": block.url or "",
        "headers": block.headers or {},
        "body": block.body,
        "save": block.save or {},
        "seconds": int(wait.total_seconds()) if wait else SECONDS_FOR_AN_ANSWER,
        "retries": block.retries or 0,
    }
    return _by_slot(task, block, "AskSystem", attributes)


def handoff(block: Handoff, task: Task) -> Piece:
    values = Values()
    wait = parse_duration(block.longest_wait or "")
    tells: dict[str, object] = {
        "block": task.name,
        "queue": block.queue or "",
        "summary": block.summary or {},
        "keep": list(block.keep or ()),
        "longest_wait": int(wait.total_seconds()) if wait else 0,
    }
    words = {}
    if block.text or block.variants:
        tells["response"] = f"utter_{task.name}"
        words[f"utter_{task.name}"] = task.speaker.responses(lambda run: said(block, run), values)
        tells |= values.attributes()
    intents = {f"closed_{task.name}": "closed", f"unavailable_{task.name}": "unavailable"}
    opens = block.hours == "business" and bool(task.project.settings.business_hours)
    looks = (ActionClass(f"action_{task.name}", "Open", {"block": task.name}),) if opens else ()
    return Piece(
        name=task.name,
        going="by_form",
        actions=tuple(look.name for look in looks),
        ways=("closed", "unavailable"),
        classes=(
            *looks,
            ActionClass(f"action_ask_{task.name}", "HandOver", tells),
            ActionClass(
                f"validate_form_{task.name}",
                "CheckHandover",
                {"block": task.name, "intents": intents},
            ),
        ),
        responses=words,
        intents=tuple(intents),
        muted=True,
        opens=opens,
    )


def subflow(block: Subflow, task: Task) -> Piece:
    action = f"action_{task.name}"
    ways = task.ways(block)
    attributes: dict[str, object] = {"returns": {way: f"{task.name}_{way}" for way in ways}}
    if block.give:
        attributes["give"] = block.give
    if block.take:
        attributes["take"] = list(block.take)
    calls = ActionClass(action, "CallFlow", attributes)
    return Piece(name=task.name, going="call", actions=(action,), ways=ways, classes=(calls,))


def end(block: End, task: Task) -> Piece:
    action = f"action_{task.name}"
    ends = ActionClass(action, "EndFlow", {"outcome": block.outcome or "done"})
    return Piece(name=task.name, going="end", actions=(action,), classes=(ends,))


def template(block: Template, task: Task) -> Piece:
    twin = plain_template(block)
    return menu(twin, task) if isinstance(twin, Menu) else message(twin, task)


def hours(block: HoursBlock, task: Task) -> Piece:
    if block.hold:
        return Piece(name=task.name, going="on")
    quiet = block.window == "quiet"
    looks = {"hours": dict(_hours(block, task.project)), "by_customers_clock": quiet}
    return _by_slot(task, block, "LookAtHours", looks)


def _hours(block: HoursBlock, project: Project) -> Hours:
    if block.window == "quiet":
        return outside(project.settings.quiet_hours or "")
    own = project.settings.business_hours if block.window == "business" else block.ranges
    return own or outside("")


def split(block: Split, task: Task) -> Piece:
    arms = [(each.id, each.weight) for each in block.arms or () if each.id and each.weight]
    if not arms:
        return Piece(name=task.name, going="on")
    return _by_slot(task, block, "Draw", {"salt": block.salt or ".".join(task.place), "arms": arms})


def consent(block: Consent, task: Task) -> Piece:
    purpose = {"purpose": block.purpose or "marketing"}
    if block.action == "ask":
        return _asked_consent(block, task, purpose)
    if block.action == "look":
        return _by_slot(task, block, "LookAtConsent", purpose)
    if block.action is None:
        return Piece(name=task.name, going="on")
    return _done(task, "NoteConsent", purpose | {"agrees": block.action == "grant"})


def _asked_consent(block: Consent, task: Task, purpose: Mapping[str, object]) -> Piece:
    labels = block.labels or ConsentLabels()
    words = {"given": labels.given or YES, "refused": labels.refused or NO}
    intents = {task.names.choices[(*task.place, way)]: way for way in words}

    def asked(run: Run) -> Outgoing:
        replies = tuple(Reply(way, run.words(label)) for way, label in words.items())
        return said(block, run, options=replies)

    checks = {"options": list(words.items()), **purpose}
    return _question(block, task, (asked, asked), "CheckConsent", checks, intents)


def _done(task: Task, kind: str, attributes: Mapping[str, object]) -> Piece:
    action = f"action_{task.name}"
    does = ActionClass(action, kind, attributes)
    return Piece(name=task.name, going="on", actions=(action,), classes=(does,))


def goal(block: GoalBlock, task: Task) -> Piece:
    return _done(task, "Reach", {"goal": block.name or "", "worth": block.value})


def wait(block: WaitBlock, task: Task) -> Piece:
    """A form that says nothing: a reminder ends it, or an intent that brings the news."""
    ways = task.ways(block)
    late = "next" if "next" in ways else "timeout"
    length = parse_duration((block.duration if late == "next" else block.at_most) or "")
    if not (length or (block.kind == "until" and block.until) or late == "timeout"):
        return Piece(name=task.name, going="on")
    waits: dict[str, object] = {"block": task.name, "late": late}
    stands = waits | {"seconds": int(length.total_seconds()) if length else 0}
    if block.kind == "until":
        stands |= {"until": block.until, "weekdays": list(block.weekdays or ())}
    intents = {f"{way}_{task.name}": way for way in ways}
    return Piece(
        name=task.name,
        going="by_form",
        ways=ways,
        classes=(
            ActionClass(f"action_ask_{task.name}", "StandStill", stands),
            ActionClass(f"validate_form_{task.name}", "CheckWait", waits | {"intents": intents}),
        ),
        intents=tuple(intents),
        muted=True,
    )


WRITERS: Mapping[type[Block], Callable[[Any, Task], Piece]] = {
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
    HoursBlock: hours,
    Split: split,
    Consent: consent,
    GoalBlock: goal,
    WaitBlock: wait,
}
"""How each type of block is written; a type without a writer cannot be said."""


def piece_of(block: Block, task: Task) -> Piece:
    """What a block becomes; one that cannot be said is passed over."""
    writer = WRITERS.get(type(block))
    return writer(block, task) if writer is not None else Piece(name=task.name, going="on")
