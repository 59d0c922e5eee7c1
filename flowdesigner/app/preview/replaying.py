"""A chat as a pile of states, and playing its inputs again on another state of the project."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from flowdesigner.model.project import Project
from flowdesigner.model.run import Said
from flowdesigner.model.values import Value
from flowdesigner.simulate.engine import replay, send, start
from flowdesigner.simulate.entry import Entry, Place
from flowdesigner.simulate.inputs import SessionInput
from flowdesigner.simulate.opening import Opening
from flowdesigner.simulate.session import Frame, Session
from flowdesigner.simulate.steps import run_on


class Beginning(Struct, frozen=True, kw_only=True):
    """What a chat begins with; `block` when it begins in the middle of the flow."""

    opening: Opening
    block: str | None = None

    def session(self, project: Project) -> Session:
        """The first state."""
        if self.block is None:
            return start(project, self.opening)
        flow = self.opening.flow or ""
        new = start(project, replace(self.opening, trigger="message"))
        values = {**samples(project), **self.opening.variables}
        frame = Frame(flow=flow, block=self.block, values=values)
        return run_on(replace(new, opening=self.opening, state="running", frames=(frame,)))


def samples(project: Project) -> dict[str, Value]:
    """The sample values of the variables, for a chat that begins where they would be set."""
    return {
        name: each.sample for name, each in project.variables.items() if each.sample is not None
    }


class Chat(Struct, frozen=True, kw_only=True):
    """Every state of a chat: before the first input, and after each."""

    beginning: Beginning
    states: tuple[Session, ...]

    @property
    def now(self) -> Session:
        """The state at hand."""
        return self.states[-1]

    @property
    def begun(self) -> bool:
        """Whether anything happened yet."""
        return self.now.state != "new" or bool(self.now.transcript)

    def after(self, input: SessionInput) -> "Chat":
        """With one thing more come in."""
        return replace(self, states=(*self.states, send(self.now, input)))

    def without_idle_words(self) -> Session:
        """The state at hand, had the customer not written what started no flow."""
        inputs = zip(self.now.inputs, self.states[1:], strict=True)
        kept = [
            input for input, after in inputs if after.state != "new" or not isinstance(input, Said)
        ]
        if len(kept) == len(self.now.inputs):
            return self.now
        return replay(self.now.project, self.beginning.opening, kept)

    def one_back(self) -> "Chat":
        """Without the last thing that came in."""
        return replace(self, states=self.states[:-1]) if len(self.states) > 1 else self


def begin(project: Project, beginning: Beginning) -> Chat:
    """A chat nobody has said anything in."""
    return Chat(beginning=beginning, states=(beginning.session(project),))


def replayed(project: Project, beginning: Beginning, like: Chat) -> Iterator[Chat]:
    """The chat again, an input a slice; it stops where the next input would go elsewhere."""
    chat = begin(project, beginning)
    yield chat
    for input, before in zip(like.now.inputs, like.states, strict=False):
        if _stand(chat.now) != _stand(before):
            return
        chat = chat.after(input)
        yield chat


def _stand(session: Session) -> tuple[object, ...]:
    return session.state, session.place


def parted_at(before: Session, now: Session) -> int | None:
    """The first line from which two chats take different ways; nothing when none does."""
    old, new = [_way(each) for each in before.transcript], [_way(each) for each in now.transcript]
    if old == new:
        return None
    both = zip(old, new, strict=False)
    return next((at for at, (a, b) in enumerate(both) if a != b), min(len(old), len(new)))


def _way(entry: Entry) -> tuple[str, Place | None]:
    return entry.who, entry.block
