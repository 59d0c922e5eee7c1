"""Letting a problem stand, with the reason, and taking that back."""

from collections.abc import Iterator

from msgspec import Struct

from flowdesigner.edits.edit import Edit, Where, with_flow
from flowdesigner.model.block import Block
from flowdesigner.model.change import Change
from flowdesigner.model.flow import Flow
from flowdesigner.model.part import P, changed
from flowdesigner.model.project import Project
from flowdesigner.model.settings import Settings
from flowdesigner.texts import N_, Message, message


class Ignored(Struct, frozen=True):
    """A problem that may stay."""

    rule: str
    """The name of the check that finds it."""
    flow: str | None
    """Nothing for what concerns the whole project."""
    block: str | None
    """Nothing for what concerns the whole flow."""
    reason: str


class Ignore(Edit, frozen=True):
    """Let what a check finds at a block, in a flow or in the project stand."""

    problem: Ignored
    """Without a reason it is a problem again."""

    @property
    def title(self) -> Message:
        """By what is done."""
        known = N_("Ignore a problem") if self.problem.reason else N_("Stop ignoring a problem")
        return message(known)

    @property
    def where(self) -> Where:
        """The block or the flow."""
        return Where(self.problem.flow, (self.problem.block,) if self.problem.block else ())

    def apply(self, project: Project) -> Project:
        """Note the reason, or take it away."""
        flow = project.flows.get(self.problem.flow or "")
        if flow is None:
            return changed(project, settings=self._noted(project.settings))
        block = flow.blocks.get(self.problem.block or "")
        if block is None or self.problem.block is None:
            return with_flow(project, self.problem.flow or "", self._noted(flow))
        blocks = {**flow.blocks, self.problem.block: self._noted(block)}
        return with_flow(project, self.problem.flow or "", changed(flow, blocks=blocks))

    def _noted(self, part: P) -> P:
        ignored = ignored_at(part)
        rest = {rule: why for rule, why in ignored.items() if rule != self.problem.rule}
        if self.problem.reason:
            rest = {**ignored, self.problem.rule: self.problem.reason}
        return changed(part, ignore=rest or None)


def ignored_at(part: object) -> dict[str, str]:
    """What may stay at a block, in a flow or in the settings, and why."""
    return (part.ignore or {}) if isinstance(part, Block | Flow | Settings) else {}


def ignored_in(project: Project) -> Iterator[Ignored]:
    """All that may stay, in the order of the file."""
    for rule, reason in ignored_at(project.settings).items():
        yield Ignored(rule, None, None, reason)
    for id, flow in project.flows.items():
        for rule, reason in ignored_at(flow).items():
            yield Ignored(rule, id, None, reason)
        for block_id, block in flow.blocks.items():
            if block.ignore:
                for rule, reason in block.ignore.items():
                    yield Ignored(rule, id, block_id, reason)


def may_stay_otherwise(change: Change) -> bool:
    """Whether a change touches what may stay: a block's own, or all that a flow or more has."""
    return any(
        ignored_at(each.before) != ignored_at(each.after)
        if len(each.path) == 4 and each.path[2] == "blocks"
        else each.path[0] in ("flows", "settings")
        for each in change
    )


def ignoring_nothing(project: Project) -> Project:
    """The project as if nothing might stay, so that the checks find what does."""
    for each in tuple(ignored_in(project)):
        project = Ignore(Ignored(each.rule, each.flow, each.block, "")).apply(project)
    return project
