"""Making a block one of another type, which keeps all that both types have."""

from collections.abc import Iterator, Mapping

from pydantic_core import ValidationError

from flowdesigner.edits.edit import Edit, Where, with_flow
from flowdesigner.model.block import Block, Outcomes
from flowdesigner.model.fields import Field, Kind, fields_of, part_type_of
from flowdesigner.model.media import Variant
from flowdesigner.model.part import Part, changed
from flowdesigner.model.project import Project
from flowdesigner.model.walk import dotted
from flowdesigner.texts import N_, Message, message

_TEXTS = ("text", "body")
"""What types call the words they say."""
_ALIKE = (("other", "invalid", "unsure", "else"), ("failed", "unavailable", "timeout", "expired"))
"""Exits that types call differently, although they are taken for the same reason."""
_EVERY = ("title", "note", "channel", "ignore")


class ChangeType(Edit, frozen=True):
    """Let a block be one of another type, with the words, settings and links that both have."""

    flow: str
    block: str
    into: Block
    """An empty block of the other type."""

    @property
    def title(self) -> Message:
        """With the name of the type."""
        return message(N_("Change to “{type}”"), type=Message(self.into.look.title))

    @property
    def where(self) -> Where:
        """The block."""
        return Where(self.flow, (self.block,))

    def apply(self, project: Project) -> Project:
        """Change it; marks of translations go along with the texts they are about."""
        flow = project.flows[self.flow]
        before = flow.blocks.get(self.block)
        if before is None or before.type == self.into.type:
            return project
        after = carried(before, self.into, project.outcomes)
        moved = changed(flow, blocks={**flow.blocks, self.block: after})
        marks = _marked(project, f"{self.flow}.{self.block}.", before, after)
        return _with_marks(with_flow(project, self.flow, moved), marks)


def carried(before: Block, into: Block, outcomes: Outcomes) -> Block:
    """The block as one of another type."""
    values: dict[str, object] = {
        name: getattr(before, name) for name in _EVERY if getattr(before, name) is not None
    }
    values |= {key: value for key, value in before.unknown.items() if key.startswith("x-")}
    values |= dict(_kept(before, type(into)))
    variants = _variants(before, type(into))
    after = into
    for name, value in [*values.items(), ("variants", variants or None)]:
        after = _trying(after, name, value)
    return changed(after, exits=_exits(before, after, outcomes))


def _trying(block: Block, name: str, value: object) -> Block:
    """The block with a value, when its type can have it."""
    try:
        return changed(block, **{name: value})
    except ValidationError:
        return block


def _kept(before: Block, into: type[Block]) -> Iterator[tuple[str, object]]:
    """The values of fields that the other type has too, maybe under another name."""
    old, new = fields_of(type(before)), fields_of(into)
    for name, field in new.items():
        value = getattr(before, _called(name, old, new), None)
        there = old.get(_called(name, old, new))
        if value is None or there is None or there.kind is not field.kind:
            continue
        yield name, _parts(value, into, name) if field.kind is Kind.PARTS else value


def _called(name: str, old: Mapping[str, Field], new: Mapping[str, Field]) -> str:
    """What the old type calls a field of the new one."""
    if name in old:
        return name
    if name in _TEXTS:
        return next((each for each in _TEXTS if each in old), name)
    if new[name].kind is Kind.PARTS:
        lists = [each for each, field in old.items() if field.kind is Kind.PARTS]
        return next((each for each in lists if each not in new), name)
    return name


def _parts(value: object, owner: type[Block], name: str) -> tuple[Part, ...] | None:
    """Listed parts as the other type has them, when they are known by the same things."""
    wanted = part_type_of(owner, name)
    fields = fields_of(wanted)
    found = []
    listed: tuple[Part, ...] = value if isinstance(value, tuple) else ()
    for part in listed:
        if type(part) is wanted:
            found.append(part)
            continue
        had = fields_of(type(part))
        if "id" not in had or ("label" in had) != ("label" in fields):
            return None
        kinds = {
            key: next(iter(field.choices))
            for key, field in fields.items()
            if field.kind is Kind.CHOICE and field.required
        }
        both = {key: getattr(part, key) for key in had if key in fields}
        kept = {key: each for key, each in both.items() if each is not None}
        found.append(wanted.model_validate(kinds | kept))
    return tuple(found) or None


def _variants(before: Block, into: type[Block]) -> Mapping[str, Variant]:
    """What the block says on single channels, as far as the other type says such things."""
    new = fields_of(into)
    lists = any(field.kind is Kind.PARTS for field in new.values())
    found = {}
    for channel, variant in (before.variants or {}).items():
        values = {}
        for name in variant.model_fields_set:
            to = name
            if name in _TEXTS and name not in new:
                to = next((each for each in _TEXTS if each in new), name)
            if to in new or (name == "options" and lists):
                values[to] = getattr(variant, name)
        if values:
            found[channel] = Variant.model_validate(values)
    return found


def _exits(before: Block, after: Block, outcomes: Outcomes) -> dict[str, str]:
    """Links that stay: those of exits both have, of exits alike, and the main way on."""
    ways = [way.id for way in after.ways_out(outcomes)]
    kept = {exit: to for exit, to in before.exits.items() if exit in ways}
    left = {exit: to for exit, to in before.exits.items() if exit not in ways}
    for group in _ALIKE:
        theirs = [exit for exit in group if exit in left]
        ours = [exit for exit in group if exit in ways and exit not in kept]
        if theirs and ours:
            kept[ours[0]] = left.pop(theirs[0])
    order = [way.id for way in before.ways_out(outcomes)]
    main = next((exit for exit in order if exit in left and not _is_aside(exit)), None)
    if main and ways and ways[0] not in kept:
        kept[ways[0]] = left[main]
    return kept


def _is_aside(exit: str) -> bool:
    return exit == "no_reply" or any(exit in group for group in _ALIKE)


def _marked(
    project: Project, prefix: str, before: Block, after: Block
) -> Mapping[str, Mapping[str, str]]:
    """The marks of translations, each with the text it is about; those of texts gone left out."""
    there = {dotted(each.path) for each in after.texts}
    old, new = fields_of(type(before)), fields_of(type(after))
    names = {_called(name, old, new): name for name in new}
    found = {}
    for language, marks in project.translated_from.items():
        kept = {}
        for key, mark in marks.items():
            first, dot, rest = key.removeprefix(prefix).partition(".")
            path = f"{names.get(first, first)}{dot}{rest}"
            if not key.startswith(prefix):
                kept[key] = mark
            elif path in there:
                kept[f"{prefix}{path}"] = mark
        found[language] = kept
    return found


def _with_marks(project: Project, marks: Mapping[str, Mapping[str, str]]) -> Project:
    if marks == project.translated_from:
        return project
    return changed(project, translated_from=marks)
