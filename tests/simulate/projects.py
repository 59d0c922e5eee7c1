"""Projects for the tests, written as plain data or as YAML."""

from collections.abc import Mapping
from textwrap import dedent
from typing import Any

from flowdesigner.blocks import BY_TYPE
from flowdesigner.formats.native.read import read_project
from flowdesigner.model.block import Block, UnknownBlock
from flowdesigner.model.project import Project
from flowdesigner.simulate.session import Session
from flowdesigner.texts import english


def block_of(data: Mapping[str, Any]) -> Block:
    return BY_TYPE.get(data["type"], UnknownBlock).model_validate(dict(data))


def project_of(data: Mapping[str, Any]) -> Project:
    layouts = data.get("layout", {})
    flows = {
        id: {
            **flow,
            "layout": layouts.get(id, {}),
            "blocks": {name: block_of(each) for name, each in flow.get("blocks", {}).items()},
        }
        for id, flow in data.get("flows", {}).items()
    }
    rest = {key: value for key, value in data.items() if key != "layout"}
    return Project.model_validate({**rest, "flows": flows})


def project_from(text: str) -> Project:
    return read_project(f"flowdesigner: 1\n{dedent(text)}".encode()).project


def said_by_bot(session: Session) -> list[str]:
    return [entry.text for entry in session.transcript if entry.who == "bot"]


def notes(session: Session) -> list[str]:
    return [english(entry.note) for entry in session.transcript if entry.note is not None]
