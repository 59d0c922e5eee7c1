"""What a block does, written as YAML: tests/cases/blocks/TYPE.yaml.

A case gives a `block` (without its type) and what it may know (`variables`, `settings`, `values`,
`channel`, `language`, `at`, `zone`, `heard`, `contact`, `seed`), then the `inputs` that come in
after it is entered; one may come `at` a later moment. It says what the last step must be: `leaves`
by an exit with what it `saves` and the `goal` it reaches, `waits` (so long, or `until` a moment;
for an `event` or `news` of the last message; `keeps` what the customer writes; with a `brief` for
whoever talks meanwhile), `requests`, `calls`, or `ends`; and everything that was said on the way in
`says`, and over which channels in `over` where that is not the conversation's own, and how long
each template is delivered `within`. `leads` says where exits lead. `CODE` in a text or an input
stands for the code of the block.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import yaml
from msgspec.structs import replace

from flowdesigner.blocks import BY_TYPE
from flowdesigner.model.block import Block
from flowdesigner.model.duration import write_duration
from flowdesigner.model.facts import Facts
from flowdesigner.model.run import (
    AgentClosed,
    AgentSaid,
    Answered,
    Call,
    Delivery,
    Finish,
    Go,
    Happened,
    Input,
    Request,
    Returned,
    Run,
    Said,
    Sent,
    Step,
    Tapped,
    TimedOut,
    Wait,
)
from flowdesigner.model.settings import Settings
from flowdesigner.model.variable import Variable

FOLDER = Path(__file__).parents[1] / "cases" / "blocks"


@dataclass(frozen=True)
class Case:
    """One line of behaviour."""

    type: str
    data: Mapping[str, Any]

    @property
    def name(self) -> str:
        return f"{self.type}: {self.data['name']}"

    @property
    def block(self) -> Block:
        return BY_TYPE[self.type].model_validate({"type": self.type, **self.data["block"]})

    def run(self) -> Run:
        data = self.data
        facts = Facts(
            languages=("en", "id"),
            settings=Settings.model_validate(data.get("settings", {})),
            variables={
                name: Variable.model_validate(each)
                for name, each in data.get("variables", {}).items()
            },
        )
        at = datetime.fromisoformat(data.get("at", "2026-11-23T10:00"))
        return Run(
            facts=facts,
            channel=data.get("channel", "whatsapp"),
            language=data.get("language", "en"),
            now=self.moment(at),
            values=data.get("values", {}),
            heard=data.get("heard", ""),
            contact=data.get("contact", ""),
            seed=data.get("seed", 0),
            place=f"main.{self.type}",
        )

    def moment(self, at: datetime) -> datetime:
        return at.replace(tzinfo=ZoneInfo(self.data.get("zone", "Asia/Jakarta")))


def cases(block_type: str) -> Iterator[Case]:
    path = FOLDER / f"{block_type}.yaml"
    text = path.read_text("utf-8") if path.exists() else "[]"
    for data in yaml.safe_load(text):
        yield Case(block_type, data)


def input_of(data: Mapping[str, Any]) -> Input:
    [(kind, value)] = [pair for pair in data.items() if pair[0] != "at"]
    made: dict[str, Any] = {
        "say": lambda: Said(value),
        "tap": lambda: Tapped(value),
        "send": lambda: Sent(value["kind"], value.get("value")),
        "time_out": TimedOut,
        "answer": lambda: Answered(value["ok"], value.get("data")),
        "agent": lambda: AgentSaid(value),
        "agent_closes": AgentClosed,
        "happened": lambda: Happened(value),
        "news": lambda: Delivery(value),
        "returned": lambda: Returned(value["outcome"], value.get("values", {})),
    }
    result: Input = made[kind]()
    return result


def played(case: Case) -> dict[str, Any]:
    """What really happens, in the words of a case."""
    run, block = case.run(), case.block
    step = block.enter(run)
    said, over = words_of(step), channels_of(step)
    for each in case.data.get("inputs", ()):
        code = step.code if isinstance(step, Wait) else ""
        run = replace(run, memory=step.memory if isinstance(step, Wait) else {})
        if "at" in each:
            run = replace(run, now=case.moment(datetime.fromisoformat(each["at"])))
        given = {key: code if value == "CODE" else value for key, value in each.items()}
        step = block.resume(run, input_of(given))
        said += words_of(step)
        over += channels_of(step)
    told: dict[str, Any] = {"says": said, "over": over, **told_by(step)}
    if "within" in case.data:
        told["within"] = lives_of(step)
    if "leads" in case.data:
        told["leads"] = {exit: block.target(exit) for exit in case.data["leads"]}
    if "options" in case.data:
        last = step.say[-1] if isinstance(step, Go | Wait) else None
        told["options"] = [[each.id, each.label] for each in last.options] if last else []
    return told


def words_of(step: Step) -> list[str]:
    code = step.code if isinstance(step, Wait) else ""
    said = [each.text for each in step.say] if isinstance(step, Go | Wait) else []
    return [text.replace(code, "CODE") if code else text for text in said]


def channels_of(step: Step) -> list[str]:
    said = step.say if isinstance(step, Go | Wait) else ()
    return [each.channel for each in said if each.channel]


def lives_of(step: Step) -> list[str]:
    said = step.say if isinstance(step, Go | Wait) else ()
    lives = [each.template.within for each in said if each.template]
    return [length(each) for each in lives]


def told_by(step: Step) -> dict[str, Any]:
    match step:
        case Go():
            goal = [step.goal.name, step.goal.value] if step.goal else None
            return {"leaves": step.exit, "saves": dict(step.save), "goal": goal}
        case Wait():
            waits = "mute" if step.mute else length(step.at_most)
            return {
                "waits": waits,
                "until": step.until and step.until.isoformat(timespec="minutes"),
                "event": step.event,
                "news": list(step.delivery),
                "keeps": not step.hears,
                "brief": step.brief,
            }
        case Request():
            return {
                "requests": {
                    "method": step.method,
                    "url": step.url,
                    "headers": dict(step.headers),
                    "body": step.body,
                }
            }
        case Call():
            return {"calls": step.flow, "gives": dict(step.give), "takes": list(step.take)}
        case Finish():
            return {"ends": step.outcome}


def length(at_most: timedelta | None) -> str:
    return "for ever" if at_most is None else write_duration(at_most)


DEFAULTS = {
    "says": [], "over": [], "brief": "", "until": None, "event": "", "news": [], "keeps": False,
    "saves": {}, "goal": None, "gives": {}, "takes": [],
}  # fmt: skip
GIVEN = (
    "name", "block", "variables", "settings", "values", "channel", "language", "at", "zone",
    "heard", "contact", "seed", "inputs",
)  # fmt: skip


def expected(case: Case, told: Mapping[str, Any]) -> dict[str, Any]:
    """What the case says must happen, what it leaves out being empty."""
    wanted = {key: value for key, value in case.data.items() if key not in GIVEN}
    return {**{key: value for key, value in DEFAULTS.items() if key in told}, **wanted}
