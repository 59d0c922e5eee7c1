"""A block as the graph sees it: equal nodes give equal findings, whatever the words are."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import compress
from operator import is_not

from msgspec import Struct

from flowdesigner.checks.kept import Kept, kept_of
from flowdesigner.checks.learnt import learning
from flowdesigner.checks.telling import links_to_stop, tells_bot
from flowdesigner.checks.vocabulary.address import address_in
from flowdesigner.checks.vocabulary.before import points_back
from flowdesigner.checks.vocabulary.contact import tells_contact
from flowdesigner.model.block import Block, Exit
from flowdesigner.model.condition import Condition
from flowdesigner.model.fields import Kind, fields_of
from flowdesigner.model.media import Media
from flowdesigner.model.part import Text
from flowdesigner.model.passage import Passage, Sending
from flowdesigner.model.settings import Settings
from flowdesigner.model.variable import BUILT_IN
from flowdesigner.model.walk import Reading, Spot

Spots = Mapping[Kind, tuple[Spot, ...]]
"""The filled fields of a block by their kind."""
FOR_COLLEAGUES = frozenset({"summary"})
"""Texts that no customer reads."""
_NONE: frozenset[str] = frozenset()
Edges = Mapping[str, tuple[tuple[str, str], ...]]


def variable_of(path: str) -> str:
    """The variable that a path leads into: `order` for `order.total`, but `contact.name` itself."""
    return path if path in BUILT_IN else path.partition(".")[0]


class Call(Struct, frozen=True):
    """Another flow that a block begins, and the variables it is given."""

    flow: str
    gives: frozenset[str]


class Node(Struct, frozen=True, kw_only=True):
    """What the rules of a flow may know of one of its blocks."""

    ways: tuple[Exit, ...]
    exits: Mapping[str, str]
    waits: bool
    says: bool
    """Whether the customer is sent something here."""
    sends: Sending | None
    """What sort of message the customer is sent as soon as the journey comes here, if any."""
    bubble: int
    """How long its words are at most when all it sends is one plain text, rounded up; else 0."""
    channel: str | None
    """The one channel it is sent on; nothing when it is that of the conversation."""
    passages: Mapping[str, Passage]
    """Per exit, what has become of the conversation when it is left that way."""
    awaits_news: bool
    hands_over: bool
    """Whether a person takes over here."""
    minds_hours: bool
    """Whether it says at what times somebody is there."""
    tells_contact: bool
    """Whether it says where a person can be reached."""
    tells_bot: bool
    """Whether it says that no person is writing."""
    links_to_stop: bool
    """Whether it leads to a web page on which customers get no more offers."""
    points_back: bool
    """Whether it speaks of a picture or file that came before it."""
    counts: bool
    """Whether something the business wants is reached here."""
    address: frozenset[str]
    """The words by which the customer is called in Indonesian, such as *Anda*."""
    sets: Mapping[str, frozenset[str]]
    """Per exit, the variables that surely have a value then."""
    clears: frozenset[str]
    readings: tuple[Reading, ...]
    """The places that need a value to be there."""
    tested: tuple[Reading, ...]
    """The places that compare a value, and take a missing one as no; not those that ask for it."""
    reads: frozenset[str]
    """All the variables it looks at, those with a default and those to be shown included."""
    calls: tuple[Call, ...]
    outcome: str | None
    """How the flow ends here, when it does."""
    ignored: frozenset[str]
    """The rules that the author has silenced."""
    kept: Kept | None
    """What it does to what the author promises; nothing as long as nothing is promised."""

    def target(self, exit: str) -> str | None:
        """Where an exit leads; an optional one that leads nowhere goes where another leads."""
        if exit in self.exits:
            return self.exits[exit]
        way = next((each for each in self.ways if each.id == exit), None)
        return self.target(way.falls_to) if way and way.falls_to else None


def node_of(block: Block, spots: Spots, ways: tuple[Exit, ...], settings: Settings) -> Node:
    """The block as the graph sees it."""
    readings = block.readings
    said = [spot.text for spot in block.texts if spot.path[-1] not in FOR_COLLEAGUES]
    return Node(
        ways=ways,
        exits=block.exits,
        waits=block.waits,
        says=_says(spots),
        sends=block.sends if said or _shows(spots) else None,
        bubble=_bubble(block.bubble),
        channel=block.channel,
        passages=_passages(block, spots, ways, settings),
        awaits_news=block.awaits_news,
        hands_over=block.hands_over,
        minds_hours=block.minds_hours,
        tells_contact=any(tells_contact(words) for text in said for words in text.values()),
        tells_bot=tells_bot(said),
        links_to_stop=links_to_stop(spots),
        points_back=points_back(said) and not _shows(spots),
        counts=block.counts,
        address=_address(said),
        sets=_sets(block, ways, guards_of(spots, ways)),
        clears=frozenset(block.clears()),
        readings=tuple(_needed(readings, block)),
        tested=tuple(_tested(spots)),
        reads=frozenset(variable_of(each.variable) for each in readings) if readings else _NONE,
        calls=tuple(_calls(spots)),
        outcome=_outcome(block),
        ignored=frozenset(block.ignore or ()),
        kept=kept_of(block, spots, ways, settings),
    )


def _passages(
    block: Block, spots: Spots, ways: tuple[Exit, ...], settings: Settings
) -> Mapping[str, Passage]:
    passages = {way.id: block.passage(way.id, settings) for way in ways if way.happens}
    if Kind.CONDITION not in spots:
        return passages
    cases = (
        (str(getattr(spot.owner, "id", "")), spot.value)
        for spot in spots[Kind.CONDITION]
        if isinstance(spot.value, Condition)
    )
    return learning(passages, cases, ways)


_STEP = 50
"""Lengths are rounded up to so many characters, so that typing changes a node only now and then."""


def _bubble(words: Mapping[str, str]) -> int:
    return -(-max(map(len, words.values()), default=0) // _STEP) * _STEP


def _address(said: list[Text]) -> frozenset[str]:
    found = [address_in(text["id"]) for text in said if "id" in text]
    return _NONE.union(*found) if found else _NONE


def _says(spots: Spots) -> bool:
    if Kind.TEXT in spots or Kind.LABEL in spots:
        return True
    return _shows(spots)


def _shows(spots: Spots) -> bool:
    return any(isinstance(each.value, Media) for each in spots.get(Kind.PART, ()))


def _sets(
    block: Block, ways: tuple[Exit, ...], guards: Mapping[str, frozenset[str]]
) -> Mapping[str, frozenset[str]]:
    """What a block writes without saying by which exit, such as what a flow gives back, counts."""
    own = {way.id: frozenset(block.sets(way.id)) for way in ways}
    others = {name for name, _path in block.writings} - _NONE.union(*own.values())
    others -= {*block.clears()}
    return {id: names | guards.get(id, _NONE) | others for id, names in own.items()}


def _needed(readings: tuple[Reading, ...], block: Block) -> Iterator[Reading]:
    """Not what has a default, is only compared, or is set by an earlier line of the same list."""
    for each in readings:
        if each.has_default or each.path[-1] == "when" or _set_before(each, block):
            continue
        yield each


def _tested(spots: Spots) -> Iterator[Reading]:
    for spot in spots.get(Kind.CONDITION, ()):
        for row in spot.value.rows() if isinstance(spot.value, Condition) else ():
            if row.op != "is_set":
                yield from (Reading(each, spot.path) for each in row.variables())


def _set_before(reading: Reading, block: Block) -> bool:
    return any(
        variable == variable_of(reading.variable)
        and len(path) > 1
        and path[0] == reading.path[0]
        and isinstance(path[1], int)
        and isinstance(reading.path[1], int)
        and path[1] < reading.path[1]
        for variable, path in block.writings
    )


def _calls(spots: Spots) -> Iterator[Call]:
    for spot in spots.get(Kind.FLOW, ()):
        given = (each for each in spots.get(Kind.GIVE, ()) if each.owner is spot.owner)
        names = (frozenset(each.value) for each in given if isinstance(each.value, dict))
        yield Call(str(spot.value), _NONE.union(*names))


def _outcome(block: Block) -> str | None:
    for name, field in fields_of(type(block)).items():
        if field.kind is Kind.OUTCOME:
            return getattr(block, name) or "done"
    return None


_NO_EDGES: Edges = {}


def edges(
    nodes: Mapping[str, Node], before: Mapping[str, Node] = {}, known: Edges = _NO_EDGES
) -> Edges:
    """Per block the exits by which it can be left and the blocks they lead to.

    Known edges stay where neither the block became another nor what it leads to came or went.
    """
    return patched(known, others(nodes, before), nodes)


def others(nodes: Mapping[str, Node], before: Mapping[str, Node]) -> tuple[str, ...]:
    """The blocks that became others, and those that lead to one that came or went."""
    found = [*compress(nodes, map(is_not, map(before.get, nodes), nodes.values()))]
    if before and (came_or_went := nodes.keys() ^ before.keys()):
        apart = came_or_went.isdisjoint
        found += [id for id, node in nodes.items() if not apart(node.exits.values())]
    return tuple(dict.fromkeys(found))


def patched(known: Edges, others: Iterable[str], nodes: Mapping[str, Node]) -> Edges:
    """Known edges with those of some blocks found anew, in the order of the blocks."""
    found = {**known, **{id: tuple(leads(nodes[id], nodes)) for id in others}}
    same = len(found) == len(nodes) and not any(map(is_not, found, nodes))
    return found if same else {id: found[id] for id in nodes}


def leads(node: Node, nodes: Mapping[str, Node]) -> Iterator[tuple[str, str]]:
    """The exits by which a block can be left, and the blocks they lead to."""
    for way in node.ways:
        if not way.happens:
            continue
        target = node.exits.get(way.id) or node.target(way.id)
        if target in nodes:
            yield way.id, str(target)


# ------------------------------------------------------------- what a condition makes sure of


def guards_of(spots: Spots, ways: tuple[Exit, ...]) -> Mapping[str, frozenset[str]]:
    """Per exit the variables that have a value because the cases before it came out so.

    A case is a listed part with a condition, whose id is an exit; they are tried in order, and
    the exits that belong to no case are taken when none was true.
    """
    cases = spots.get(Kind.CONDITION, ())
    if not cases:
        return {}
    refused: frozenset[str] = _NONE
    found: dict[str, frozenset[str]] = {}
    for spot in cases:
        if isinstance(spot.value, Condition):
            id = str(getattr(spot.owner, "id", ""))
            found[id] = refused | set_when(spot.value, True)
            refused |= set_when(spot.value, False)
    return {way.id: found.get(way.id, refused) for way in ways}


def set_when(condition: Condition, outcome: bool) -> frozenset[str]:
    """The variables that surely have a value when a condition has come out so."""
    if condition.negated is not None:
        return set_when(condition.negated, not outcome)
    group = condition.all if condition.all is not None else condition.any
    if group is None:
        return _compared(condition) if outcome else _NONE
    every = (condition.all is not None) is outcome
    sides = [set_when(each, outcome) for each in group]
    if not sides:
        return _NONE
    return _NONE.union(*sides) if every else sides[0].intersection(*sides[1:])


def _compared(row: Condition) -> frozenset[str]:
    """The variables without which a row is never true."""
    names = [row.variable or ""] if row.op == "is_set" else row.variables()
    return frozenset(map(variable_of, filter(None, names)))
