"""Which problems an author wants to see, and under which headings."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from enum import StrEnum

from msgspec import Struct

from flowdesigner.checks.rule import Issue, Severity
from flowdesigner.checks.rules import RULES
from flowdesigner.edits.ignore import Ignored
from flowdesigner.model.project import Project
from flowdesigner.texts import N_


class Scope(StrEnum):
    """Where problems are looked for."""

    EVERYWHERE = "everywhere"
    FLOW = "flow"
    """In the flow that is open."""
    SELECTED = "selected"
    """In the selected blocks."""
    TOUCHED = "touched"
    """In the blocks that were changed since the file was opened."""


SCOPE_LABELS: Mapping[Scope, str] = {
    Scope.EVERYWHERE: N_("Everywhere"),
    Scope.FLOW: N_("Only this flow"),
    Scope.SELECTED: N_("Only what is selected"),
    Scope.TOUCHED: N_("Only what I have changed"),
}


class Grouping(StrEnum):
    """What problems stand under."""

    SEVERITY = "severity"
    RULE = "rule"
    BLOCK = "block"
    FLOW = "flow"


GROUPING_LABELS: Mapping[Grouping, str] = {
    Grouping.SEVERITY: N_("By severity"),
    Grouping.RULE: N_("By check"),
    Grouping.BLOCK: N_("By block"),
    Grouping.FLOW: N_("By flow"),
}

BlockKey = tuple[str | None, str | None]
"""A flow and one of its blocks; of no block when it is the flow or the project itself."""
GroupKey = tuple[str | None, ...]
"""What a group is known by: how it was made, then the severity, rule, or place."""
IGNORED: GroupKey = ("ignored",)


class Group(Struct, frozen=True):
    """Problems that stand under one heading."""

    key: GroupKey
    entries: Sequence[Issue | Ignored]


class Here(Struct, frozen=True):
    """What the author looks at and works on."""

    flow: str = ""
    selected: frozenset[BlockKey] = frozenset()
    touched: Collection[BlockKey] = frozenset()


class Wanted(Struct, frozen=True):
    """A choice of problems, apart from their severity."""

    scope: Scope = Scope.EVERYWHERE
    flow: str | None = None
    """One flow by name, whichever is open."""
    language: str = ""
    """Only about texts of a language."""

    def chosen(self, issues: Sequence[Issue], here: Here) -> Sequence[Issue]:
        """Those of the issues that are wanted."""
        if self == Wanted():
            return issues
        return [each for each in issues if self._in_scope(each, here) and self._spoken(each)]

    def _in_scope(self, issue: Issue, here: Here) -> bool:
        if self.flow is not None:
            return issue.flow == self.flow
        match self.scope:
            case Scope.FLOW:
                return issue.flow == here.flow
            case Scope.SELECTED:
                return (issue.flow, issue.block) in here.selected
            case Scope.TOUCHED:
                return (issue.flow, issue.block) in here.touched
            case _:
                return True

    def _spoken(self, issue: Issue) -> bool:
        return not self.language or self.language in issue.field


_WORST = {each: at for at, each in enumerate(Severity)}
_IN_MANUAL = {rule.name: at for at, rule in enumerate(RULES)}


def grouped(issues: Sequence[Issue], by: Grouping, project: Project) -> tuple[Group, ...]:
    """The issues under their headings, the worst or the first of the project first."""
    groups: dict[GroupKey, list[Issue]] = {}
    for issue in issues:
        groups.setdefault(_key(issue, by), []).append(issue)
    places = {id: at for at, id in enumerate(_places(project))} if by in _BY_PLACE else {}

    def rank(key: GroupKey) -> tuple[int, ...]:
        if by is Grouping.RULE:
            return _WORST[groups[key][0].severity], _IN_MANUAL.get(str(key[1]), 0)
        if by is Grouping.SEVERITY:
            return (_WORST[Severity(str(key[1]))],)
        return (places.get((key[1], (*key, None)[2]), -1),)

    return tuple(Group(key, groups[key]) for key in sorted(groups, key=rank))


_BY_PLACE = (Grouping.BLOCK, Grouping.FLOW)


def _key(issue: Issue, by: Grouping) -> GroupKey:
    match by:
        case Grouping.RULE:
            return "rule", issue.rule
        case Grouping.BLOCK:
            return "block", issue.flow, issue.block
        case Grouping.FLOW:
            return "flow", issue.flow
        case _:
            return "severity", issue.severity


def _places(project: Project) -> Iterator[BlockKey]:
    """The project, its flows and their blocks, in the order of the file."""
    yield None, None
    for id, flow in project.flows.items():
        yield id, None
        yield from ((id, block) for block in flow.blocks)
