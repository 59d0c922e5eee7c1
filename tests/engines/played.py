"""Saved conversations as our own engine plays them, ready to be compared with a real one."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from msgspec.structs import replace

from flowdesigner.blocks.ask import Ask
from flowdesigner.blocks.menu import Menu
from flowdesigner.channels import BY_ID
from flowdesigner.formats.features import used_by_block
from flowdesigner.formats.format import Format, Support, title_of
from flowdesigner.formats.native.read import read_project
from flowdesigner.formats.spoken import whole_text
from flowdesigner.model.project import Project
from flowdesigner.model.run import Delivery, Happened, Said, Sent
from flowdesigner.places import samples_folder
from flowdesigner.simulate.conversation import run_conversation
from flowdesigner.simulate.engine import send, start
from flowdesigner.simulate.entry import Entry
from flowdesigner.simulate.inputs import Put, Scripted, SessionInput
from flowdesigner.simulate.session import Session
from flowdesigner.simulate.starts import keyword_for

PROJECTS = tuple(
    path
    for folder in (samples_folder(), Path(__file__).parent / "projects")
    for path in sorted(folder.glob("*.flow.yaml"))
)

ONLY_WHEN_TAKEN: Mapping[str, str] = {
    "menu.no_reply": "no_reply",
    "consent.no_reply": "no_reply",
    "menu.other": "other",
    "template.no_reply": "no_reply",
    "template.other": "other",
    "ask.no_reply": "no_reply",
    "ask.invalid": "invalid",
    "message.failed": "failed",
    "handoff.hours": "unavailable",
    "handoff.longest_wait": "unavailable",
}
"""Features that matter to a conversation only when it leaves their block by an exit."""

ONLY_WHEN_REFUSED = frozenset(
    {"ask.pattern", "ask.limits", "ask.longest", "ask.retry", "menu.retry"}
)
"""Features that matter only when an answer was not taken."""

FROM_OUTSIDE = (Put, Happened, Delivery, Scripted, Sent)
"""What an engine may not hear of."""

NEVER_HEARD = frozenset({"menu.description"})
"""Features that change neither words nor ways."""


@dataclass(frozen=True)
class Heard:
    """A message as a customer gets it: all its words, and what can be tapped."""

    text: str
    options: tuple[str, ...] = ()


@dataclass(frozen=True)
class Turn:
    """What came in, where the conversation stood then, and what the bot said to it."""

    input: SessionInput | None
    before: Session
    heard: tuple[Heard, ...]


@dataclass(frozen=True)
class Played:
    """A saved conversation, turn by turn."""

    id: str
    session: Session
    turns: tuple[Turn, ...]
    webhooks: Mapping[tuple[str, str], list[tuple[bool, object]]]
    things: frozenset[str]
    """The block types and features that its path uses."""
    as_saved: bool
    """Whether it goes the same when it is told turn by turn what other systems answered."""

    def why_not(self, format: Format, takes: Callable[[Turn], bool]) -> str | None:
        """Why it cannot be compared in an engine; nothing when it can.

        `takes` tells whether the engine hears of what comes from outside in a turn.
        """
        if not self.as_saved:
            return "an exit that was scripted, which only our own engine takes"
        for turn in self.turns:
            if isinstance(turn.input, FROM_OUTSIDE) and not takes(turn):
                return f"a step that only our own engine takes ({type(turn.input).__name__})"
        unsaid = sorted(
            thing for thing in self.things if format.support(thing).status is Support.UNSUPPORTED
        )
        return (
            f"not said in {format.title}: {title_of(unsaid[0])} ({unsaid[0]})" if unsaid else None
        )


def read(path: Path) -> Project:
    """A project from its file."""
    project = read_project(path.read_bytes()).project
    assert project is not None
    return project


def all_played(project: Project) -> list[Played]:
    """Every saved conversation that goes as it was saved."""
    return [played(project, id) for id in project.conversations]


def played(project: Project, id: str) -> Played:
    """One saved conversation, played again turn by turn."""
    result = run_conversation(project, id)
    assert result.ok, f"{id} does not go as it was saved"
    answered = [entry for entry in result.transcript if entry.answered is not None]
    webhooks: dict[tuple[str, str], list[tuple[bool, object]]] = {}
    scripts = []
    for entry in answered:
        assert entry.block is not None
        assert entry.answered is not None
        webhooks.setdefault(entry.block, []).append((entry.answered.ok, entry.answered.data))
        way = "ok" if entry.answered.ok else "failed"
        scripts.append(Scripted(*entry.block, way, entry.answered.data))
    first = start(project, result.session.opening)
    now = replace(first, scripts=tuple(scripts))
    turns = [Turn(None, first, _heard(first.transcript))]
    for input in result.session.inputs:
        after = send(now, input)
        turns.append(Turn(input, now, _heard(after.transcript[len(now.transcript) :])))
        now = after
    as_saved = [e.text for e in now.transcript] == [e.text for e in result.transcript]
    return Played(
        id, now, tuple(turns), webhooks, frozenset(_things(project, now, turns)), as_saved
    )


def _heard(entries: tuple[Entry, ...]) -> tuple[Heard, ...]:
    return tuple(
        Heard(
            whole_text(entry.messages),
            tuple(
                option.label
                for message in entry.messages
                if message.shape != "numbered"
                for option in message.options
            ),
        )
        for entry in entries
        if entry.who == "bot"
    )


def _things(project: Project, session: Session, turns: list[Turn]) -> Iterator[str]:
    refused = {turn.before.place for turn in turns if _refused(turn)}
    for place, exits in _ways_taken(session).items():
        block = project.block(*place)
        assert block is not None
        spoken = session.channel in (block.variants or {})
        for thing in used_by_block(block):
            if _matters(thing, exits, place in refused) and (thing != "variants" or spoken):
                yield thing
        if place in refused:
            yield f"{block.type}.retry"
    if any(_interrupts(turn) for turn in turns):
        yield "project.keywords"
    if any(_typed_other_words(turn) for turn in turns):
        yield "menu.words"
    if _begun_by_any_message(project, session, turns):
        yield "project.any_message"


def _begun_by_any_message(project: Project, session: Session, turns: list[Turn]) -> bool:
    """Whether a first message began a flow that no words start."""
    written = any(isinstance(each.input, Said) and each.before.state == "new" for each in turns)
    flow = project.flows[session.frames[0].flow] if session.frames else None
    starts = flow.starting_with("message") if flow else ()
    return written and not any(any((each.words or {}).values()) for each in starts)


def _ways_taken(session: Session) -> Mapping[tuple[str, str], set[str]]:
    """The blocks that were come to, with the exits they were left by."""
    left: dict[tuple[str, str], set[str]] = {}
    for flow, block, exit in session.taken:
        left.setdefault((flow, block), set()).add(exit)
    if session.place is not None:
        left.setdefault(session.place, set())
    return left


def _matters(thing: str, exits: set[str], refused: bool) -> bool:
    if thing in ONLY_WHEN_TAKEN:
        return ONLY_WHEN_TAKEN[thing] in exits
    return thing not in NEVER_HEARD | {"menu.words"} and (refused or thing not in ONLY_WHEN_REFUSED)


def _refused(turn: Turn) -> bool:
    """Whether something was typed to a question and it was asked again."""
    asks = isinstance(turn.before.block, Ask | Menu)
    return asks and isinstance(turn.input, Said) and turn.before.place in _asked_again(turn)


def _asked_again(turn: Turn) -> set[tuple[str, str] | None]:
    after = send(turn.before, turn.input) if turn.input is not None else turn.before
    same = len(after.taken) == len(turn.before.taken) and len(after.frames) == len(
        turn.before.frames
    )
    return {after.place} if same else set()


def _interrupts(turn: Turn) -> bool:
    """Whether a keyword was typed that the block did not take for an answer."""
    if not isinstance(turn.input, Said) or turn.before.place is None:
        return False
    taken = send(turn.before, turn.input).taken[len(turn.before.taken) :]
    own = bool(taken) and taken[0][:2] == turn.before.place
    return keyword_for(turn.before.project, turn.input.text) is not None and not own


def _typed_other_words(turn: Turn) -> bool:
    block = turn.before.block
    if not isinstance(block, Menu) or not isinstance(turn.input, Said):
        return False
    typed = turn.input.text.strip().casefold()
    labels = {reply.label.strip().casefold() for reply in turn.before.options}
    after = send(turn.before, turn.input)
    return not typed.isdecimal() and typed not in labels and after.taken != turn.before.taken


def tells_of_buttons(channel: str) -> bool:
    """Whether a channel shows what can be tapped."""
    return channel in BY_ID and "buttons" in BY_ID[channel].can


def after_time(turn: Turn) -> datetime:
    """The moment at which a turn in which time goes by is over."""
    assert turn.input is not None
    return send(turn.before, turn.input).now
