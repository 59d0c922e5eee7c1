"""A whole project as one FLOIP container."""

import json
from collections.abc import Iterable

from flowdesigner.blocks.subflow import Subflow
from flowdesigner.formats.floip.blocks import written
from flowdesigner.formats.floip.blocks.task import Task
from flowdesigner.formats.floip.container import ISO_639_3, Container, Data, mode
from flowdesigner.formats.floip.expressions import Expressions, Texts, property_key, text, whole
from flowdesigner.formats.format import Export
from flowdesigner.model.flow import Flow
from flowdesigner.model.project import Project

SPECIFICATION = "1.0.0-rc1"
LAST_MODIFIED = "2026-01-01T00:00:00.000Z"
"""A fixed moment: the same project gives the same bytes."""
TIMEOUT = 86400
"""After how many seconds of silence a platform may end a run."""


def write(project: Project) -> Export:
    """The container, and nothing lost beyond what the table of the format tells."""
    container = Container(project, Texts(Expressions(project.facts)))
    flows = [_flow(container, id, flow) for id, flow in project.flows.items() if flow.blocks]
    data: Data = {
        "specification_version": SPECIFICATION,
        "uuid": container.id(),
        "name": project.name or project.id or "Journey",
        "flows": flows,
        "resources": list(container.resources.values()),
    }
    return Export({"container.json": json.dumps(data, ensure_ascii=False, indent=2) + "\n"})


def _flow(container: Container, id: str, flow: Flow) -> Data:
    expressions = Expressions(container.project.facts)
    blocks: list[Data] = []
    for block_id in _first_first(flow):
        blocks += written(Task(container, expressions, id, block_id, flow.blocks[block_id]))
    first = container.id(id, flow.first or next(iter(flow.blocks)))
    if _begins_by_itself(flow):
        blocks.insert(0, _begin(container, id, first))
    channels = container.project.channels_of(flow) or ("",)
    return {
        "uuid": container.id(id),
        "name": (flow.name or id).ljust(3, "_"),
        "last_modified": LAST_MODIFIED,
        "interaction_timeout": TIMEOUT,
        "supported_modes": sorted({mode(channel) for channel in channels}),
        "languages": [
            {"id": language, "iso_639_3": ISO_639_3.get(language, "mis")}
            for language in container.project.facts.languages
        ],
        "blocks": blocks,
        "first_block_id": blocks[0]["uuid"],
    }


def _first_first(flow: Flow) -> Iterable[str]:
    """The runner begins a called flow with the first of its blocks."""
    if flow.first in flow.blocks:
        yield flow.first
    yield from (id for id in flow.blocks if id != flow.first)


def _begins_by_itself(flow: Flow) -> bool:
    return any(start.trigger != "call" for start in flow.starts or ())


def _begin(container: Container, id: str, first: str) -> Data:
    """Every variable without a value: the evaluator takes an unknown one for its own name.

    What a caller or the platform has given stays.
    """
    project = container.project
    called = any(isinstance(b, Subflow) and b.flow == id for _f, _b, b in project.all_blocks())
    given = {name for start in project.flows[id].starts or () for name in start.gives or ()}
    values = []
    for variable in project.variables:
        name = f"contact.{property_key(variable)}"
        kept = f"if({name} = {text(name)}, {text('')}, {name})"
        values.append(
            {
                "property_key": property_key(variable),
                "property_value": kept if called or variable in given else whole('""'),
            }
        )
    return {
        "uuid": container.id(id, "", "begin"),
        "name": "begin_without_values",
        "type": "Core.Output",
        "config": {"value": whole(text(id)), "set_contact_property": values},
        "exits": [
            {
                "uuid": container.id(id, "", "begin", "exit"),
                "label": "next",
                "tag": "next",
                "config": {},
                "default": True,
                "destination_block": first,
            }
        ],
    }
