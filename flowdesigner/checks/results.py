"""What the rules have found so far, kept by what it was found in.

Blocks are shared between the versions of a project, so a block that is the same object, with the
same around it, has the same issues. A flow is looked at as a graph of nodes; as long as these
are equal, so is what was found in it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct, field

from flowdesigner.checks.context import Around, BlockContext, FlowContext, ProjectContext
from flowdesigner.checks.node import Node, node_of
from flowdesigner.checks.rule import Finding, Findings, Issue, Rule
from flowdesigner.model.block import Block
from flowdesigner.model.flow import Flow, Layout
from flowdesigner.model.part import changed
from flowdesigner.model.project import Project

_PROJECT_FIELDS = tuple(name for name in Project.model_fields if name != "flows")


class _BlockResult(Struct, frozen=True):
    block: Block
    around: Around
    node: Node
    issues: tuple[Issue, ...]


class _FlowResult(Struct):
    flow: Flow | None = None
    head: Flow = field(default_factory=Flow)
    around: Around | None = None
    blocks: dict[str, _BlockResult] = field(default_factory=dict)
    context: FlowContext | None = None
    issues: tuple[Issue, ...] = ()
    """What was found in it as a graph."""
    told: tuple[Issue, ...] | None = None
    """All of it, in order."""


class Results:
    """What the rules have found in a project."""

    def __init__(self, rules: Sequence[Rule], as_of: date | None = None) -> None:
        self._names = frozenset(rule.name for rule in rules)
        self._of_block = [(rule, rule.of_block) for rule in rules if rule.of_block]
        self._of_flow = [(rule, rule.of_flow) for rule in rules if rule.of_flow]
        self._of_project = [(rule, rule.of_project) for rule in rules if rule.of_project]
        self._flows: dict[str, _FlowResult] = {}
        self._whole: tuple[Issue, ...] = ()
        self._whole_of: object = None
        self._as_of = as_of
        self._day = as_of or date.today()

    def issues(self, project: Project) -> tuple[Issue, ...]:
        """All that is known, first of the project, then by flow and block."""
        told: list[Issue] = list(self._whole)
        for id in project.flows:
            if id in self._flows:
                told.extend(_told(self._flows[id]))
        return tuple(told)

    def work(self, project: Project) -> Iterator[None]:
        """Do what is missing for this version of the project; every step may pause."""
        self._flows = {id: self._flows.get(id) or _FlowResult() for id in project.flows}
        around: list[Around] = []
        self._day = self._as_of or date.today()
        for id, flow in project.flows.items():
            yield from self._look_at_blocks(
                project, id, flow, _around(project, flow, around, self._day)
            )
        yield from self._look_at_flows(project)
        yield from self._look_at_project(project)

    # ------------------------------------------------------------------------------- blocks

    def _look_at_blocks(
        self, project: Project, id: str, flow: Flow, around: Around
    ) -> Iterator[None]:
        kept = self._flows[id]
        same = kept.around is not None and around == kept.around
        if same and kept.flow is flow:
            return
        known = kept.around if same and kept.around is not None else around
        # Interrupted work goes on where it was: results say themselves what they are good for.
        kept.flow, kept.around, blocks = None, known, {}
        for block_id, block in flow.blocks.items():
            before = kept.blocks.get(block_id)
            if before is None or before.block is not block or before.around is not known:
                after = self._look_at(project, BlockContext(known, id, block_id, block), before)
                kept.blocks[block_id] = after
                kept.told = None
                yield
            blocks[block_id] = kept.blocks[block_id]
        if list(kept.blocks) != list(blocks):
            kept.told = None
        kept.blocks, kept.flow = blocks, flow
        kept.head = changed(flow, blocks={}, layout=Layout())

    def _look_at(
        self, project: Project, context: BlockContext, before: _BlockResult | None
    ) -> _BlockResult:
        levels = project.settings.checks or {}
        ignored, looks = context.block.ignore, self._of_block
        if ignored:
            looks = [each for each in looks if each[0].name not in ignored]
        issues = [
            rule.issue(finding, levels, context.flow, context.id)
            for rule, look in looks
            for finding in look(context)
            if finding is not None
        ]
        node = node_of(context.block, context.spots, context.ways, context.around.facts.settings)
        if before is not None and before.node == node:
            node = before.node
        found = tuple(each for each in issues if each is not None)
        return _BlockResult(context.block, context.around, node, found)

    # -------------------------------------------------------------------------------- flows

    def _look_at_flows(self, project: Project) -> Iterator[None]:
        entries, calls = self._called_from(project), self._calls()
        waiting = self._having(lambda node: node.waits, calls)
        helping = self._having(lambda node: node.hands_over or node.tells_contact, calls)
        counting = self._having(lambda node: node.counts, calls)
        for id, kept in self._flows.items():
            context = FlowContext(
                around=kept.around or _around(project, Flow(), [], self._day),
                id=id,
                flow=kept.head,
                nodes={block: each.node for block, each in kept.blocks.items()},
                entries=entries.get(id, ()),
                waiting=waiting,
                helping=helping,
                counting=counting,
            )
            if context != kept.context:
                issues: list[Issue] = []
                yield from self._run(project, context, issues)
                kept.issues, kept.context, kept.told = tuple(issues), context, None

    def _run(self, project: Project, context: FlowContext, into: list[Issue]) -> Iterator[None]:
        for rule, look in self._of_flow:
            yield from _collect(project, rule, look(context), context, into)

    def _called_from(self, project: Project) -> Mapping[str, tuple[frozenset[str], ...]]:
        found: dict[str, list[frozenset[str]]] = {}
        for keyword in project.settings.keywords or ():
            found.setdefault(keyword.flow or "", []).append(frozenset({"keyword"}))
        for kept in self._flows.values():
            for result in kept.blocks.values():
                for call in result.node.calls:
                    found.setdefault(call.flow, []).append(call.gives)
        return {id: tuple(gives) for id, gives in found.items()}

    def _calls(self) -> Mapping[str, frozenset[str]]:
        """Per flow those that it begins."""
        return {
            id: frozenset(call.flow for each in kept.blocks.values() for call in each.node.calls)
            for id, kept in self._flows.items()
        }

    def _having(
        self, something: Callable[[Node], bool], calls: Mapping[str, frozenset[str]]
    ) -> frozenset[str]:
        """The flows with a block that does something, and those that begin one of them."""
        having = {
            id
            for id, kept in self._flows.items()
            if any(something(each.node) for each in kept.blocks.values())
        }
        while more := {id for id, called in calls.items() if called & having} - having:
            having |= more
        return frozenset(having)

    # ------------------------------------------------------------------------------ project

    def _look_at_project(self, project: Project) -> Iterator[None]:
        contexts = {id: kept.context for id, kept in self._flows.items() if kept.context}
        seen = ({name: getattr(project, name) for name in _PROJECT_FIELDS}, project.unknown)
        key = (seen, contexts, self._day)
        if key == self._whole_of:
            return
        issues: list[Issue] = []
        for rule, look in self._of_project:
            found = look(ProjectContext(project, contexts, self._names, self._day))
            yield from _collect(project, rule, found, None, issues, contexts)
        self._whole, self._whole_of = tuple(issues), key


def _collect(
    project: Project,
    rule: Rule,
    found: Findings,
    context: FlowContext | None,
    into: list[Issue],
    flows: Mapping[str, FlowContext] = {},
) -> Iterator[None]:
    levels = project.settings.checks or {}
    flow = context.id if context else None
    for finding in found:
        within = context or flows.get((finding and finding.flow) or "")
        if finding is not None and not _ignored(project, rule, finding, within):
            issue = rule.issue(finding, levels, flow)
            into += (issue,) if issue is not None else ()
        yield


def _ignored(
    project: Project, rule: Rule, finding: Finding, context: FlowContext | None
) -> bool:
    """Whether the author lets it stand: at the block, else at the flow, else in the settings."""
    node = context.nodes.get(finding.block or "") if context else None
    if node is not None:
        return rule.name in node.ignored
    return rule.name in ((context.flow if context else project.settings).ignore or ())


def _around(project: Project, flow: Flow, known: list[Around], day: date) -> Around:
    """What is around a flow; the same object for flows that run on the same channels."""
    channels = project.channels_of(flow)
    for each in known:
        if each.channel_ids == channels:
            return each
    known.append(Around(project.facts, project.outcomes, channels, day))
    return known[-1]


def _told(kept: _FlowResult) -> tuple[Issue, ...]:
    """The issues of a flow: its own, then each block's."""
    if kept.told is None:
        own: dict[str | None, list[Issue]] = {}
        for issue in kept.issues:
            own.setdefault(issue.block, []).append(issue)
        told = own.pop(None, [])
        for id, result in kept.blocks.items():
            told += (*own.pop(id, ()), *result.issues)
        kept.told = tuple(told)
    return kept.told
