"""What flows know of one another: how those end that they call, and where they are begun."""

from collections.abc import Callable, Generator, Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from flowdesigner.checks.ways.begin import BY_NOBODY, Begin
from flowdesigner.checks.ways.flow import Called, Ends, Ways
from flowdesigner.model.passage import EVER, NONE, Counter, Passage
from flowdesigner.model.week import Span

_PATIENCE = 3
"""How often flows that call one another in a ring are gone through before guessing: no end."""


class Site(Struct, frozen=True):
    """A block that calls a flow of the project."""

    caller: str
    block: str
    called: str


Calls = Mapping[str, frozenset[str]]
"""For each flow, the flows of the project that it calls."""
Solve = Callable[[str, Called], Generator[None, None, Ways]]
"""Goes through a flow, given what those it calls do."""


def called_first(calls: Calls) -> list[str]:
    """The flows, those that are called before those that call them."""
    done: dict[str, None] = {}
    seen: set[str] = set()
    for root in calls:
        path = [(root, iter(sorted(calls[root])))] if root not in seen else []
        seen.add(root)
        while path:
            flow, further = path[-1]
            there = next((each for each in further if each not in seen), None)
            if there is None:
                done[flow] = None
                path.pop()
            else:
                seen.add(there)
                path.append((there, iter(sorted(calls[there]))))
    return list(done)


def all_ways(calls: Calls, solve: Solve) -> Generator[None, None, Mapping[str, Ways]]:
    """The ways through every flow; again where flows call one another in a ring."""
    order, found, asked, times = called_first(calls), dict[str, Ways](), dict[str, Called](), 0
    ends: dict[str, Ends] = {flow: {} for flow in order}
    while again := [f for f in order if asked.get(f) != {each: ends[each] for each in calls[f]}]:
        for flow in again:
            asked[flow] = {each: ends[each] for each in calls[flow]}
            found[flow] = yield from solve(flow, asked[flow])
            before = ends[flow] if times >= _PATIENCE else {}
            ends[flow] = {id: _grown(before.get(id), e) for id, e in found[flow].ends.items()}
        times += 1
    return found


def all_begins(
    own: Mapping[str, tuple[Begin, ...]], sites: Sequence[Site], ways: Mapping[str, Ways]
) -> Mapping[str, tuple[Begin, ...]]:
    """How every flow is begun, by itself and by those that call it; callers before the called."""
    callers: dict[str, list[Site]] = {flow: [] for flow in own}
    calls: dict[str, set[str]] = {flow: set() for flow in own}
    for site in sites:
        callers[site.called].append(site)
        calls[site.caller].add(site.called)
    order = called_first({flow: frozenset(called) for flow, called in calls.items()})[::-1]
    begins, times, changed = dict(own), 0, True
    while changed:
        changed = False
        for flow in order:
            after = (*own[flow], *_called(callers[flow], begins, ways))
            if times >= _PATIENCE:
                after = tuple(_longer(begins[flow], each) for each in after)
            if after != begins[flow]:
                begins[flow], changed = after, True
        times += 1
    return {flow: each or (BY_NOBODY,) for flow, each in begins.items()}


def _called(
    callers: Sequence[Site], begins: Mapping[str, tuple[Begin, ...]], ways: Mapping[str, Ways]
) -> Iterable[Begin]:
    """How a flow is begun by others; those that were begun for the same are one."""
    called: dict[str, Begin] = {}
    for site in callers:
        for begin in begins[site.caller]:
            _call(called, begin, ways[site.caller].passages.get(site.block))
    return called.values()


def _call(called: dict[str, Begin], begin: Begin, to: Passage | None) -> None:
    """With what is known at the call."""
    if to is None:
        return
    state, category = begin.state.then(to), begin.category
    if category in called:
        state = called[category].state.joined(state)
    called[category] = Begin(state=replace(state, codes=NONE), category=category, trigger="call")


def _longer(before: tuple[Begin, ...], after: Begin) -> Begin:
    """What still grows when flows have called one another often has no end."""
    known = (each for each in before if each.trigger == "call" and each.category == after.category)
    same = next(known, None) if after.trigger == "call" else None
    return replace(after, state=_grown(same.state if same else None, after.state))


def _grown(before: Passage | None, after: Passage) -> Passage:
    """A passage that still grows when flows have called one another often has no end."""
    if before is None:
        return after
    both = before.joined(after)
    return replace(
        both,
        elapsed=_span(before.elapsed, both.elapsed) or NONE,
        codes=_span(before.codes, both.codes) or NONE,
        silence=_counter(before.silence, both.silence),
        unanswered=_counter(before.unanswered, both.unanswered),
        in_a_row=_counter(before.in_a_row, both.in_a_row),
    )


def _counter(before: Counter, after: Counter) -> Counter:
    return Counter(_span(before.kept, after.kept), _span(before.anew, after.anew))


def _span(before: Span | None, after: Span | None) -> Span | None:
    if before is None or after is None or after[1] <= before[1]:
        return after
    return (after[0], EVER)
