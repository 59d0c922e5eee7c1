"""Projects for the tests, written as plain data or as YAML."""

from collections.abc import Mapping
from typing import Any

import yaml

from flowdesigner.blocks import BY_TYPE
from flowdesigner.model.block import Block, UnknownBlock
from flowdesigner.model.project import Project


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
    return project_of(yaml.load(text, yaml.BaseLoader) if False else yaml.safe_load(text))
