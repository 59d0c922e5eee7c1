"""What all values of a project are made of."""

from typing import Annotated, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Strict


class AsWord:
    """Marks a string that the file writes without quotes: an id, a code, a duration."""


def _whole(value: object) -> object:
    """JSON knows no difference between 3 and 3.0."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


Id = Annotated[str, AsWord()]
"""The name of a thing in the project, `^[a-z][a-z0-9_]{0,39}$`; another form is an issue."""

Duration = Annotated[str, AsWord()]
"""A length of time as `30s 10m 24h 3d`; see `flowdesigner.model.duration`."""

Whole = Annotated[int, Strict(), BeforeValidator(_whole)]
Number = Annotated[int, Strict()] | Annotated[float, Strict()]
Flag = Annotated[bool, Strict()]

Text = dict[str, str]
"""What a customer reads: language code to words with `{{ placeholders }}`."""

Words = dict[str, tuple[str, ...]]
"""Words a customer may type, by language code."""


class Part(BaseModel):
    """A value of the project; frozen, and keeping the keys it does not know.

    Only what is of the wrong kind is refused. What is missing or makes no sense loads and is
    an issue, so that a half-drawn journey can be saved and opened.
    """

    model_config = ConfigDict(
        frozen=True,
        extra="allow",
        populate_by_name=True,
        protected_namespaces=(),
    )

    @property
    def unknown(self) -> dict[str, object]:
        """The keys of the file that this version does not know, `x-` keys included."""
        return self.__pydantic_extra__ or {}


P = TypeVar("P", bound=Part)


def changed(part: P, /, **values: object) -> P:
    """A copy with other values, checked as if it had been read; `None` takes a value away.

    Fields that were never given stay not given, so that the file does not grow.
    """
    kept = {name: getattr(part, name) for name in part.model_fields_set} | part.unknown
    given = kept | values
    for name, value in values.items():
        if value is None:  # an unknown key may hold nothing, and keeps it
            del given[name]
    return type(part).model_validate(given)
