"""The exported actions that draw, look at the clock and wait go the ways of the preview."""

import importlib
import sys
from collections.abc import Iterator
from datetime import datetime
from types import ModuleType, SimpleNamespace
from zoneinfo import ZoneInfo

import pytest

from flowdesigner.blocks.split import Split
from flowdesigner.blocks.wait import WaitBlock
from flowdesigner.formats.rasa import RASA
from flowdesigner.model.facts import Facts
from flowdesigner.model.run import Go, Run, Wait
from tests.formats.golden import small

ZONE = ZoneInfo("Asia/Jakarta")


def stand_in(name: str, **held: object) -> ModuleType:
    module = ModuleType(name)
    vars(module).update(held)
    return module


@pytest.fixture(scope="module")
def ways(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    """The exported module, with plain tuples in the place of Rasa's events."""
    folder = tmp_path_factory.mktemp("exported")
    for name, text in RASA.write(small()).files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    events = {
        each: lambda *given, **_named: given
        for each in ("ActiveLoop", "ReminderCancelled", "ReminderScheduled", "SlotSet")
    }
    sys.modules["rasa_sdk"] = stand_in("rasa_sdk", Action=object)
    sys.modules["rasa_sdk.events"] = stand_in("rasa_sdk.events", **events)
    sys.path.insert(0, str(folder))
    try:
        yield importlib.import_module("actions.flow_ways")
    finally:
        sys.path.remove(str(folder))
        for name in [n for n in sys.modules if n.partition(".")[0] in ("actions", "rasa_sdk")]:
            del sys.modules[name]


def run(**known: object) -> Run:
    given = {"now": datetime(2026, 11, 24, 10, tzinfo=ZONE), "channel": "whatsapp"} | known
    return Run(facts=Facts(), language="id", **given)  # type: ignore[arg-type]


def test_a_contact_is_drawn_the_same_way(ways: ModuleType) -> None:
    block = Split.model_validate(
        {"arms": [{"id": "a", "weight": 2}, {"id": "b", "weight": 1}, {"id": "c", "weight": 4}]}
    )
    draw = ways.Draw()
    draw.block, draw.salt, draw.arms = "s", "m.s", [("a", 2), ("b", 1), ("c", 4)]
    drawn = set()
    for number in range(200):
        step = block.enter(run(place="m.s", contact=f"+62811{number}"))
        assert isinstance(step, Go)
        talk = SimpleNamespace(contact_key=f"+62811{number}")
        assert draw.act(None, talk) == [("s", step.exit)]
        drawn.add(step.exit)
    assert drawn == {"a", "b", "c"}


@pytest.mark.parametrize("until", ["09:00", "10:00", "10:01"])
@pytest.mark.parametrize("weekdays", [(), ("mon",), ("tue",), ("sat", "sun")])
def test_a_wait_is_over_at_the_same_moment(
    ways: ModuleType, until: str, weekdays: tuple[str, ...]
) -> None:
    now = datetime(2026, 11, 24, 10, tzinfo=ZONE)
    block = WaitBlock.model_validate(
        {"kind": "until", "until": until} | ({"weekdays": weekdays} if weekdays else {})
    )
    step = block.enter(run(now=now))
    assert isinstance(step, Wait)
    assert step.until is not None
    stands = ways.StandStill()
    stands.until, stands.weekdays = until, weekdays
    assert stands._until(now) == (step.until - now).total_seconds()
