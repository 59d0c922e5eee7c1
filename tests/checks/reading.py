"""Projects as the cases of the checks write them."""

from collections.abc import Mapping
from typing import Any

import yaml

from flowdesigner.blocks import BY_TYPE
from flowdesigner.model.block import Block, UnknownBlock
from flowdesigner.model.project import Project


def project_from(data: Mapping[str, Any]) -> Project:
    """The project a mapping describes, as the reader of files would make it."""
    flows = {}
    for id, flow in (data.get("flows") or {}).items():
        layout = (data.get("layout") or {}).get(id, {})
        blocks = {name: block_from(each) for name, each in (flow.get("blocks") or {}).items()}
        flows[id] = {**flow, "blocks": blocks, "layout": layout}
    rest = {key: value for key, value in data.items() if key != "layout"}
    return Project.model_validate({**rest, "flows": flows})


def block_from(data: Mapping[str, Any]) -> Block:
    """The block a mapping describes."""
    return BY_TYPE.get(data["type"], UnknownBlock).model_validate(data)


def project_of(text: str) -> Project:
    """The project of a YAML text."""
    return project_from(yaml.safe_load(text))
