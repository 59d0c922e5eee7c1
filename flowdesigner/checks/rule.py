"""What a rule is, what it finds, and what becomes of that: an issue."""

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from msgspec import Struct

from flowdesigner.checks.about import AboutBlock, AboutChannel
from flowdesigner.checks.context import BlockContext, FlowContext, ProjectContext
from flowdesigner.edits.edit import Edit
from flowdesigner.model.settings import CheckLevel
from flowdesigner.model.walk import Path
from flowdesigner.texts import N_, Message


class Severity(StrEnum):
    """How bad an issue is."""

    ERROR = "error"
    """It cannot work."""
    WARNING = "warning"
    """It may go wrong."""
    HINT = "hint"
    """It could be better."""


SEVERITY_LABELS: Mapping[Severity, str] = {
    Severity.ERROR: N_("Error"),
    Severity.WARNING: N_("Warning"),
    Severity.HINT: N_("Hint"),
}


class Basis(StrEnum):
    """What a rule has to know to say something."""

    DRAWING = "static"
    """The blocks and links as they are drawn."""
    WAYS = "paths"
    """What has happened on the ways that lead to a block."""
    DATA = "data"
    """What variables may hold, what day it is, or what things cost."""


class PathStep(NamedTuple):
    """One block on the way that shows an issue, and the exit by which it is left."""

    flow: str
    block: str
    exit: str = ""


class Fix(Struct, frozen=True, kw_only=True):
    """A way to make an issue go away."""

    title: Message
    edit: Edit


class Finding(Struct, frozen=True, kw_only=True):
    """What a rule has found; the rule, and where it looked, are added to it."""

    message: Message
    field: Path = ()
    """Inside the block, else the flow, else the project."""
    block: str | None = None
    """For rules that look at a whole flow."""
    flow: str | None = None
    """For rules that look at a whole project."""
    path: tuple[PathStep, ...] = ()
    fixes: tuple[Fix, ...] = ()
    severity: Severity | None = None
    """When it is not the rule's own."""


class Issue(Struct, frozen=True, kw_only=True):
    """Something wrong at a place of the project, worded when it is shown."""

    rule: str
    alias: str
    severity: Severity
    flow: str | None
    """None for what belongs to the whole project."""
    block: str | None
    """None for what belongs to the whole flow."""
    field: Path
    """Inside the block, else the flow, else the project; empty when it is all of it."""
    message: Message
    path: tuple[PathStep, ...] = ()
    """The shortest way through the flow that shows it."""
    fixes: tuple[Fix, ...] = ()


class Manual(Struct, frozen=True, kw_only=True):
    """The page of a rule in the manual: English keys, written for authors."""

    means: str
    why: str
    cure: str
    source: str = ""
    """Who says so and when that was read, such as *Meta, API schema v23.0, 21 November 2025*."""


Findings = Iterator[Finding | None]
"""What is found; `None` is a place to pause in long work."""


class Rule(Struct, frozen=True, kw_only=True):
    """A named check. It looks at blocks, at flows, at the project, or at several of them.

    What it finds in a block may depend on that block and on `Around` alone, and in a flow on
    `FlowContext` alone, since that is what results are kept by.
    """

    name: str
    severity: Severity
    title: str
    """What must hold, a few words; an English key."""
    manual: Manual
    alias: str = ""
    """Its number in the catalogue of chat rules, where it has one.

    No two rules have the same; where several rules share one number, the others add a letter.
    """
    also: tuple[str, ...] = ()
    """Further numbers of the catalogue that it covers."""
    kind: Basis = Basis.DRAWING
    of_block: Callable[[BlockContext], Findings] | None = None
    of_flow: Callable[[FlowContext], Findings] | None = None
    of_node: Callable[[FlowContext, str], Findings] | None = None
    """Looks soon at each block of a flow; what is found depends on its node, on which of its
    targets there are, and on what is around the flow alone."""
    of_project: Callable[[ProjectContext], Findings] | None = None
    soon: bool = False
    """Whether it is told before the other rules of a flow: it is about links, and quick."""
    blocks: AboutBlock | None = None
    """The types of block it is about; nothing means all of them."""
    channels: AboutChannel | None = None
    """The channels it is about, if it is about channels."""

    @property
    def numbers(self) -> tuple[str, ...]:
        """All its numbers in the catalogue."""
        return (self.alias, *self.also) if self.alias else self.also

    def issue(
        self,
        found: Finding,
        levels: Mapping[str, CheckLevel],
        flow: str | None = None,
        block: str | None = None,
    ) -> Issue | None:
        """The issue a finding is, unless the project's settings turn the rule off."""
        level = levels.get(self.name) or found.severity or self.severity
        if level == "off":
            return None
        return Issue(
            rule=self.name, alias=self.alias, severity=Severity(level),
            flow=found.flow or flow, block=found.block or block,
            field=found.field, message=found.message, path=found.path, fixes=found.fixes,
        )  # fmt: skip
