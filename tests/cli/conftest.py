"""Running a command as it is typed."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from flowdesigner.__main__ import main
from flowdesigner.places import samples_folder
from flowdesigner.texts import set_language

SMALL = """\
flowdesigner: 1
languages: [en]
channels: [whatsapp]
variables:
  total: {type: money}
flows:
  main:
    starts:
      - trigger: message
        words: {en: ["hi"]}
    first: drink
    blocks:
      drink:
        type: menu
        text: {en: "Tea?"}
        options:
          - id: tea
            label: {en: "Tea"}
        no_reply_after: 10m
        exits: {tea: look_up, other: bye, no_reply: bye}
      look_up:
        type: webhook
        method: GET
        url: "https://api.example.com"
        sample: {}
        exits: {ok: bye, failed: sorry}
      sorry:
        type: message
        text: {en: "Sorry, {{ total }}"}
        exits: {next: bye}
      bye:
        type: end
conversations:
  tea:
    starts_with: {flow: main}
    steps:
      - say: "hi"
      - bot: main.drink
      - tap: tea
      - ended: done
"""


@dataclass(frozen=True)
class Ended:
    """How a command ended, and what it said."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Ended]


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch):
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    yield
    set_language("en")


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def typed(*words: str | Path) -> Ended:
        code = main([str(word) for word in words])
        said = capsys.readouterr()
        return Ended(code, said.out, said.err)

    return typed


@pytest.fixture
def small(tmp_path: Path) -> Path:
    path = tmp_path / "small.flow.yaml"
    path.write_text(SMALL, encoding="utf-8")
    return path


@pytest.fixture
def sample() -> Path:
    return samples_folder() / "order_status.flow.yaml"
