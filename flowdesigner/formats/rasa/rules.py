"""The arrows of the journey as Rasa rules: from where one waits or decides to the next such place.

A rule begins with what happens (a word is said, a form is filled, an action has set its slot) and
goes on until something has to be known again. So every arrow is in one rule that can be read
beside the drawing, and blocks in between may appear in several rules.
"""

from collections.abc import Iterator, Mapping
from functools import cached_property

from msgspec import Struct, field

from flowdesigner.blocks.subflow import Subflow
from flowdesigner.formats.native.tree import Plain, Word
from flowdesigner.formats.rasa.domain import flow_of_any_message
from flowdesigner.formats.rasa.leaves import leaves
from flowdesigner.formats.rasa.names import Place
from flowdesigner.formats.rasa.piece import Piece
from flowdesigner.model.project import Project

Step = dict[str, Plain]


class Path(Struct):
    """The steps of a rule, as they are found."""

    steps: list[Step] = field(default_factory=list)
    listens: bool = True
    """Whether the bot waits for the customer where the rule ends."""

    def act(self, action: str) -> None:
        """Do something."""
        self.steps.append({"action": Word(action)})

    def stop_before_more(self) -> None:
        """End the rule where other rules go on."""
        self.listens = False


def action(name: str) -> Step:
    """The step of an action."""
    return {"action": Word(name)}


def slot(name: str, value: str | None) -> Step:
    """The step at which a slot has a value, or none."""
    return {"slot_was_set": [{name: None if value is None else Word(value)}]}


def loop(form: str | None) -> Step:
    """The step at which a form waits, or none."""
    return {"active_loop": None if form is None else Word(form)}


class Rules(Struct, frozen=True, dict=True):
    """Finds the rules of a project whose blocks have been written."""

    project: Project
    pieces: Mapping[Place, Piece]

    def all(self) -> list[Plain]:
        """Every rule, in the order in which the author sees the blocks."""
        found: list[Plain] = []
        for flow_id, flow in self.project.flows.items():
            found += self._starts(flow_id)
            for block_id in flow.blocks:
                found += self._of_block((flow_id, block_id))
        return [*found, *self._back_to_questions()]

    @cached_property
    def asked_again(self) -> tuple[Piece, ...]:
        """The questions that a way leads straight back to, without another question between."""
        return tuple(piece for place, piece in self.pieces.items() if self._comes_back(place))

    def _comes_back(self, place: Place) -> bool:
        piece = self.pieces[place]
        if piece.going != "by_form":
            return False
        for way in piece.ways:
            path = Path()
            self._follow(self._target(place, way), path, piece.form)
            if not path.listens and path.steps[-1] == action(f"action_back_to_{piece.name}"):
                return True
        return False

    def _starts(self, flow_id: str) -> Iterator[Plain]:
        flow = self.project.flows[flow_id]
        if any(start.trigger != "call" for start in flow.starts or ()):
            opening: list[Step] = [
                {"intent": Word(f"start_{flow_id}")},
                action(f"action_start_{flow_id}"),
            ]
            yield self._rule(f"{flow_id} starts", opening, (flow_id, flow.first), waiting="")
        if flow_of_any_message(self.project) == flow_id:
            opening = [{"intent": Word("nlu_fallback")}, action(f"action_start_{flow_id}")]
            title = f"any other message starts {flow_id}"
            yield self._rule(title, opening, (flow_id, flow.first), waiting="")
        if any(keyword.flow == flow_id for keyword in self.project.settings.keywords or ()):
            opening = [
                {"intent": Word(f"keyword_{flow_id}")},
                action(f"action_keyword_{flow_id}"),
                loop(None),
            ]
            yield self._rule(f"a keyword calls {flow_id}", opening, (flow_id, flow.first))
        for leave in (each for each in leaves(self.project) if each.flow == flow_id):
            path = Path([{"intent": Word(leave.name)}, action(f"action_{leave.name}"), loop(None)])
            path.act(leave.ends)
            path.stop_before_more()
            yield _written(leave.name, path, None)
            yield from self._endings(leave.ends, flow_id, leave.outcome, leave.name)

    def _of_block(self, place: Place) -> Iterator[Plain]:
        piece = self.pieces[place]
        title = ".".join(place)
        for way in piece.ways:
            target = self._target(place, way)
            gate = piece.gate
            if piece.going == "by_slot" or (gate is not None and way in gate.past):
                begins = [action(piece.actions[-1]), slot(piece.name, way)]
                yield self._rule(f"{title}: {way}", begins, target)
            if piece.going == "by_form" and not (gate is not None and gate.back):
                begins = [action(piece.form), loop(None), slot(piece.name, way)]
                yield self._rule(f"{title}: {way}", begins, target, waiting=piece.form)
        yield from self._through_the_gate(place)
        if piece.going == "end":
            yield from self._ends(place)

    def _through_the_gate(self, place: Place) -> Iterator[Plain]:
        piece = self.pieces[place]
        if piece.gate is None:
            return
        looks = action(piece.actions[-1])
        path = Path([looks, slot(piece.name, piece.gate.into)])
        self._ask(piece, path, "")
        yield _written(f"{'.'.join(place)}: {piece.gate.why}", path, None)
        if piece.gate.back:
            steps = [action(piece.form), loop(None), slot(piece.name, piece.gate.back), looks]
            back = Path(steps, listens=False)
            yield _written(f"{'.'.join(place)}: {piece.gate.back}", back, piece.form)

    def _back_to_questions(self) -> Iterator[Plain]:
        for piece in self.asked_again:
            path = Path([action(f"action_back_to_{piece.name}")])
            self._ask(piece, path, "")
            yield _written(f"back to the question {piece.name}", path, None)

    def _ends(self, place: Place) -> Iterator[Plain]:
        ends = self.pieces[place].actions[-1]
        outcome = getattr(self.project.block(*place), "outcome", None) or "done"
        yield from self._endings(ends, place[0], outcome, ".".join(place))

    def _endings(self, ends: str, flow_id: str, outcome: str, title: str) -> Iterator[Plain]:
        """From an end back to every place that may have called the flow."""
        for caller, block in self._callers(flow_id):
            for way in self.pieces[caller].ways:
                back = f"{self.pieces[caller].name}_{way}"
                begins = [action(ends), slot("back_to", back)]
                if way == outcome and block.flow == flow_id:
                    name = f"{title}: back to {'.'.join(caller)}"
                    yield self._rule(name, begins, self._target(caller, way))
        for waiting in self.waits_interrupted_for(flow_id):
            path = Path([action(ends), slot("back_to", f"{waiting.name}_again")])
            self._ask(waiting, path, "")
            yield _written(f"{title}: back to the question {waiting.name}", path, None)
        path = Path([action(ends), slot("back_to", "nobody"), action("action_listen")])
        yield _written(f"{title}: over", path, None)

    def _callers(self, flow_id: str) -> Iterator[tuple[Place, Subflow]]:
        for caller_flow, block_id, block in self.project.all_blocks():
            if isinstance(block, Subflow) and block.flow == flow_id:
                yield (caller_flow, block_id), block

    def waits_interrupted_for(self, flow_id: str) -> Iterator[Piece]:
        """The questions that a keyword may interrupt for a flow."""
        if any(keyword.flow == flow_id for keyword in self.project.settings.keywords or ()):
            for piece in self.pieces.values():
                if piece.going == "by_form" and not piece.muted:
                    yield piece

    def _target(self, place: Place, way: str) -> tuple[str, str | None]:
        block = self.project.block(*place)
        return place[0], block.target(way) if block is not None else None

    def _rule(
        self,
        title: str,
        begins: list[Step],
        first: tuple[str, str | None],
        waiting: str | None = None,
    ) -> Plain:
        path = Path(list(begins))
        self._follow(first, path, waiting or "")
        return _written(title, path, waiting)

    def _follow(self, at: tuple[str, str | None], path: Path, left: str) -> None:
        """Go on from block to block until something has to be known."""
        seen: set[tuple[str, str | None]] = set()
        while at not in seen:
            seen.add(at)
            piece = self.pieces.get(at) if at[1] is not None else None  # type: ignore[arg-type]
            if piece is None:
                path.act("action_listen")
                return
            for name in piece.actions:
                path.act(name)
            if piece.going in ("by_slot", "end") or piece.gate is not None:
                path.stop_before_more()
                return
            if piece.going == "by_form":
                self._ask(piece, path, left)
                return
            at = self._next(at, piece)

    def _next(self, at: tuple[str, str | None], piece: Piece) -> tuple[str, str | None]:
        block = self.project.block(at[0], at[1] or "")
        if piece.going == "call" and isinstance(block, Subflow):
            called = self.project.flows.get(block.flow or "")
            return (block.flow or "", called.first if called is not None else None)
        return (at[0], block.target("next") if block is not None else None)

    def _ask(self, piece: Piece, path: Path, left: str) -> None:
        """Wait in a form; a rule that begins with this very form has to leave it to another."""
        if piece.form == left:
            path.act(f"action_back_to_{piece.name}")
            path.stop_before_more()
            return
        path.act(piece.form)
        path.steps += [loop(piece.form), slot(piece.name, None)]


def _written(title: str, path: Path, waiting: str | None) -> Plain:
    rule: dict[str, Plain] = {"rule": title}
    if waiting is not None:
        rule["condition"] = [loop(waiting or None)]
    rule["steps"] = list(path.steps)
    if not path.listens:
        rule["wait_for_user_input"] = False
    return rule
