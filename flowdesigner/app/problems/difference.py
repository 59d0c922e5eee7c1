"""What an edit would do, in the author's words: texts before and after, and where exits lead."""

import json
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from flowdesigner.app.naming import block_name, flow_name
from flowdesigner.app.place_names import field_of
from flowdesigner.app.problems.leaves import Leaf, Listed, leaves, listed, unknown_keys
from flowdesigner.model.block import Block
from flowdesigner.model.change import EntryChange, Missing, compare
from flowdesigner.model.condition import Condition, describe
from flowdesigner.model.fields import Field, Kind
from flowdesigner.model.part import Part
from flowdesigner.model.project import Project
from flowdesigner.model.spoken_duration import spoken_duration
from flowdesigner.model.walk import parts_held
from flowdesigner.texts import N_, translate

_SILENT = ("layout", "translated_from")
"""What nobody sees, or what follows from the rest."""
_ADDED: Mapping[str, str] = {
    "flows": N_("This flow is added"),
    "variables": N_("This variable is added"),
    "conversations": N_("This conversation is saved"),
}
_DELETED: Mapping[str, str] = {
    "flows": N_("This flow is deleted"),
    "variables": N_("This variable is deleted"),
    "conversations": N_("This conversation is deleted"),
}
_LABELS: Mapping[str, str] = {
    "channels": N_("Channels"),
    "languages": N_("Languages"),
    "outcomes": N_("Ways it can end"),
}


class Difference(Struct, frozen=True):
    """One thing that becomes different."""

    where: str
    """The block or other thing it is in."""
    told: str
    """A sentence, or what the form calls the field."""
    before: str | None = None
    """What stands in the field; nothing when a sentence says it all."""
    after: str | None = None


def differences(before: Project, after: Project, language: str) -> tuple[Difference, ...]:
    """What is different afterwards."""
    teller = _Teller(before, after, language)
    changes = [each for each in compare(before, after) if each.path[0] not in _SILENT]
    told = (each for change in _once_renamed(changes) for each in teller.of(change))
    return tuple(dict.fromkeys(told))


def _once_renamed(changes: Sequence[EntryChange]) -> Iterator[EntryChange]:
    """What comes under another name is told where it comes; the new name stands for it."""
    gone = [each for each in changes if isinstance(each.after, Missing)]
    come = [each for each in changes if isinstance(each.before, Missing)]
    pairs = {
        id(old): new
        for old in gone
        for new in come
        if old.before == new.after and old.path[:-1] == new.path[:-1]
    }
    renamed = {id(new) for new in pairs.values()}
    for each in changes:
        if id(each) in pairs:
            yield EntryChange(each.path, each.before, pairs[id(each)].path[-1])
        elif id(each) not in renamed:
            yield each


class _Teller:
    """Puts entries that differ into words."""

    def __init__(self, before: Project, after: Project, language: str) -> None:
        self._before, self._after, self._language = before, after, language

    def of(self, change: EntryChange) -> Sequence[Difference]:
        """What is different in one entry; at least that it is."""
        if change.path[2:3] == ("blocks",) and len(change.path) == 3:
            return ()  # only the order, which nobody sees
        if isinstance(change.before, Part) and isinstance(change.after, str):
            words = translate(N_("It is called “{name}” from now on"), name=change.after)
            return (Difference(self._thing(change.path), words),)
        told = [*self._of(change.path, change)]
        return told or [Difference(self._thing(change.path), translate(N_("This changes")))]

    def _of(self, path: Sequence[str], change: EntryChange) -> Iterator[Difference]:
        if path[0] == "flows" and path[2:3] == ("blocks",):
            yield from self._of_block(path[1], change)
        elif path[0] == "flows" and path[2:] == ("first",):
            block = self._after.block(path[1], str(change.after))
            name = block_name(self._after, block, self._language) if block else "-"
            words = translate(N_("It begins with “{block}”"), block=name)
            yield Difference(self._thing(path), words)
        elif isinstance(change.before, Missing) and path[0] in _ADDED and len(path) == 2:
            yield Difference(self._thing(path), translate(_ADDED[path[0]]))
        elif isinstance(change.after, Missing) and path[0] in _DELETED and len(path) == 2:
            yield Difference(self._thing(path), translate(_DELETED[path[0]]))
        else:
            yield from self._of_value(path, change)

    def _of_value(self, path: Sequence[str], change: EntryChange) -> Iterator[Difference]:
        where = self._thing(path)
        old, new = _parts_of(change.before), _parts_of(change.after)
        if old or new:
            yield from self._fields(where, old, new)
        elif path[-1] in _LABELS:
            before, after = self._written(change.before), self._written(change.after)
            yield Difference(where, translate(_LABELS[path[-1]]), before, after)

    def _thing(self, path: Sequence[str]) -> str:
        if path[2:3] == ("blocks",) and len(path) > 3:
            return path[3]
        if path[0] == "flows":
            project = self._after if path[1] in self._after.flows else self._before
            return flow_name(project, path[1])
        return path[1].replace("_", " ") if len(path) > 1 else translate(N_("Project settings"))

    # ------------------------------------------------------------------ blocks

    def _of_block(self, flow: str, change: EntryChange) -> Iterator[Difference]:
        old, new = change.before, change.after
        if isinstance(old, Block) and isinstance(new, Block):
            name = block_name(self._before, old, self._language)
            if old.type != new.type:
                words = N_("This block becomes “{type}”")
                yield Difference(name, translate(words, type=translate(new.look.title)))
            yield from self._fields(name, (old,), (new,))
            yield from self._exits(flow, name, old, new)
        elif isinstance(new, Block):
            name = block_name(self._after, new, self._language)
            yield Difference(name, translate(N_("This block is added")))
        elif isinstance(old, Block):
            name = block_name(self._before, old, self._language)
            yield Difference(name, translate(N_("This block is deleted")))

    def _exits(self, flow: str, name: str, old: Block, new: Block) -> Iterator[Difference]:
        outcomes = {**self._before.outcomes, **self._after.outcomes}
        ways = {each.id: each for block in (old, new) for each in block.ways_out(outcomes)}
        for exit in {**old.exits, **new.exits}:
            target = new.exits.get(exit)
            if old.exits.get(exit) == target:
                continue
            way = ways.get(exit)
            called = way.name(self._after.facts, self._language) if way else exit
            if target is None:
                words = translate(N_("“{exit}” leads nowhere any more"), exit=called)
            else:
                block = self._after.block(flow, target)
                there = block_name(self._after, block, self._language) if block else target
                words = translate(N_("“{exit}” leads to “{block}”"), exit=called, block=there)
            yield Difference(name, words)

    # ------------------------------------------------------------------ fields

    def _fields(self, where: str, old: Sequence[Part], new: Sequence[Part]) -> Iterator[Difference]:
        was_listed, now_listed = listed(old), listed(new)
        yield from self._lists(where, was_listed, now_listed)
        parts = was_listed.parts.keys() ^ now_listed.parts.keys()
        before, after = leaves(old, parts), leaves(new, parts)
        for path in {**before, **after}:
            was, now = before.get(path), after.get(path)
            leaf = now or was
            if leaf is None or (was and now and was.value == now.value):
                continue
            called = field_of(leaf.field.label, path, self._after.languages)
            old_words, words = self._leaf(was), self._leaf(now)
            if old_words == words and was and now:
                old_words, words = str(was.value), str(now.value)  # written alike, meant otherwise
            yield Difference(where, called, old_words, words)
        for key in sorted(unknown_keys(old) - unknown_keys(new)):
            yield Difference(where, translate(N_("“{key}” is taken away"), key=key))

    def _lists(self, where: str, old: Listed, new: Listed) -> Iterator[Difference]:
        """Parts that come, go, or stand in another order."""
        for path, field in {**old.fields, **new.fields}.items():
            was, now = old.under(path), new.under(path)
            gone = [part for id, part in was.items() if id not in now]
            come = [part for id, part in now.items() if id not in was]
            label = translate(field.label)
            if gone or come:
                before, after = self._written(tuple(gone)), self._written(tuple(come))
                if before == after:
                    before, after = _ids(gone), _ids(come)
                yield Difference(where, label, before, after)
            elif list(was) != list(now):
                words = translate(N_("“{list}”: they stand in another order"), list=label)
                yield Difference(where, words)

    def _leaf(self, leaf: Leaf | None) -> str:
        return self._written(leaf.value, leaf.field) if leaf else ""

    def _written(self, value: object, field: Field | None = None) -> str:
        """A value as the author would write it."""
        match value:
            case None | Missing():
                return ""
            case bool():
                return translate(N_("yes")) if value else translate(N_("no"))
            case str() | int() | float():
                return _word(str(value), field)
            case Condition():
                return describe(value, self._after.facts, self._language)
            case tuple() | list():
                return ", ".join(filter(None, (self._written(each, field) for each in value)))
            case Part():
                found = leaves((value,)).items()
                spoken = (leaf for path, leaf in found if path != ("id",))
                return ", ".join(self._written(each.value, each.field) for each in spoken)
            case Mapping():
                return ", ".join(f"{key}: {self._written(each)}" for key, each in value.items())
            case _:
                return json.dumps(value, ensure_ascii=False, default=str)


def _parts_of(value: object) -> tuple[Part, ...]:
    return tuple(part for _way, part in parts_held(value))


def _ids(parts: Sequence[Part]) -> str:
    return ", ".join(str(getattr(each, "id", "")) for each in parts)


def _word(value: str, field: Field | None) -> str:
    if field is not None and value in field.choices:
        return translate(field.choices[value])
    if field is not None and field.kind is Kind.DURATION:
        return spoken_duration(value) or value
    return value
