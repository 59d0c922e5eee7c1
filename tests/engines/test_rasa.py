"""The sample, exported to Rasa, says the same in the real engine as in ours."""

import json
import os
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from flowdesigner.formats.rasa import RASA
from flowdesigner.formats.rasa.names import names_of
from flowdesigner.model.run import AgentClosed, Delivery, Happened, Said, Tapped
from flowdesigner.simulate.inputs import Passed, SkippedWait, TypedCode
from tests.engines.conftest import Report
from tests.engines.engines import FOLDER, engine
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

pytestmark = [pytest.mark.engines, pytest.mark.timeout(600)]

LEAST = {
    "broadcast": 11, "delivery": 15, "everything": 8, "faq": 14, "one_time_code": 6,
    "order_status": 15, "vocabulary": 13,
}  # fmt: skip
"""How many conversations can be compared; why the others cannot is told at the end of a run."""

DRIVER = Path(__file__).with_name("rasa_driver.py")


@pytest.fixture(scope="module", params=PROJECTS, ids=lambda path: path.name.partition(".")[0])
def source(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


@pytest.fixture(scope="module")
def exported(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("rasa_project")
    for name, text in RASA.write(read(source)).files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def run_rasa(arguments: list[str], folder: Path) -> str:
    python = engine("rasa") / "bin" / "python"
    environment = os.environ | {"RASA_TELEMETRY_ENABLED": "false", "PYTHONDONTWRITEBYTECODE": "1"}
    environment.pop("PYTHONPATH", None)
    run = subprocess.run(
        [str(python), *arguments],
        cwd=folder, env=environment, capture_output=True, text=True, timeout=500, check=False,
    )  # fmt: skip
    said = run.stdout + run.stderr
    assert run.returncode == 0, said[-4000:]
    return said


def test_rasa_finds_nothing_wrong_with_the_files(exported: Path) -> None:
    said = run_rasa(["-m", "rasa", "data", "validate", "--fail-on-warnings"], exported)
    assert "No story structure conflicts found" in said


def test_saved_conversations_go_the_same_in_rasa(
    source: Path, exported: Path, tmp_path: Path, report: Report
) -> None:
    engine("rasa")
    told, skipped = [], Counter[str]()
    for each in all_played(read(source)):
        reason = each.why_not(RASA, lambda turn: input_of(turn) is not None)
        if reason is None:
            told.append(each)
        else:
            skipped[reason] += 1
    response = play(exported, [request_of(each) for each in told], tmp_path)
    for each, played in zip(told, response, strict=True):
        assert heard_in(played) == expected(each), each.id
        assert played["outcome"] == each.session.outcome, each.id
        assert variables_in(played, each) == variables_of(each), each.id
    report(f"rasa, {source.name}", len(told), skipped)
    assert len(told) >= LEAST[source.name.partition(".")[0]]


def play(project: Path, conversations: list[object], folder: Path) -> list[dict[str, object]]:
    models = FOLDER / "rasa-models"
    models.mkdir(exist_ok=True)
    asked, told = folder / "request.json", folder / "response.json"
    asked.write_text(json.dumps({"models": str(models), "conversations": conversations}), "utf-8")
    run_rasa([str(DRIVER), str(project), str(asked), str(told)], folder)
    found: list[dict[str, object]] = json.loads(told.read_text("utf-8"))
    return found


def request_of(each: Played) -> dict[str, object]:
    opening = each.session.opening
    contact = {name: value for name, value in opening.contact.items() if name != "consent"}
    return {
        "id": each.id,
        "channel": each.session.channel,
        "language": each.session.own_language,
        "contact": contact,
        "consent": opening.contact.get("consent") or {},
        "variables": {
            names_of(each.session.project).variables[name]: value
            for name, value in opening.variables.items()
        },
        "now": each.turns[0].before.now.isoformat(),
        "webhooks": {
            "_".join(place): [{"ok": ok, "data": data} for ok, data in answers]
            for place, answers in each.webhooks.items()
        },
        "codes": codes_of(each),
        "inputs": [given for turn in each.turns if (given := input_of(turn)) is not None],
    }


def input_of(turn: Turn) -> dict[str, object] | None:
    """What the driver is told; nothing for what Rasa does not hear of."""
    before = turn.before
    match turn.input:
        case None:
            return None if before.opening.trigger == "message" else {"start": before.frames[0].flow}
        case Said(text):
            return {"say": text}
        case Tapped(option):
            label = next(each.label for each in before.options if each.id == option)
            return {"tap" if tells_of_buttons(before.channel) else "say": label}
        case Passed() | SkippedWait():
            return {"pass": (after_time(turn) - before.now).total_seconds()}
        case TypedCode(right):
            code = before.waiting.code if before.waiting else ""
            wrong = "0" * len(code) if code.strip("0") else "1" * len(code)
            return {"say": code if right else wrong}
        case AgentClosed():
            return {"close": f"closed_{'_'.join(before.place or ())}"}
        case Happened() | Delivery():
            return news_of(turn)
        case _:
            return None


def news_of(turn: Turn) -> dict[str, object] | None:
    """The intent that tells a wait of it, or that ends a flow."""
    before = turn.before
    if is_awaited(turn):
        return {"close": f"happened_{'_'.join(before.place or ())}"}
    if not isinstance(turn.input, Happened) or turn.input.values:
        return None
    for frame in before.frames:
        ends = {each.event for each in before.project.flows[frame.flow].leave_on or ()}
        if turn.input.name in ends:
            return {"close": f"leave_{frame.flow}_{turn.input.name}"}
    return None


def is_awaited(turn: Turn) -> bool:
    """Whether the block waits for this news; then Rasa is told it by an intent."""
    waiting = turn.before.waiting
    match turn.input:
        case Happened(name, values):
            return waiting is not None and waiting.event == name and not values
        case Delivery(status):
            return waiting is not None and status in waiting.delivery
        case _:
            return False


def codes_of(each: Played) -> list[str]:
    """The one-time codes in the order in which they were drawn."""
    waits = (turn.before.waiting for turn in each.turns)
    codes = [waiting.code for waiting in waits if waiting is not None and waiting.code]
    return [code for at, code in enumerate(codes) if at == 0 or codes[at - 1] != code]


def expected(each: Played) -> list[list[Heard]]:
    return [list(turn.heard) for turn in each.turns if input_of(turn) is not None]


def variables_of(each: Played) -> dict[str, object]:
    values = each.session.values
    return {name: values.get(name) for name in each.session.project.variables}


def variables_in(played: dict[str, object], each: Played) -> dict[str, object]:
    slots, project = played["slots"], each.session.project
    assert isinstance(slots, dict)
    return {name: slots[slot] for name, slot in names_of(project).variables.items()}


def heard_in(played: dict[str, object]) -> list[list[Heard]]:
    turns = played["turns"]
    assert isinstance(turns, list)
    return [[heard for said in turn if (heard := heard_of(said)) is not None] for turn in turns]


def heard_of(said: dict[str, Any]) -> Heard | None:
    """What a customer gets, also by another channel; what only a system gets is not heard.

    Rasa sends a picture or file behind the words it belongs to, as a message of its own.
    """
    custom = said["custom"] or {}
    if "send_on" in custom:
        buttons = custom.get("buttons") or ()
        return Heard(custom["text"], tuple(each["title"] for each in buttons))
    if custom or (said["media"] and not said["text"]):
        return None
    return Heard(said["text"], tuple(said["options"]))
