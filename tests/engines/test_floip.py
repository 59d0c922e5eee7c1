"""The sample, exported to FLOIP, says the same in the real runner as in our engine."""

import json
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from flowdesigner.formats.floip import FLOIP
from flowdesigner.formats.floip.container import mode
from flowdesigner.model.run import AgentClosed, Said, Tapped
from tests.engines.conftest import Report
from tests.engines.engines import engine
from tests.engines.played import PROJECTS, Heard, Played, Turn, all_played, read, tells_of_buttons

pytestmark = [pytest.mark.engines, pytest.mark.timeout(300)]

LEAST = {
    "broadcast": 0, "delivery": 0, "everything": 5, "faq": 1, "one_time_code": 0, "order_status": 4,
}  # fmt: skip
"""How many conversations can be compared; none where all need consent, a clock or a code."""

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
        reason = each.why_not(FLOIP, lambda _turn: False)
        if reason is None:
            told.append(each)
        else:
            skipped[reason] += 1
    response = play(folder, [request_of(each, container) for each in told], tmp_path)
    for each, played in zip(told, response, strict=True):
        assert heard_in(played, tells_of_buttons(each.session.channel)) == expected(each), each.id
        assert played["outcome"] == each.session.outcome, each.id
    report(f"floip, {source.name}", len(told), skipped)
    assert len(told) >= LEAST[source.name.partition(".")[0]]


def play(engine: Path, conversations: list[object], folder: Path) -> list[dict[str, object]]:
    node = shutil.which("node")
    assert node is not None
    request, response = folder / "request.json", folder / "response.json"
    request.write_text(json.dumps({"conversations": conversations}), "utf-8")
    files = (engine, folder / "container.json", request, response)
    run = subprocess.run(
        [node, str(DRIVER), *map(str, files)],
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert run.returncode == 0, (run.stdout + run.stderr)[-4000:]
    found: list[dict[str, object]] = json.loads(response.read_text("utf-8"))
    return found


def request_of(each: Played, container: str) -> dict[str, object]:
    opening = each.session.opening
    name = each.session.project.flows[each.session.taken[0][0]].name
    ids = {flow["name"]: flow["uuid"] for flow in json.loads(container)["flows"]}
    return {
        "id": each.id,
        "flow": ids[name],
        "mode": mode(each.session.channel),
        "language": each.session.own_language,
        "contact": {name: str(value) for name, value in opening.contact.items()},
        "webhooks": {
            place[1]: [{"ok": ok, "data": data} for ok, data in answers]
            for place, answers in each.webhooks.items()
        },
        "inputs": [given for turn in heard_of(each) if (given := input_of(turn)) is not None],
    }


def heard_of(each: Played) -> list[Turn]:
    """The turns FLOIP hears of: what starts the flow lies before it."""
    return [turn for turn in each.turns if turn.before.state != "new"]


def input_of(turn: Turn) -> dict[str, object] | None:
    match turn.input:
        case Said(text):
            waiting = turn.before.waiting
            return None if waiting is not None and waiting.mute else {"say": text}
        case Tapped(option):
            return {"tap": option}
        case AgentClosed():
            return {"close": True}
        case _:
            return None


def expected(each: Played) -> list[list[Heard]]:
    begun = [turn for turn in each.turns if turn.before.state == "new"][-1:]
    turns = [turn for turn in heard_of(each) if input_of(turn) is not None]
    return [list(turn.heard) for turn in (*begun, *turns)]


def heard_in(played: dict[str, object], buttons: bool) -> list[list[Heard]]:
    turns = played["turns"]
    assert isinstance(turns, list)
    return [
        [Heard(said["text"], tuple(said["options"]) if buttons else ()) for said in turn]
        for turn in turns
    ]
