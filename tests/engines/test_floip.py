"""The sample, exported to FLOIP, says the same in the real runner as in our engine."""

import json
import os
import shutil
import subprocess
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from flowdesigner.blocks.consent import Consent
from flowdesigner.blocks.hours import HoursBlock
from flowdesigner.blocks.split import Split
from flowdesigner.formats.floip import FLOIP
from flowdesigner.formats.floip.blocks.decisions import drawn_in
from flowdesigner.formats.floip.container import mode
from flowdesigner.formats.floip.expressions import property_key
from flowdesigner.model.run import AgentClosed, Delivery, Happened, Said, Tapped
from flowdesigner.simulate.engine import send
from flowdesigner.simulate.inputs import Passed, SkippedWait
from tests.engines.conftest import Report
from tests.engines.engines import engine
from tests.engines.played import (
    PROJECTS,
    Heard,
    Played,
    Turn,
    after_time,
    all_played,
    read,
    tells_of_buttons,
)

pytestmark = [pytest.mark.engines, pytest.mark.timeout(300)]

LEAST = {
    "broadcast": 5, "delivery": 3, "everything": 5, "faq": 3, "one_time_code": 0, "order_status": 5,
    "vocabulary": 2,
}  # fmt: skip
"""How many conversations can be compared; why the others cannot is told at the end of a run."""

DRIVER = Path(__file__).parent / "floip" / "run.cjs"


@pytest.mark.parametrize("source", PROJECTS, ids=lambda path: path.name.partition(".")[0])
def test_saved_conversations_go_the_same_in_floip(
    source: Path, tmp_path: Path, report: Report
) -> None:
    folder = engine("floip")
    project = read(source)
    container = FLOIP.write(project).files["container.json"]
    (tmp_path / "container.json").write_text(container, "utf-8")
    told, skipped = [], Counter[str]()
    for each in all_played(project):
        reason = each.why_not(FLOIP, lambda turn: input_of(turn) is not None) or left_out(each)
        if reason is None:
            told.append(each)
        else:
            skipped[reason] += 1
    requests = [request_of(each, container) for each in told]
    response = play(folder, requests, tmp_path, project.settings.time_zone or "UTC")
    for each, played in zip(told, response, strict=True):
        assert heard_in(played, tells_of_buttons(each.session.channel)) == expected(each), each.id
        assert played["outcome"] == each.session.outcome, each.id
    report(f"floip, {source.name}", len(told), skipped)
    assert len(told) >= LEAST[source.name.partition(".")[0]]


def left_out(each: Played) -> str | None:
    """What the platform runs, and the driver does not play."""
    for block in ("otp", "answer"):
        if block in each.things:
            return f"a block that the platform runs ({block})"
    if any(map(is_unclear, each.turns)):
        return "an answer that is not clear, where the platform asks again"
    if any(turn.before.kept for turn in each.turns):
        return "what is written during a wait, which the platform keeps"
    contact, settings = each.session.opening.contact, each.session.project.settings
    if contact.get("time_zone") not in (None, settings.time_zone):
        return "a customer whose clock is not that of the platform"
    return None


def is_unclear(turn: Turn) -> bool:
    """Whether a consent is answered with neither its number nor its label."""
    if not isinstance(turn.before.block, Consent) or not isinstance(turn.input, Said):
        return False
    labels = {option.label.casefold() for option in turn.before.options}
    return turn.input.text.strip().casefold() not in {"1", "2", *labels}


def play(
    engine: Path, conversations: Sequence[object], folder: Path, zone: str
) -> list[dict[str, object]]:
    node = shutil.which("node")
    assert node is not None
    request, response = folder / "request.json", folder / "response.json"
    request.write_text(json.dumps({"conversations": conversations}), "utf-8")
    files = (engine, folder / "container.json", request, response)
    run = subprocess.run(
        [node, str(DRIVER), *map(str, files)],
        capture_output=True, text=True, timeout=120, check=False,
        env=os.environ | {"TZ": zone},
    )  # fmt: skip
    assert run.returncode == 0, (run.stdout + run.stderr)[-4000:]
    found: list[dict[str, object]] = json.loads(response.read_text("utf-8"))
    return found


def request_of(each: Played, container: str) -> dict[str, object]:
    name = each.session.project.flows[each.session.taken[0][0]].name
    ids = {flow["name"]: flow["uuid"] for flow in json.loads(container)["flows"]}
    return {
        "id": each.id,
        "flow": ids[name],
        "mode": mode(each.session.channel),
        "language": each.session.own_language,
        "contact": contact_of(each),
        "now": each.turns[0].before.now.isoformat(),
        "webhooks": {
            place[1]: [{"ok": ok, "data": data} for ok, data in answers]
            for place, answers in each.webhooks.items()
        },
        "inputs": [
            given | {"at": after_time(turn).isoformat()}
            for turn in heard_of(each)
            if (given := input_of(turn)) is not None
        ],
    }


def contact_of(each: Played) -> dict[str, str]:
    """What the platform knows of the contact, and what was drawn for it before."""
    known = dict(each.session.opening.contact)
    consents = known.pop("consent", None) or {}
    assert isinstance(consents, Mapping)
    found = {name: str(value) for name, value in known.items()}
    values = each.session.opening.variables
    found |= {property_key(name): str(value) for name, value in values.items()}
    found |= {f"consent_{name}": str(agreed).lower() for name, agreed in consents.items()}
    for flow, id, exit in each.session.taken:
        block = each.session.project.block(flow, id)
        if isinstance(block, Split):
            arms = [arm.id for arm in block.arms or ()]
            before = sum(arm.weight or 0 for arm in (block.arms or ())[: arms.index(exit)])
            found[drawn_in(block, flow, id)] = str(before + 1)
    return found


def heard_of(each: Played) -> list[Turn]:
    """The turns FLOIP hears of: what starts the flow lies before it."""
    return [turn for turn in each.turns if turn.before.state != "new"]


def input_of(turn: Turn) -> dict[str, object] | None:
    match turn.input:
        case Said(text):
            return None if is_deaf(turn) else {"say": text}
        case Tapped(option):
            return {"tap": option}
        case AgentClosed():
            return {"leave": "closed"}
        case Passed() | SkippedWait() | Happened() | Delivery() if is_deaf(turn):
            return left_by(turn)
        case _:
            return None


def is_deaf(turn: Turn) -> bool:
    """Whether the block waits for something else than the customer."""
    waiting = turn.before.waiting
    return waiting is not None and (waiting.mute or not waiting.hears)


def left_by(turn: Turn) -> dict[str, object] | None:
    """The exit by which the platform leaves a wait of ours."""
    assert turn.input is not None
    taken = send(turn.before, turn.input).taken[len(turn.before.taken) :]
    opens = isinstance(turn.before.block, HoursBlock)
    return {"leave": "opened" if opens else taken[0][2]} if taken else None


def expected(each: Played) -> list[list[Heard]]:
    begun = [turn for turn in each.turns if turn.input is None or turn.before.state == "new"][-1:]
    turns = [turn for turn in heard_of(each) if input_of(turn) is not None]
    return [list(turn.heard) for turn in (*begun, *turns)]


def heard_in(played: dict[str, object], buttons: bool) -> list[list[Heard]]:
    turns = played["turns"]
    assert isinstance(turns, list)
    return [
        [Heard(said["text"], tuple(said["options"]) if buttons else ()) for said in turn]
        for turn in turns
    ]
