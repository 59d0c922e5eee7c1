"""What is known of a field besides its value: the vocabulary in which parts declare themselves.

Forms, the JSON Schema's descriptions, the list of translatable texts and the use of variables
are derived from these declarations.
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum, auto
from functools import cache
from typing import Self, get_args

from msgspec import Struct, field

from flowdesigner.model.part import Part


class Kind(StrEnum):
    """What sort of value a field holds, and so which editor shows it."""

    LINE = auto()
    """A short plain string, such as the name of a queue."""
    LINES = auto()
    """A longer plain string, such as instructions for a machine."""
    TEXT = auto()
    """Words for the customer, several lines, one version per language."""
    LABEL = auto()
    """Words for the customer on one line, one version per language."""
    WORDS = auto()
    """Words the customer may type, a list per language."""
    NUMBER = auto()
    SHARE = auto()
    """A whole number that counts beside those of its sisters, such as the weight of an arm."""
    LEVEL = auto()
    """A number from 0 to 1, shown as per cent."""
    DURATION = auto()
    TIME = auto()
    """A time of day, `18:00`."""
    SPAN = auto()
    """Two times of day, `20:00-08:00`, which may cross midnight."""
    WEEKDAYS = auto()
    """Some days of the week."""
    WEEK = auto()
    """Hours by day of the week, and holidays; see `flowdesigner.model.hours`."""
    ZONE = auto()
    """A time zone, `Asia/Jakarta`."""
    CURRENCY = auto()
    """A code of ISO 4217."""
    MONEY = auto()
    """An amount in the project's currency, or a template that gives one."""
    PHONE = auto()
    """A phone number, `+6281234567890`."""
    FLAG = auto()
    CHOICE = auto()
    """One of a few words; see `Field.choices`."""
    CHOICES = auto()
    """Some of a few words; see `Field.choices`."""
    VARIABLE = auto()
    """The path of a variable that is written to."""
    SOURCE = auto()
    """The path of a variable that is read."""
    VARIABLES = auto()
    """Several variables."""
    FLOW = auto()
    """The id of a flow."""
    OUTCOME = auto()
    """The name of an outcome of the block's own flow."""
    CHANNEL = auto()
    BY_CHANNEL = auto()
    """Channels to short strings, such as senders."""
    EVENT = auto()
    """The name of an event another system tells of."""
    URL = auto()
    PATTERN = auto()
    """A regular expression of the RE2 dialect."""
    MAPPING = auto()
    """Names to templated strings, such as HTTP headers."""
    DATA = auto()
    """Any JSON value."""
    SAVE = auto()
    """Variables to places in an answer."""
    GIVE = auto()
    """Variables of another flow to templated strings."""
    CONDITION = auto()
    LITERAL = auto()
    """A value of the type of the variable named beside it, or a template."""
    PART = auto()
    """A part with fields of its own."""
    PARTS = auto()
    """A list of parts with ids."""


class Field(Struct, frozen=True, kw_only=True):
    """Everything that is known of a field besides its value."""

    label: str
    """What the form calls it; an English key for gettext."""
    kind: Kind
    help: str = ""
    translated: bool = False
    """Each language has its own value."""
    templated: bool = False
    """The value may hold `{{ placeholders }}`."""
    required: bool = False
    """A block without it is unfinished."""
    choices: Mapping[str, str] = field(default_factory=dict)
    """For `Kind.CHOICE`: the words and what the form calls them."""
    shown_when: Mapping[str, tuple[object, ...]] = field(default_factory=dict)
    """The field applies only when each of these fields has one of these values."""
    advanced: bool = False
    """Folded away in the form until it is used."""
    placeholder: str = ""
    """An example shown while the field is empty."""
    types: tuple[str, ...] = ()
    """For `Kind.SOURCE`: the types of variables that fit; any, when none is named."""
    unset: str = ""
    """What the form says while nothing is chosen or written; an English key."""
    knows: tuple[str, ...] = ()
    """Names that only this field's placeholders can tell, besides the project's variables."""
    least: int | str | None = None
    """The smallest number or the shortest length of time that makes sense."""
    most: int | str | None = None
    """The largest number or the longest length of time that makes sense."""
    ends_wait: bool = False
    """Without it the block may wait for ever."""
    approved: bool = False
    """WhatsApp looks at it, by rules of its own, before the block may be sent."""


def text_field(
    label: str,
    *,
    required: bool = False,
    help: str = "",
    advanced: bool = False,
    shown_when: Mapping[str, tuple[object, ...]] = {},
    knows: tuple[str, ...] = (),
) -> Field:
    """Several lines for the customer, with placeholders."""
    return Field(
        label=label, kind=Kind.TEXT, translated=True, templated=True,
        required=required, help=help, advanced=advanced, shown_when=shown_when, knows=knows,
    )  # fmt: skip


def label_field(
    label: str,
    *,
    required: bool = False,
    help: str = "",
    advanced: bool = False,
    shown_when: Mapping[str, tuple[object, ...]] = {},
    knows: tuple[str, ...] = (),
) -> Field:
    """One line for the customer, with placeholders."""
    return Field(
        label=label, kind=Kind.LABEL, translated=True, templated=True,
        required=required, help=help, advanced=advanced, shown_when=shown_when, knows=knows,
    )  # fmt: skip


@cache
def fields_of(part_type: type[Part]) -> Mapping[str, Field]:
    """The declared fields of a type of part, in the order of declaration."""
    found = {}
    for name, info in part_type.model_fields.items():
        for mark in info.metadata:
            if isinstance(mark, Field):
                found[name] = mark
    return found


@cache
def part_type_of(owner: type[Part], name: str) -> type[Part]:
    """The type of the part, or of the listed parts, that a field holds."""
    for candidate in _leaves(owner.model_fields[name].annotation):
        if isinstance(candidate, type) and issubclass(candidate, Part):
            return candidate
    raise TypeError(f"{owner.__name__}.{name} holds no part")


@cache
def speaks(part_type: type[Part]) -> bool:
    """Whether a type of part, or a part in it, has words for the customer."""
    fields = fields_of(part_type)
    return any(each.kind in (Kind.TEXT, Kind.LABEL) for each in fields.values()) or any(
        speaks(part_type_of(part_type, name))
        for name, each in fields.items()
        if each.kind in (Kind.PART, Kind.PARTS)
    )


@cache
def holding(owner: type[Part]) -> tuple[str, ...]:
    """The fields of a type of part in which other parts may be, in the order of declaration."""
    return tuple(
        name
        for name, info in owner.model_fields.items()
        if any(map(_is_part, _leaves(info.annotation)))
    )


def _is_part(leaf: object) -> bool:
    return leaf is Self or (isinstance(leaf, type) and issubclass(leaf, Part))


def _leaves(annotation: object) -> Iterator[object]:
    inner = get_args(annotation)
    if not inner:
        yield annotation
    for each in inner:
        yield from _leaves(each)


def applies(part: Part, declared: Field) -> bool:
    """Whether a field is of interest, given the part's other values."""
    return all(getattr(part, name) in allowed for name, allowed in declared.shown_when.items())
