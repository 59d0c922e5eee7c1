"""What the rules have found so far, kept by what it was found in.

Blocks are shared between the versions of a project, so a block that is the same object, with the
same around it, has the same issues. A flow is looked at as a graph of nodes; as long as these
are equal, so is what was found in it.
"""

from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from itertools import chain, compress
from operator import is_not

from msgspec import Struct, field

from flowdesigner.checks.context import Around, BlockContext, FlowContext, ProjectContext
from flowdesigner.checks.node import Node, node_of
from flowdesigner.checks.rule import Finding, Findings, Issue, Rule
from flowdesigner.checks.told import ByBlock, Told
from flowdesigner.checks.ways.begin import BY_KEYWORD, BY_NOBODY, Begin, begins_of, set_at_begin
from flowdesigner.checks.ways.between import Site, all_begins, all_ways
from flowdesigner.checks.ways.flow import NO_WAYS, Called, Question, Ways, solve
from flowdesigner.model.block import Block
from flowdesigner.model.flow import Flow, Layout
from flowdesigner.model.part import changed
from flowdesigner.model.project import Project

_NODES, _BLOCKS = "nodes", "blocks"
"""What is found in each by itself, beside what the rules of a flow find."""
PAUSE_EVERY = 100
"""After so many nodes others get a turn."""
_PROJECT_FIELDS = tuple(name for name in Project.model_fields if name != "flows")


Entries = Mapping[str, tuple[frozenset[str], ...]]
"""For each flow, the variables that other places that begin it give it."""


class _BlockResult(Struct, frozen=True):
    block: Block
    around: Around
    node: Node
    issues: tuple[Issue, ...]


class _FlowResult(Struct):
    told: Told
    flow: Flow | None = None
    head: Flow = field(default_factory=Flow)
    around: Around | None = None
    blocks: dict[str, _BlockResult] = field(default_factory=dict)
    asked: Question | None = None
    ways: Ways = NO_WAYS
    """The answer to what was asked."""
    looked_at: dict[str, Block] = field(default_factory=dict)
    """The blocks whose results are good for what is around the flow now."""
    drawn: FlowContext | None = None
    """What was looked at soon."""
    drawn_told: bool = False
    nodes_to_look_at: set[str] = field(default_factory=set)
    context: FlowContext | None = None


class Results:
    """What the rules have found in a project."""

    def __init__(
        self, rules: Sequence[Rule], as_of: date | None = None, files: Mapping[str, int] = {}
    ) -> None:
        self._names = frozenset(rule.name for rule in rules)
        self._of_block = [(rule, rule.of_block) for rule in rules if rule.of_block]
        self._of_type: dict[type[Block], list[tuple[Rule, Callable[..., Findings]]]] = {}
        self._of_flow = [(rule, rule.of_flow) for rule in rules if rule.of_flow]
        self._of_node = [(rule, rule.of_node) for rule in rules if rule.of_node]
        self._sources = (*(rule.name for rule, _look in self._of_flow), _NODES, _BLOCKS)
        self._soon = [each for each in self._of_flow if each[0].soon]
        self._rest = [each for each in self._of_flow if not each[0].soon]
        self.touched_known = False
        """Whether the work has come so far that it is known what blocks and links are like."""
        self._of_project = [(rule, rule.of_project) for rule in rules if rule.of_project]
        self._flows: dict[str, _FlowResult] = {}
        self._whole: tuple[Issue, ...] = ()
        self._told: list[object] = []
        self._issues: tuple[Issue, ...] = ()
        self._whole_of: object = None
        self._as_of, self._files = as_of, files
        self._day = as_of or date.today()

    def issues(self, project: Project) -> tuple[Issue, ...]:
        """All that is known, first of the project, then by flow and block; the same if it can."""
        told = [self.by_block(id) for id in project.flows]
        parts: list[object] = [self._whole, *told]
        if len(parts) != len(self._told) or any(map(is_not, parts, self._told)):
            found = chain.from_iterable(each.values() for each in told)
            self._issues, self._told = (*self._whole, *chain.from_iterable(found)), parts
        return self._issues

    def by_block(self, flow: str) -> ByBlock:
        """The issues of a flow: its own, then each block's, the same objects as long as they can.

        No loop goes through the blocks that have no issues as parts of the flow.
        """
        kept = self._flows.get(flow)
        return kept.told.by_block(kept.blocks) if kept else {}

    def work(self, project: Project) -> Iterator[None]:
        """Do what is missing for this version of the project; every step may pause."""
        self._flows = {
            id: self._flows.get(id) or _FlowResult(Told(self._sources)) for id in project.flows
        }
        around: list[Around] = []
        self._day, self.touched_known = self._as_of or date.today(), False
        for id, flow in project.flows.items():
            yield from self._look_at_blocks(
                project, id, flow, _around(project, flow, around, self._day, self._files)
            )
        for id, kept in self._flows.items():
            yield from self._look_soon(project, id, kept)
        self.touched_known = True
        yield
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
        if known is not kept.around:
            kept.looked_at = {}
        # Interrupted work goes on where it was: results say themselves what they are good for.
        kept.flow, kept.around, blocks = None, known, flow.blocks
        seen = map(kept.looked_at.get, blocks)
        for block_id, block in [*compress(blocks.items(), map(is_not, seen, blocks.values()))]:
            before, context = kept.blocks.get(block_id), BlockContext(known, id, block_id, block)
            kept.blocks[block_id] = after = self._look_at(project, context, before)
            kept.looked_at[block_id] = block
            kept.told.finds_at(_BLOCKS, block_id, after.issues)
            yield
        if len(kept.blocks) != len(blocks) or any(map(is_not, kept.blocks, blocks)):
            for gone in kept.blocks.keys() - blocks.keys():
                kept.told.finds_at(_BLOCKS, gone, ())
                kept.told.finds_at(_NODES, gone, ())
            kept.blocks = dict(zip(blocks, map(kept.blocks.__getitem__, blocks), strict=True))
            kept.looked_at = dict(blocks)
        kept.flow, kept.head = flow, changed(flow, blocks={}, layout=Layout())

    def _looks_at(self, block_type: type[Block]) -> list[tuple[Rule, Callable[..., Findings]]]:
        """The rules that are about a type of block."""
        if block_type not in self._of_type:
            self._of_type[block_type] = [
                (rule, look)
                for rule, look in self._of_block
                if rule.blocks is None or rule.blocks(block_type)
            ]
        return self._of_type[block_type]

    def _look_at(
        self, project: Project, context: BlockContext, before: _BlockResult | None
    ) -> _BlockResult:
        levels = project.settings.checks or {}
        ignored, looks = context.block.ignore, self._looks_at(type(context.block))
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
        if before is not None and before.issues == found:
            found = before.issues
        return _BlockResult(context.block, context.around, node, found)

    # -------------------------------------------------------------------------------- flows

    def _look_soon(self, project: Project, id: str, kept: _FlowResult) -> Iterator[None]:
        """What is quickly known of a flow: what leads where."""
        nodes = {block: each.node for block, each in kept.blocks.items()}
        before = kept.drawn
        around = kept.around or _around(project, Flow(), [], self._day, self._files)
        context = FlowContext(around=around, id=id, flow=kept.head, nodes=nodes)
        if context == before and kept.drawn_told:
            return
        changed = yield from context.take_over(before)
        same = before is not None and (before.around, before.flow) == (context.around, context.flow)
        kept.drawn, kept.drawn_told = context, False  # what follows may be left half done
        kept.nodes_to_look_at.update(changed if same else nodes)
        yield from self._look_at_nodes(project, context, kept)
        for rule, look in self._soon:
            issues: list[Issue] = []
            yield from _collect(project, rule, look(context), context, issues)
            kept.told.finds(rule.name, issues)
        kept.drawn_told = True

    def _look_at_nodes(
        self, project: Project, context: FlowContext, kept: _FlowResult
    ) -> Iterator[None]:
        for at, id in enumerate(sorted(kept.nodes_to_look_at), 1):
            issues: list[Issue] = []
            for rule, look in self._of_node if id in context.nodes else ():
                for _pause in _collect(project, rule, look(context, id), context, issues):
                    pass
            kept.told.finds_at(_NODES, id, tuple(issues))
            kept.nodes_to_look_at.discard(id)
            if at % PAUSE_EVERY == 0:
                yield

    def _look_at_flows(self, project: Project) -> Iterator[None]:
        entries = self._called_from(project)
        yield
        calls = self._calls()
        yield
        waiting = self._having(lambda node: node.waits, calls)
        yield
        helping = self._having(lambda node: node.hands_over or node.tells_contact, calls)
        yield
        counting = self._having(lambda node: node.counts, calls)
        own = self._begins(project)
        ways = yield from all_ways(calls, partial(self._solved, entries, calls))
        begins = all_begins(own, self._sites(), ways)
        for id, kept in self._flows.items():
            context = FlowContext(
                around=kept.around or _around(project, Flow(), [], self._day, self._files),
                id=id,
                flow=kept.head,
                nodes={block: each.node for block, each in kept.blocks.items()},
                entries=entries.get(id, ()),
                waiting=waiting,
                helping=helping,
                counting=counting,
                called={each: ways[each].ends for each in sorted(calls[id])},
                begins=begins[id],
                ways=ways[id],
            )
            yield
            if context != kept.context:
                yield from context.take_over(kept.drawn)
                kept.context = None
                for rule, look in self._rest:
                    issues: list[Issue] = []
                    yield from _collect(project, rule, look(context), context, issues)
                    kept.told.finds(rule.name, issues)
                    if len(context.nodes) > PAUSE_EVERY:
                        yield
                kept.context = context

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
            id: frozenset(
                call.flow
                for each in kept.blocks.values()
                for call in each.node.calls
                if call.flow in self._flows
            )
            for id, kept in self._flows.items()
        }

    def _sites(self) -> list[Site]:
        """The blocks that call a flow."""
        return [
            Site(id, block, call.flow)
            for id, kept in self._flows.items()
            for block, each in kept.blocks.items()
            for call in each.node.calls
            if call.flow in self._flows
        ]

    def _begins(self, project: Project) -> Mapping[str, tuple[Begin, ...]]:
        """How every flow is begun by itself, or by a keyword; those nobody begins, too."""
        by_keyword = {each.flow for each in project.settings.keywords or ()}
        called = {site.called for site in self._sites()}
        found = {}
        for id, kept in self._flows.items():
            begins = tuple(dict.fromkeys(begins_of(kept.head.starts or ())))
            begins += (BY_KEYWORD,) if id in by_keyword else ()
            found[id] = begins or (() if id in called else (BY_NOBODY,))
        return found

    def _solved(
        self, entries: Entries, calls: Mapping[str, frozenset[str]], id: str, called: Called
    ) -> Generator[None, None, Ways]:
        """The ways through a flow; those known, as long as nothing has changed for them."""
        kept = self._flows[id]
        channels = kept.around.channel_ids if kept.around else ()
        asked = Question(
            first=kept.head.first,
            nodes={block: each.node for block, each in kept.blocks.items()},
            begun_with=set_at_begin(kept.head.starts or (), entries.get(id, ()), channels),
            called=called,
            left_on=tuple(each.outcome or "done" for each in kept.head.leave_on or ()),
            may_be_left=any(each.head.leave_on for each in self._flows.values()),
        )
        if asked != kept.asked:
            kept.ways, kept.asked = (yield from solve(asked)), asked
        return kept.ways

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
        rates = project.settings.rates
        counted = project.flows if rates and rates.budget is not None else None
        key = (seen, contexts, self._day, counted)
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


def _ignored(project: Project, rule: Rule, finding: Finding, context: FlowContext | None) -> bool:
    """Whether the author lets it stand: at the block, else at the flow, else in the settings."""
    node = context.nodes.get(finding.block or "") if context else None
    if node is not None:
        return rule.name in node.ignored
    return rule.name in ((context.flow if context else project.settings).ignore or ())


def _around(
    project: Project, flow: Flow, known: list[Around], day: date, files: Mapping[str, int]
) -> Around:
    """What is around a flow; the same object for flows that run on the same channels."""
    channels = project.channels_of(flow)
    for each in known:
        if each.channel_ids == channels:
            return each
    known.append(Around(project.facts, project.outcomes, channels, day, files))
    return known[-1]
