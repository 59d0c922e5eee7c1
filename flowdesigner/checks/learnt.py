"""What is learnt of the consent of a customer when a condition has come out so."""

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from flowdesigner.model.block import Exit
from flowdesigner.model.condition import Condition
from flowdesigner.model.passage import Known, Passage, known

Learnt = Mapping[str, Known]
"""By purpose, what may be the case."""

_CONSENT = "consent."
_NOTHING: Learnt = {}


def learning(
    passages: Mapping[str, Passage], cases: Iterable[tuple[str, Condition]], ways: Iterable[Exit]
) -> Mapping[str, Passage]:
    """The passages of a block, with what its cases tell; they are tried in order."""
    refused: Learnt = _NOTHING
    found: dict[str, Learnt] = {}
    for id, condition in cases:
        found[id] = {**refused, **learnt_when(condition, True)}
        refused = {**refused, **learnt_when(condition, False)}
    if not refused and not any(found.values()):
        return passages
    return {
        way.id: replace(passages[way.id], **found.get(way.id, refused))
        for way in ways
        if way.id in passages
    }


def learnt_when(condition: Condition, outcome: bool) -> Learnt:
    """What is surely so when a condition has come out so."""
    if condition.negated is not None:
        return learnt_when(condition.negated, not outcome)
    group = condition.all if condition.all is not None else condition.any
    if group is None:
        return _of_row(condition, outcome)
    sides = [learnt_when(each, outcome) for each in group]
    if (condition.all is not None) is outcome:
        return {purpose: told for side in sides for purpose, told in side.items()}
    shared = set.intersection(*map(set, sides)) if sides else set()
    return {each: frozenset().union(*(side[each] for side in sides)) for each in shared}


def _of_row(row: Condition, outcome: bool) -> Learnt:
    purpose = (row.variable or "").removeprefix(_CONSENT)
    if purpose not in ("marketing", "service") or row.op not in ("is", "is_not"):
        return _NOTHING
    given = (row.value is True) is (row.op == "is")
    if not isinstance(row.value, bool):
        return _NOTHING
    if outcome:
        return {purpose: known("given" if given else "withdrawn")}
    # What is not set is neither, so little is learnt when a comparison fails.
    return {purpose: known("none")} if given and row.op == "is" else _NOTHING
