"""Which values a field takes, by the type that declares it, as pydantic-core is told it."""

from collections.abc import Callable, Sequence
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeAlias, Union, get_args, get_origin

if TYPE_CHECKING:
    JsonValue: TypeAlias = (
        dict[str, "JsonValue"] | list["JsonValue"] | str | int | float | bool | None
    )
else:

    class JsonValue:
        """Whatever JSON can hold."""


Schema = dict[str, Any]
OfClass = Callable[[type, Sequence[object]], Schema]


class FromWhole:
    """Marks a whole number that may be written as 3.0: JSON knows no difference."""


_SIMPLE: dict[object, Schema] = {
    JsonValue: {"type": "any"},
    str: {"type": "str"},
    bool: {"type": "bool", "strict": True},
    int: {"type": "int", "strict": True},
    float: {"type": "float", "strict": True},
}


def accepted(annotation: object, of_class: OfClass, marks: Sequence[object] = ()) -> Schema:
    """What a declared type takes; `of_class` knows the classes of the project's own."""
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return accepted(inner[0], of_class, (*marks, *inner[1:]))
    if origin in (Union, UnionType):
        return _any_of([each for each in inner if each is not NoneType], of_class, marks, inner)
    if origin is tuple:
        return _row(inner, of_class)
    if origin is dict:
        key, value = (accepted(each, of_class) for each in inner)
        return {"type": "dict", "keys_schema": key, "values_schema": value}
    if origin is Literal:
        return {"type": "literal", "expected": list(inner)}
    if annotation is int and any(isinstance(mark, FromWhole) for mark in marks):
        return _WHOLE
    return _SIMPLE.get(annotation) or of_class(annotation, marks)  # type: ignore[arg-type]


def _any_of(
    types: Sequence[object], of_class: OfClass, marks: Sequence[object], inner: Sequence[object]
) -> Schema:
    choices = [accepted(each, of_class, marks) for each in types]
    one = choices[0] if len(choices) == 1 else {"type": "union", "choices": choices}
    return {"type": "nullable", "schema": one} if NoneType in inner else one


def _row(inner: Sequence[object], of_class: OfClass) -> Schema:
    items = [accepted(each, of_class) for each in inner if each is not Ellipsis]
    rest = {"variadic_item_index": 0} if Ellipsis in inner else {}
    return {"type": "tuple", "items_schema": items, **rest}


def _whole(value: object) -> object:
    return int(value) if isinstance(value, float) and value.is_integer() else value


_WHOLE: Schema = {
    "type": "function-before",
    "function": {"type": "no-info", "function": _whole},
    "schema": _SIMPLE[int],
}
