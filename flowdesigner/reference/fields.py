"""The fields of a part, each with what it is for and when it is shown."""

from collections.abc import Iterator, Mapping

from flowdesigner.model.block import Block
from flowdesigner.model.fields import Field, Kind, fields_of, part_type_of
from flowdesigner.model.part import Part
from flowdesigner.reference.markdown import plain, table
from flowdesigner.texts import N_, translate

_HEADS = (N_("Field"), N_("Needed"), N_("What it is for"), N_("In the file"))


def field_table(part_type: type[Part]) -> str:
    """A row for each field, those of the parts within it below; what all blocks have last."""
    return table(_HEADS, _rows(part_type))


def _rows(part_type: type[Part], within: str = "", key: str = "") -> Iterator[tuple[str, ...]]:
    fields = fields_of(part_type)
    common = Block.model_fields if issubclass(part_type, Block) else {}
    for name in sorted(fields, key=lambda each: each in common):
        field = fields[name]
        label = within + translate(field.label)
        needed = translate(N_("yes") if field.required else N_("no"))
        yield plain(label), needed, plain(words_of(part_type, field)), f"`{key}{name}`"
        if field.kind in (Kind.PART, Kind.PARTS):
            yield from _rows(part_type_of(part_type, name), f"{label}: ", f"{key}{name}.")


def labels_of(*part_types: type[Part]) -> Mapping[str, str]:
    """What the fields of some parts, and of the parts within them, are called, by their names."""
    found: dict[str, str] = {}
    for part_type in part_types:
        for name, field in fields_of(part_type).items():
            found[name] = translate(field.label)
            if field.kind in (Kind.PART, Kind.PARTS):
                found |= labels_of(part_type_of(part_type, name))
    return found


def words_of(owner: type[Part], field: Field) -> str:
    """All that is said of a field, in sentences."""
    sentences = (
        translate(field.help),
        _choices(field),
        *_shown_when(owner, field),
        translate(N_("Stands under “More”.")) if field.advanced else "",
    )
    return " ".join(filter(None, sentences))


def _choices(field: Field) -> str:
    if not field.choices:
        return ""
    return translate(N_("One of: {choices}."), choices="; ".join(map(translate, _labels(field))))


def _labels(field: Field) -> Iterator[str]:
    yield from field.choices.values()
    if field.unset:
        yield field.unset


def _shown_when(owner: type[Part], field: Field) -> Iterator[str]:
    """In words, what else has to be chosen for the field to be asked for."""
    for name, values in field.shown_when.items():
        other = fields_of(owner)[name]
        label = translate(other.label)
        if None in values:
            yield translate(N_("Asked for only while “{field}” is empty."), field=label)
        else:
            named = (translate(other.choices.get(str(each), str(each))) for each in values)
            chosen = translate(N_(" or ")).join(f"“{each}”" for each in named)
            yield translate(
                N_("Asked for only when “{field}” is {chosen}."), field=label, chosen=chosen
            )
