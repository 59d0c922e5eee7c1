"""Making a flow of selected blocks, and putting a flow in the place of the block that runs it."""

from flowdesigner.app.canvas.card import WIDTH
from flowdesigner.app.canvas.index import joined
from flowdesigner.app.canvas.placing import keeping_places
from flowdesigner.app.canvas.stage import Stage
from flowdesigner.app.canvas.typeset import plain
from flowdesigner.app.inspector.part_ids import names_of_exits
from flowdesigner.blocks import BY_TYPE
from flowdesigner.edits.blocks import MoveBlocks
from flowdesigner.edits.edit import Edit, Several, Where
from flowdesigner.edits.extract import ExtractFlow
from flowdesigner.edits.inline import InlineFlow
from flowdesigner.model.block import Block
from flowdesigner.model.ids import make_id
from flowdesigner.texts import N_, translate

_WORDS = 4
"""So many words of a block make the name of a flow."""


class Restructure:
    """Moves blocks from flow to flow, or says why it cannot."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage

    def make_flow(self) -> None:
        """Make the selected blocks a flow; select the block that runs it."""
        stage = self._stage
        project = stage.document.project
        name = self._name()
        new = make_id(name, project.flows, fallback="flow")
        edit = ExtractFlow(
            stage.flow_id, tuple(stage.focus.blocks), new, name,
            _empty("subflow"), _empty("end"), names_of_exits(),
        )  # fmt: skip
        why = edit.why_not(project)
        if why is not None:
            stage.told.emit(why)
            return
        call = edit.call_id(project)
        about = Where(stage.flow_id, (*edit.ids, call))
        stage.document.do(keeping_places(stage, Several((edit,), edit.title, about)))
        stage.select(call)

    def put_in(self, id: str) -> None:
        """Put the flow that a block runs in its place; select what came."""
        stage = self._stage
        before = stage.document.project
        edit = InlineFlow(stage.flow_id, id, _empty("end"), _empty("set"))
        why = edit.why_not(before)
        if why is not None:
            stage.told.emit(why)
            return
        there = stage.flow.blocks.keys()
        came = tuple(edit.apply(before).flows[stage.flow_id].blocks.keys() - there)
        about = Where(stage.flow_id, (*came, id))
        room = self._room(id)
        whole = Several((edit, *room), edit.title, about)
        stage.document.do(keeping_places(stage, whole))
        stage.select(*(each for each in stage.flow.blocks if each in came))
        around = joined([stage.scene.boxes[each] for each in stage.focus.blocks])
        if around:
            stage.look(stage.viewport.revealing(around))

    def _room(self, id: str) -> tuple[Edit, ...]:
        """What lies to the right of a call makes room for what comes in its place."""
        stage, call = self._stage, self._stage.flow.blocks[id]
        other = stage.document.project.flows[str(getattr(call, "flow", ""))]
        first = other.layout.blocks.get(str(other.first))
        here = stage.scene.place(id)
        if first is None or here is None:
            return ()
        wide = max(x for x, _ in other.layout.blocks.values()) - first[0]
        places = {each: stage.scene.place(each) for each in stage.scene.order}
        right = {
            each: (round(at[0] + wide), round(at[1]))
            for each, at in places.items()
            if at is not None and at[0] > here[0] + WIDTH / 2 and each != id
        }
        return (MoveBlocks(stage.flow_id, right),) if wide > 0 and right else ()

    def _name(self) -> str:
        """What a flow is called at first: the first words of what it begins with."""
        stage, shown = self._stage, self._stage.scene.shown
        chosen = [id for id in stage.scene.order if id in stage.focus.blocks]
        for id in chosen:
            block = stage.flow.blocks[id]
            words = block.title or plain(
                block.first_words(shown.project.facts, stage.focus.language)
            )
            if words and block.type != "end":
                return " ".join(words.split()[:_WORDS]).strip(" .,;:!?{}")
        return translate(N_("New flow"))


def _empty(word: str) -> Block:
    return BY_TYPE[word].model_validate({"type": word})
