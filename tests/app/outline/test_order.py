"""The order of a flow after an edit is that of reading it anew."""

from collections.abc import Mapping
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from flowdesigner.app.outline import order
from flowdesigner.app.outline.order import Reader
from flowdesigner.blocks import Menu
from flowdesigner.model.block import Block
from flowdesigner.model.flow import Flow

IDS = [f"b{number}" for number in range(12)]


def block(targets: list[str]) -> Block:
    exits = {f"o_{at}": target for at, target in enumerate(targets)}
    options = [{"id": id, "label": {"en": id}} for id in exits]
    return Menu.model_validate({"text": {"en": "?"}, "options": options, "exits": exits})


blocks = st.lists(st.sampled_from(IDS), max_size=3).map(block)
steps = st.one_of(
    st.tuples(st.just("put"), st.sampled_from(IDS), blocks),
    st.tuples(st.just("drop"), st.sampled_from(IDS), blocks),
    st.tuples(st.just("first"), st.sampled_from(IDS), blocks),
)


@given(st.dictionaries(st.sampled_from(IDS), blocks), st.lists(steps, max_size=12))
def test_going_on_is_reading_anew(
    begun: Mapping[str, Block], edits: list[tuple[str, str, Block]]
) -> None:
    made, first, reader = dict(begun), "b0", Reader()
    with patch.object(order, "MARKED", 2):  # so that short flows have places to go on from
        for what, id, other in [("first", first, block([])), *edits]:
            if what == "put":
                made[id] = other
            elif what == "drop":
                made.pop(id, None)
            else:
                first = id
            flow = Flow(first=first, blocks=dict(made))
            found, anew = reader.read(flow, {}), Reader().read(flow, {})
            assert list(found.came_from.items()) == list(anew.came_from.items())
            assert found.loose == anew.loose
