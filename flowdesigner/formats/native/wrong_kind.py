"""Says in the words of the form which value of a file is of the wrong kind, and where it stands."""

from collections.abc import Iterator, Mapping, Sequence

from flowdesigner.errors import WrongShape
from flowdesigner.formats.native.first_wrong import Wrong
from flowdesigner.formats.native.shapes import (
    AnyNumber,
    AnyText,
    Either,
    FieldShape,
    Listed,
    Named,
    OneOf,
    PartOf,
    Row,
    Shape,
    YesNo,
    leaves,
)
from flowdesigner.formats.native.tree import Path, Tree
from flowdesigner.texts import N_, Message, message

SHOWN = 40  # characters of a file's own words in a message
LONGEST_CHAIN = 8  # names of fields in a message

# What stands at the beginning of a path, and how many of its steps name it.
_OWNERS: Mapping[tuple[str, ...], tuple[int, str]] = {
    ("flows", "*", "blocks", "*"): (4, N_("The block “{id}”")),
    ("flows", "*"): (2, N_("The flow “{id}”")),
    ("layout", "*"): (2, N_("The layout of the flow “{id}”")),
    ("variables", "*"): (2, N_("The variable “{id}”")),
    ("conversations", "*"): (2, N_("The conversation “{id}”")),
    ("settings",): (1, N_("The part “settings”")),
    (): (0, N_("The project")),
}


def wrong_kind(tree: Tree, path: Path, wrong: Wrong) -> WrongShape:
    """The error for a value inside the part at a path."""
    whole = (*path, *wrong.path)
    owner, below = _owner(whole)
    names = [*_labels(wrong)][len(wrong.path) - len(below) :] if below else []
    if wrong.missing:
        field = _chain([*names, Message(wrong.missing.label)])
        return _error(tree, "field-not-given", whole, owner=owner, field=field)
    if not below:
        return must_be_named(tree, whole, wrong.value)
    return _error(
        tree, "wrong-kind", whole,
        owner=owner,
        found=_found(wrong.value, wrong.shape),
        field=_chain(names),
        expected=_expected(wrong.shape, wrong.field),
    )  # fmt: skip


def must_be_named(tree: Tree, path: Path, value: object) -> WrongShape:
    """The error for a value that has to have parts with names and has none."""
    owner, rest = _owner(path)
    if not rest:
        return _error(tree, "must-be-named", path, owner=owner, found=_found(value))
    return _error(
        tree, "wrong-kind", path,
        owner=owner, found=_found(value), field=_chain(rest), expected=message(_NAMED),
    )  # fmt: skip


def no_type(tree: Tree, path: Path, value: object) -> WrongShape:
    """The error for a block that does not say of what type it is."""
    owner, _rest = _owner(path)
    if value is None:
        return _error(tree, "no-type", path, owner=owner)
    return _error(
        tree, "wrong-kind", (*path, "type"),
        owner=owner, found=_found(value), field="type", expected=message(N_("a word")),
    )  # fmt: skip


def _labels(wrong: Wrong) -> Iterator[object]:
    """What people call the steps of the way."""
    for step, field in zip(wrong.path, wrong.fields, strict=True):
        if field is not None:
            yield Message(field.label)
        else:
            yield step + 1 if isinstance(step, int) else _short(step)


def _owner(path: Path) -> tuple[Message, Path]:
    """What a value belongs to, and the way from there."""
    for pattern, (length, msgid) in _OWNERS.items():
        if len(path) >= length and all(
            want in ("*", step) for want, step in zip(pattern, path, strict=False)
        ):
            name = {"id": _short(str(path[length - 1]))} if "*" in pattern else {}
            return message(msgid, **name), path[length:]
    raise AssertionError(path)


def _chain(names: Sequence[object]) -> object:
    """The names from the outer to the inner one, as one text."""
    if len(names) > LONGEST_CHAIN:
        half = LONGEST_CHAIN // 2
        names = (*names[:half], "…", *names[-half:])
    chain, *others = names
    for each in others:
        chain = message(_INNER, outer=chain, inner=each)
    return chain


_NAMED = N_("named values")
_INNER = "{outer} > {inner}"


def _expected(shape: Shape, field: FieldShape | None) -> Message:
    told = [_expected_one(each, field) for each in leaves(shape)]
    first, *others = told
    for each in others:
        first = message(N_("{one} or {other}"), one=first, other=each)
    return first


def _expected_one(shape: Shape, field: FieldShape | None) -> Message:
    if isinstance(shape, OneOf):
        return message(N_("one of {words}"), words=", ".join(shape.words))
    if isinstance(shape, Named) and field and field.declared and field.declared.translated:
        listed = isinstance(shape.value, Listed)
        return message(
            N_("a list of words for each language") if listed else N_("words for each language")
        )
    if isinstance(shape, AnyNumber):
        return message(N_("a whole number") if shape.whole else N_("a number"))
    return message(_EXPECTED[type(shape)])


_EXPECTED: Mapping[type, str] = {
    AnyText: N_("text"),
    YesNo: N_("true or false"),
    Named: _NAMED,
    PartOf: _NAMED,
    Listed: N_("a list"),
    Row: N_("two numbers"),
}


def _found(value: object, shape: Shape | None = None) -> Message:
    if isinstance(value, str) and isinstance(shape, OneOf | Either):
        return message(N_("the word “{word}”"), word=_short(value))
    for kind, msgid in _FOUND.items():
        if isinstance(value, kind):
            return message(msgid)
    return message(N_("nothing"))


_FOUND: Mapping[type, str] = {
    bool: N_("true or false"),
    int: N_("a number"),
    float: N_("a number"),
    str: N_("text"),
    list: N_("a list"),
    dict: _NAMED,
}


def _short(text: str) -> str:
    return text if len(text) <= SHOWN else text[:SHOWN] + "…"


def _error(tree: Tree, code: str, path: Path, **params: object) -> WrongShape:
    found = tree.find(path)
    # What goes over several lines is best looked for by its name.
    long = found is not None and isinstance(found.value, Mapping | list) and found.in_block
    place = tree.lines.place(found.value_start) if found and not long else tree.place(path)
    return WrongShape(code, params, place.line, place.column)
