"""Says in the words of the form which value of a file is of the wrong kind, and where it stands."""

from collections.abc import Iterator, Mapping, Sequence

from pydantic import ValidationError

from flowdesigner.errors import WrongShape
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
    file_fields,
    inside,
    leaves,
)
from flowdesigner.formats.native.tree import Path, Tree
from flowdesigner.model.part import Part
from flowdesigner.texts import N_, Message, message

SHOWN = 40  # characters of a file's own words in a message

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


def wrong_kind(
    tree: Tree, path: Path, part_type: type[Part], data: object, problem: ValidationError
) -> WrongShape:
    """The error for the first value, in the order of the file, that a part cannot hold."""
    found = {_path_of(error["loc"], data): str(error["type"]) for error in problem.errors()}
    # Where one of several shapes nearly fits, the innermost value is the one to look at.
    inner = [at for at in found if not any(_leads_to(at, other) for other in found)]
    first = min(inner, key=lambda at: _start(tree, (*path, *at)))
    if found[first] == "missing":
        return _missing(tree, (*path, *first), part_type, first)
    return _wrong(tree, (*path, *first), part_type, first, _at(data, first))


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


def _path_of(loc: Sequence[str | int], data: object) -> Path:
    """The way to a value, without the names of the shapes that were tried on the way."""
    path: list[str | int] = []
    for step in loc:
        there = isinstance(data, Mapping) and step in data
        there = there or (isinstance(data, list) and isinstance(step, int) and step < len(data))
        if there:
            path.append(step)
            data = data[step]  # type: ignore[index]
    return tuple(path)


def _leads_to(path: Path, other: Path) -> bool:
    return len(path) < len(other) and other[: len(path)] == path


def _start(tree: Tree, path: Path) -> int:
    found = tree.find(path)
    return found.start if found else 0


def _at(data: object, path: Path) -> object:
    for step in path:
        data = data[step]  # type: ignore[index]
    return data


def _missing(tree: Tree, path: Path, part_type: type[Part], rest: Path) -> WrongShape:
    owner, below = _owner(path)
    fields, shape = _declared(part_type, rest)
    if isinstance(shape, Row):
        return _wrong(tree, path, part_type, rest, [])
    names = [*_labels(fields, rest)][len(rest) - len(below) :]
    needed = next(
        (field.label for each in leaves(shape) if isinstance(each, PartOf)
         for field in file_fields(each.type) if field.required),
        "",
    )  # fmt: skip
    return _error(
        tree, "field-not-given", path,
        owner=owner, field=_chain((*names, Message(needed))),
    )  # fmt: skip


def _wrong(tree: Tree, path: Path, part_type: type[Part], rest: Path, value: object) -> WrongShape:
    owner, below = _owner(path)
    if not below:
        return must_be_named(tree, path, value)
    fields, shape = _declared(part_type, rest)
    names = [*_labels(fields, rest)][len(rest) - len(below) :]
    return _error(
        tree, "wrong-kind", path,
        owner=owner,
        found=_found(value, shape),
        field=_chain(names),
        expected=_expected(shape, fields[-1]),
    )  # fmt: skip


def _declared(part_type: type[Part], path: Path) -> tuple[list[FieldShape | None], Shape]:
    """The field that each step of a path names, and the shape of what stands there."""
    shape: Shape = PartOf(part_type)
    fields: list[FieldShape | None] = []
    for step in path:
        field, shape = inside(shape, step) or (None, shape)
        fields.append(field)
    return fields, shape


def _labels(fields: list[FieldShape | None], path: Path) -> Iterator[object]:
    for step, field in zip(path, fields, strict=True):
        if field is not None:
            yield Message(field.label)
        else:
            yield step + 1 if isinstance(step, int) else step


def _owner(path: Path) -> tuple[Message, Path]:
    """What a value belongs to, and the way from there."""
    for pattern, (length, msgid) in _OWNERS.items():
        if len(path) >= length and all(
            want in ("*", step) for want, step in zip(pattern, path, strict=False)
        ):
            name = {"id": path[length - 1]} if "*" in pattern else {}
            return message(msgid, **name), path[length:]
    raise AssertionError(path)


def _chain(names: Sequence[object]) -> object:
    """The names from the outer to the inner one, as one text."""
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
    tuple: N_("a list"),
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
