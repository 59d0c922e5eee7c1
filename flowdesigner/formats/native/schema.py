"""The JSON Schema of the project file, derived from the declarations of its parts.

It refuses what the reader refuses and accepts what the reader accepts; titles and descriptions
are those of the forms, for editors that show them. What it does not know is allowed.
"""

import inspect
import json
import re
from collections.abc import Iterator
from typing import TypeAlias, Union

from flowdesigner.blocks import BLOCK_TYPES
from flowdesigner.formats.native.shapes import (
    AnyNumber,
    AnyText,
    Anything,
    Either,
    FieldShape,
    Listed,
    Named,
    OneOf,
    PartOf,
    Row,
    Shape,
    YesNo,
    file_fields,
    may_be_empty,
)
from flowdesigner.model.block import Block, UnknownBlock
from flowdesigner.model.flow import Layout
from flowdesigner.model.part import Part
from flowdesigner.model.project import FORMAT_VERSION, Project

Json: TypeAlias = Union[bool, int, str, list["Json"], "Schema", None]
Schema: TypeAlias = dict[str, Json]

SCHEMA_ID = f"urn:flowdesigner:project-{FORMAT_VERSION}"


def schema_text() -> str:
    """The published schema, as it stands in its file."""
    return json.dumps(project_schema(), indent=2, ensure_ascii=False) + "\n"


def project_schema() -> Schema:
    """The JSON Schema, draft 2020-12, of the project file."""
    parts = _Parts()
    body = parts.body(Project)
    properties = body["properties"]
    assert isinstance(properties, dict)
    properties["flowdesigner"] = {
        "title": "Version of the file",
        "description": "Says that this is a project of Flow Designer, and how it is written.",
        "type": "integer",
        "minimum": 1,
        "default": FORMAT_VERSION,
    }
    properties["layout"] = {
        "description": "Where things lie on the canvas, by flow.",
        **_or_nothing(parts.of(Named(PartOf(Layout)))),
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        "title": "Flow Designer project",
        **body,
        "type": "object",
        "required": ["flowdesigner"],
        "$defs": dict(sorted(parts.written.items())),
    }


class _Parts:
    """The schemas of the parts met so far, by the names under which others refer to them."""

    def __init__(self) -> None:
        self.names: dict[type[Part], str] = {}
        self.written: Schema = {}

    def of(self, shape: Shape) -> Schema:
        """The schema of a shape."""
        match shape:
            case PartOf(part_type):
                return {"$ref": f"#/$defs/{self._name(part_type)}", "type": "object"}
            case Named(value):
                held = self.of(value)
                held = _or_nothing(held) if may_be_empty(value) else held
                return {"type": "object", "additionalProperties": held}
            case Listed(item):
                return {"type": "array", "items": self.of(item)}
            case Row(items):
                return {
                    "type": "array",
                    "items": self.of(items[0]),
                    "minItems": len(items),
                    "maxItems": len(items),
                }
            case Either(options):
                return {"anyOf": [self.of(each) for each in options]}
        return _simple(shape)

    def body(self, part_type: type[Part], without: frozenset[str] = frozenset()) -> Schema:
        """The schema of a part, but for some of its fields."""
        fields = [field for field in file_fields(part_type) if field.key not in without]
        properties: Schema = {}
        for field in fields:
            properties[field.key] = self._field(field)
            if field.name != field.key:
                properties[field.name] = {**self._field(field), "deprecated": True}
        required: list[Json] = [field.key for field in fields if field.required]
        return {
            **_described(part_type),
            "type": ["object", "null"],  # who refers to it says whether it may be empty
            **({"required": required} if required else {}),
            "properties": properties,
        }

    def _field(self, field: FieldShape) -> Schema:
        held = self.of(field.shape)
        told: Schema = {}
        if field.declared:
            told["title"] = field.declared.label
            if field.declared.help:
                told["description"] = field.declared.help
            if field.declared.placeholder:
                told["examples"] = [field.declared.placeholder]
        return {**told, **(held if field.required else _or_nothing(held))}

    def _name(self, part_type: type[Part]) -> str:
        """The name of a part's own schema, which is written when it is first asked for."""
        if part_type not in self.names:
            name = _snake(part_type.__name__)
            if name in self.names.values():
                name = f"{part_type.__module__.rpartition('.')[2]}_{name}"
            self.names[part_type] = name
            self.written[name] = {}  # keeps the name while a part holds others of its own type
            self.written[name] = self._block() if part_type is Block else self.body(part_type)
        return self.names[part_type]

    def _block(self) -> Schema:
        """Any block: what all have, and by its type what only that one has."""
        body = self.body(UnknownBlock)
        properties = body["properties"]
        assert isinstance(properties, dict)
        words: list[Json] = [_word(each) for each in BLOCK_TYPES]
        properties["type"] = {
            "title": "Type",
            "description": "What sort of block it is; others are kept as they are.",
            "anyOf": [{"enum": words}, {"type": "string"}],
        }
        rules: list[Json] = [*self._rules()]
        return {**body, **_described(Block), "allOf": rules}

    def _rules(self) -> Iterator[Schema]:
        common = frozenset(field.key for field in file_fields(UnknownBlock))
        for block_type in BLOCK_TYPES:
            word = _word(block_type)
            self.written[f"{word}_block"] = {
                **self.body(block_type, without=common),
                "title": block_type.look.title,
                "description": block_type.look.summary,
            }
            yield {
                "if": {"properties": {"type": {"const": word}}, "required": ["type"]},
                "then": {"$ref": f"#/$defs/{word}_block"},
            }


def _word(block_type: type[Block]) -> str:
    return str(block_type.model_fields["type"].default)


def _simple(shape: Shape) -> Schema:
    match shape:
        case AnyText():
            return {"type": "string"}
        case AnyNumber(whole):
            return {"type": "integer" if whole else "number"}
        case YesNo():
            return {"type": "boolean"}
        case OneOf(words):
            return {"enum": [*words]}
        case Anything():
            return {}
    raise TypeError(type(shape))


def _or_nothing(schema: Schema) -> Schema:
    """The same schema, or nothing at all in its place."""
    match schema:
        case {"type": str(kind)}:
            return {**schema, "type": [kind, "null"]}
        case {"enum": [*words]}:
            return {**schema, "enum": [*words, None]}
        case {"anyOf": [*options]}:
            return {**schema, "anyOf": [*options, {"type": "null"}]}
    return schema


def _described(part_type: type[Part]) -> Schema:
    sentence = " ".join((inspect.getdoc(part_type) or "").partition("\n\n")[0].split())
    return {
        "title": _snake(part_type.__name__).replace("_", " ").capitalize(),
        "description": sentence,
    }


def _snake(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()
