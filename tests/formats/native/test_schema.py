"""The published JSON Schema and the reader agree on what a project file may hold."""

import json
from typing import Any

import jsonschema
import jsonschema_rs
from hypothesis import given, settings
from hypothesis import strategies as st

from flowdesigner.blocks import BLOCK_TYPES
from flowdesigner.errors import WrongShape
from flowdesigner.formats.native.dump import plain
from flowdesigner.formats.native.read import read_project
from flowdesigner.formats.native.schema import project_schema, schema_text
from flowdesigner.formats.native.write_tree import write_tree
from flowdesigner.places import schemas_folder
from tests.strategies import projects

SCHEMA = project_schema()
DECIDES = jsonschema_rs.validator_for(SCHEMA)
EXPLAINS = jsonschema.Draft202012Validator(SCHEMA)
OTHER_KINDS = (
    None,
    True,
    0,
    1,
    2.0,
    7,
    7.5,
    "",
    "1",
    "yes",
    "true",
    "seven",
    "seven words: {here}",
    [],
    ["a"],
    [1, 2],
    {},
    {"a": 1},
)


documents = projects().map(lambda project: json.loads(json.dumps(plain(project))))
"""Projects as any JSON program has them."""


def complaint(document: Any) -> str | None:
    """What the reader says against a document, or nothing."""
    try:
        read_project(write_tree(document).encode())
    except WrongShape as error:
        return str(error)
    return None


def spots(value: Any) -> list[tuple[Any, Any]]:
    """Every place in a document: what holds it, and under which key or position."""
    found: list[tuple[Any, Any]] = []
    entries = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in entries:
        found.append((value, key))
        if isinstance(inner, dict | list):
            found += spots(inner)
    return found


@given(documents)
@settings(max_examples=100, deadline=None)
def test_what_is_written_is_what_the_schema_wants(document: Any) -> None:
    assert complaint(document) is None
    assert DECIDES.is_valid(document)
    assert EXPLAINS.is_valid(document)


@given(documents, st.data())
@settings(max_examples=250, deadline=None)
def test_reader_and_schema_refuse_the_same(document: Any, data: st.DataObject) -> None:
    holder, key = data.draw(st.sampled_from(spots(document)))
    if data.draw(st.integers(0, 4)):
        holder[key] = data.draw(st.sampled_from(OTHER_KINDS))
    else:
        del holder[key]
    said = complaint(document)
    assert DECIDES.is_valid(document) is (said is None)
    assert EXPLAINS.is_valid(document) is (said is None)
    # It always knows the place, and what was found is never what is needed.
    assert said is None or (said.startswith("Line ") and "here is named values" not in said)


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert jsonschema_rs.meta.is_valid(SCHEMA)


def test_the_published_schema_is_current() -> None:
    text = (schemas_folder() / "project-1.schema.json").read_text(encoding="utf-8")
    assert text == schema_text()


def test_editors_are_told_titles_and_words() -> None:
    blocks: Any = SCHEMA["$defs"]
    for each in BLOCK_TYPES:
        word = each.model_fields["type"].default
        assert blocks[f"{word}_block"]["title"] == each.look.title
    answers = blocks["ask_block"]["properties"]["answer"]
    assert answers["title"] == "Expected answer"
    assert "phone" in answers["enum"]


def test_a_plain_failure_has_a_readable_path() -> None:
    block = {"type": "ask", "text": 5}
    document = {"flowdesigner": 1, "flows": {"main": {"blocks": {"a": block}}}}
    failure = next(iter(EXPLAINS.iter_errors(document)))
    assert failure.json_path == "$.flows.main.blocks.a.text"
