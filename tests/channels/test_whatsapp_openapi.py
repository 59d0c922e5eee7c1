"""The limits of WhatsApp beside those in Meta's own description of its interface."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from flowdesigner.channels.dated_limits import rows_of

SCHEMA = (
    Path(__file__).resolve().parents[3]
    / "shared/corpora/whatsapp-openapi/business-messaging-api_v23.0.yaml"
)

ROOTS = ("Message", "TextMessage_1", "MediaObject_1")
"""A message that is sent; and its text and its file, whose bounds stand in schemas beside it."""

SAME: Mapping[str, str] = {
    "text": "TextMessage_1.body",
    "text_with_buttons": "BodyObject.text",
    "list_text": "BodyObject.text",
    "header": "HeaderObject.text",
    "footer": "FooterObject.text",
    "list_button": "ActionObject.button",
    "buttons": "ActionObject.buttons",
    "button_id": "ActionObject.buttons.reply.id",
    "button_label": "ActionObject.buttons.reply.title",
    "sections": "ActionObject.sections",
    "section": "SectionObject.title",
    "list_rows": "SectionObject.rows",
    "row_id": "SectionObject.rows.id",
    "row_label": "SectionObject.rows.title",
    "row_description": "SectionObject.rows.description",
    "caption": "MediaObject_1.caption",
}
"""Our limits, and the bounds of the schema that must have the same number."""

OTHERWISE: Mapping[str, tuple[str, int, int, str]] = {
    "ActionObject.parameters.flow_cta": (
        "flow_button", 30, 20,
        "Pages and clients disagree, 20 or 30: ours advises 20, and says 30 is the end.",
    ),
}  # fmt: skip
"""Bounds of the schema for which ours has another number: ours, theirs, our number, and why."""

NOT_SAID: Mapping[str, str] = {
    "HeaderObject.sub_text": "no block has a second line of heading",
    "SectionObject.product_items": "no block sends products",
    "ContactsMessage.contacts": "no block sends contact cards",
    "TextParameter.text": "one value; the whole filled-in text of a template is bounded by 1,024",
}
"""Bounds of the schema on what no block says, and why not."""

BY_PAGES: Mapping[str, str] = {
    "link_button": "the schema leaves the button of a link open; Meta's page says 20",
    "code": "templates are made with another interface, which the schema leaves open",
    "image": "sizes of files stand on the pages only",
    "video": "sizes of files stand on the pages only",
    "audio": "sizes of files stand on the pages only",
    "document": "sizes of files stand on the pages only",
    "window": "how long after the customer wrote is no matter of one message",
}
"""Limits of ours that the schema does not know, and why; those of templates all have one reason:
templates are made with another interface, whose texts the schema leaves open."""

needs_schema = pytest.mark.skipif(
    not SCHEMA.is_file(), reason="Meta's OpenAPI file is not beside the checkout"
)


def _bounds(schemas: Mapping[str, Any]) -> Mapping[str, int]:
    """The most of everything in a message that is sent, by where it stands."""
    found: dict[str, int] = {}
    seen = {*ROOTS}
    waiting = [(root, schemas[root]) for root in ROOTS]
    while waiting:
        path, node = waiting.pop()
        for key in ("maxLength", "maxItems"):
            if key in node:
                before = found.setdefault(path, node[key])
                assert before == node[key], path
        for name in {*_named(node)} - seen:
            seen.add(name)
            waiting.append((name, schemas[name]))
        waiting += _inner(path, node)
    return found


def _named(node: Mapping[str, Any]) -> Iterator[str]:
    """The schemas that a node refers to."""
    mapped = node.get("discriminator", {}).get("mapping", {}).values()
    for reference in (node.get("$ref"), *mapped):
        if reference is not None:
            yield reference.rsplit("/", 1)[1]


def _inner(path: str, node: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for name, each in node.get("properties", {}).items():
        yield f"{path}.{name}", each
    for key in ("oneOf", "allOf", "anyOf"):
        yield from ((path, each) for each in node.get(key, ()))
    if "items" in node:
        yield path, node["items"]


@pytest.fixture(scope="module")
def schema() -> Mapping[str, int]:
    document = yaml.load(SCHEMA.read_bytes(), getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return _bounds(document["components"]["schemas"])


def _ours(name: str) -> int:
    """Our newest number."""
    return rows_of("whatsapp")[name][-1].most


@needs_schema
@pytest.mark.parametrize(("ours", "theirs"), SAME.items(), ids=SAME.keys())
def test_the_numbers_are_those_of_the_schema(
    schema: Mapping[str, int], ours: str, theirs: str
) -> None:
    assert schema[theirs] == _ours(ours)


@needs_schema
@pytest.mark.parametrize(("theirs", "told"), OTHERWISE.items(), ids=OTHERWISE.keys())
def test_where_they_differ_it_is_known_why(
    schema: Mapping[str, int], theirs: str, told: tuple[str, int, int, str]
) -> None:
    name, their_number, our_number, _why = told
    assert (schema[theirs], _ours(name)) == (their_number, our_number)


@needs_schema
def test_no_bound_of_the_schema_is_forgotten(schema: Mapping[str, int]) -> None:
    assert schema.keys() == {*SAME.values()} | OTHERWISE.keys() | NOT_SAID.keys()


def test_no_limit_of_ours_is_without_a_reason() -> None:
    told = {*SAME, *(name for name, *_rest in OTHERWISE.values()), *BY_PAGES}
    untold = {name for name in rows_of("whatsapp") if not name.startswith("template_")} - told
    assert untold == set()
    for name, rows in rows_of("whatsapp").items():
        for row in rows if name in BY_PAGES or name.startswith("template_") else ():
            assert not row.source.startswith("Meta, WhatsApp Business Messaging API schema"), name
