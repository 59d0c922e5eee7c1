"""Tidying up, aligning and spreading, as an author does it: each is one step."""

from collections.abc import Iterator
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from flowdesigner.app.canvas import arranging as arranging_module
from flowdesigner.app.canvas.aligning import LEAST, aligned, spread
from flowdesigner.app.canvas.arrange import clear_of
from flowdesigner.app.canvas.index import Boxes, meet
from flowdesigner.app.canvas.tools.glide import Glide
from flowdesigner.edits.blocks import MoveBlocks
from flowdesigner.edits.flows import SetFrame, SetNote
from flowdesigner.model.flow import Frame, Note
from tests.app.drivers.canvas import CanvasDriver, project_of

BLOCKS = {
    "hello": {"type": "message", "text": {"en": "Hello"}, "exits": {"next": "question"}},
    "question": {
        "type": "ask",
        "text": {"en": "What is your number?"},
        "answer": "text",
        "save_to": "number",
        "exits": {"answered": "thanks", "invalid": "again"},
    },
    "again": {"type": "message", "text": {"en": "Once more"}, "exits": {"next": "question"}},
    "thanks": {"type": "message", "text": {"en": "Thank you"}, "exits": {"next": "done"}},
    "done": {"type": "end"},
}
PLACES = {
    "hello": (800, 600), "question": (60, 40), "again": (400, 1000), "thanks": (400, 44),
    "done": (52, 500),
}  # fmt: skip


@pytest.fixture
def author(qtbot: QtBot) -> Iterator[CanvasDriver]:
    driver = CanvasDriver(project_of(BLOCKS, PLACES))
    qtbot.addWidget(driver.canvas)
    yield driver
    driver.canvas.hide()


def boxes_apart(author: CanvasDriver) -> bool:
    boxes = author.canvas.stage.scene.boxes.values()
    return not any(meet(one, other) for one, other in combinations(boxes, 2))


def test_tidy_puts_links_forward_where_the_flow_was(author: CanvasDriver) -> None:
    author.canvas.arrange("tidy")
    assert author.steps == 1
    assert author.document.step_name(0) == "Tidy up"
    ways = [author.place(id)[0] for id in ("hello", "question", "thanks", "done")]
    assert ways == sorted(set(ways))
    assert min(author.place(id)[0] for id in BLOCKS) == 52
    assert min(author.place(id)[1] for id in BLOCKS) == 40
    assert boxes_apart(author)
    author.undo()
    assert author.flow.layout.blocks == PLACES


def test_tidy_from_top_to_bottom(author: CanvasDriver) -> None:
    author.canvas.arrange("tidy_down")
    ways = [author.place(id)[1] for id in ("hello", "question", "thanks", "done")]
    assert ways == sorted(set(ways))
    assert boxes_apart(author)


@pytest.mark.parametrize("name", ["tidy", "tidy_down", "tidy_selection", "tidy_selection_down"])
def test_tidy_twice_is_tidy_once(author: CanvasDriver, name: str) -> None:
    author.canvas.stage.select("question", "again", "thanks")
    author.canvas.arrange(name)
    places, steps = author.flow.layout.blocks, author.steps
    author.canvas.arrange(name)
    assert author.flow.layout.blocks == places
    assert author.steps == steps == 1


def test_a_selection_is_tidied_where_it_was_and_the_rest_stays(author: CanvasDriver) -> None:
    author.canvas.stage.select("hello", "again")
    author.canvas.arrange("tidy_selection")
    places = author.flow.layout.blocks
    assert {id: places[id] for id in ("question", "thanks", "done")} == {
        id: PLACES[id] for id in ("question", "thanks", "done")
    }
    ours = [places["hello"], places["again"]]
    assert (min(x for x, _ in ours), min(y for _, y in ours)) == (400, 600)
    assert author.selected == {"hello", "again"}


def test_a_tidied_selection_lies_on_nothing_else(author: CanvasDriver) -> None:
    author.canvas.stage.select("question", "done")
    author.canvas.arrange("tidy_selection")
    assert boxes_apart(author)


def test_a_frame_and_a_note_go_with_their_blocks(author: CanvasDriver) -> None:
    author.document.do(SetFrame("main", "ends", Frame(at=(20, 460), size=(320, 200))))
    author.document.do(SetNote("main", "hint", Note(at=(60, 700), size=(200, 96))))
    author.canvas.arrange("tidy")
    frame, note = author.flow.layout.frames["ends"], author.flow.layout.notes["hint"]
    x, y = author.place("done")
    assert frame.at == (x - 24, y - 56)
    assert note.at == (x + 8, y + 200)
    author.undo()
    assert author.flow.layout.frames["ends"].at == (20, 460)


def test_a_note_that_would_lie_under_a_card_comes_to_lie_beside_its_block(
    author: CanvasDriver,
) -> None:
    author.document.do(SetNote("main", "hint", Note(at=(60, 250), size=(200, 96))))
    author.canvas.arrange("tidy")
    note = author.canvas.stage.scene.note_boxes.box("hint")
    assert note is not None
    assert not author.canvas.stage.scene.card_boxes.touching(note)


def test_what_is_tidy_already_says_so(author: CanvasDriver) -> None:
    author.canvas.arrange("tidy")
    told: list[object] = []
    author.canvas.stage.told.connect(lambda words: told.append(str(words)))
    author.canvas.arrange("tidy")
    assert told == ["Everything is tidy already."]


def large(count: int) -> CanvasDriver:
    blocks = {
        f"b{n}": {"type": "message", "text": {"en": "x"}, "exits": {"next": f"b{n + 1}"}}
        for n in range(count - 1)
    }
    blocks[f"b{count - 1}"] = {"type": "end"}
    return CanvasDriver(project_of(blocks, {id: (40, 40) for id in blocks}))


def test_a_large_flow_is_laid_out_in_a_process_while_the_window_goes_on(qtbot: QtBot) -> None:
    author = large(520)
    qtbot.addWidget(author.canvas)
    arranging = author.canvas.later.arranging
    author.canvas.arrange("tidy")
    assert arranging.busy
    assert author.steps == 0
    qtbot.waitUntil(lambda: not arranging.busy, timeout=20_000)
    assert author.steps == 1
    assert author.place("b519")[0] == 40 + 519 * 352


def test_a_large_flow_that_changed_meanwhile_is_laid_out_anew(qtbot: QtBot) -> None:
    author = large(501)
    qtbot.addWidget(author.canvas)
    arranging = author.canvas.later.arranging
    author.canvas.arrange("tidy")
    author.document.do(MoveBlocks("main", {"b0": (0, 0)}))
    qtbot.waitUntil(lambda: not arranging.busy, timeout=20_000)
    assert author.steps == 2
    assert author.place("b0") == (0, 0)
    assert author.place("b1") == (352, 0)


def test_without_a_process_the_window_does_it(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    author = large(501)
    qtbot.addWidget(author.canvas)
    arranging = author.canvas.later.arranging
    monkeypatch.setattr("sys.executable", "/nowhere/python")
    author.canvas.arrange("tidy")
    qtbot.waitUntil(lambda: not arranging.busy, timeout=20_000)
    assert author.place("b500")[0] == 40 + 500 * 352


def test_blocks_glide_to_their_places_and_another_gesture_ends_it(
    author: CanvasDriver, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(arranging_module, "wants_motion", lambda: True)
    author.canvas.arrange("tidy")
    assert isinstance(author.canvas._tool, Glide)
    assert author.steps == 1
    assert not author.canvas.settled
    qtbot.waitUntil(lambda: author.canvas._tool is None, timeout=5_000)
    after = author.picture()
    author.undo()
    author.canvas.arrange("tidy")
    author.press((5000.0, 5000.0))
    assert not isinstance(author.canvas._tool, Glide)
    author.release((5000.0, 5000.0))
    author.canvas.stage.select()
    assert author.picture() == after


def test_blocks_are_aligned_and_spread_by_keys(author: CanvasDriver) -> None:
    author.canvas.stage.select("question", "thanks", "done")
    author.keys("Shift+L")
    assert {author.place(id)[0] for id in ("question", "thanks", "done")} == {52}
    assert boxes_apart(author)
    assert author.document.step_name(0) == "Align left edges"
    author.keys("Shift+V")
    boxes = [author.canvas.stage.scene.boxes[id] for id in ("question", "thanks", "done")]
    boxes.sort(key=lambda box: box[1])
    gaps = {round(low[1] - high[3]) for high, low in pairwise(boxes)}
    assert max(gaps) - min(gaps) <= 1
    assert author.steps == 2


BOX = st.tuples(
    st.integers(-500, 500), st.integers(-500, 500), st.integers(50, 300), st.integers(50, 300)
).map(lambda box: (float(box[0]), float(box[1]), float(box[0] + box[2]), float(box[1] + box[3])))
BOXES = st.lists(BOX, min_size=2, max_size=8).map(lambda all: dict(zip("abcdefgh", all)))  # noqa: B905
LINES = st.sampled_from(("left", "centre", "right", "top", "middle", "bottom"))


@given(boxes=BOXES, line=LINES)
def test_aligned_boxes_share_a_line_and_do_not_meet(boxes, line) -> None:  # type: ignore[no-untyped-def]
    places = aligned(boxes, line)
    axis = 0 if line in ("left", "centre", "right") else 1
    part = {"left": 0.0, "top": 0.0, "right": 1.0, "bottom": 1.0}.get(line, 0.5)
    after = {id: _put(box, places[id]) for id, box in boxes.items()}
    lines = [box[axis] + (box[axis + 2] - box[axis]) * part for box in after.values()]
    assert max(lines) - min(lines) <= 1
    for one, other in combinations(after.values(), 2):
        assert one[3 - axis] <= other[1 - axis] or other[3 - axis] <= one[1 - axis]
    again = aligned(after, line)
    assert all(abs(again[id][at] - places[id][at]) <= 1 for id in boxes for at in (0, 1))


@given(boxes=BOXES, axis=st.sampled_from(("across", "down")))
def test_spread_boxes_are_equally_far_apart(boxes, axis) -> None:  # type: ignore[no-untyped-def]
    at = 0 if axis == "across" else 1
    places = spread(boxes, axis)
    after = sorted((_put(box, places[id]) for id, box in boxes.items()), key=lambda box: box[at])
    gaps = [low[at] - high[at + 2] for high, low in pairwise(after)]
    assert max(gaps) - min(gaps) <= 2
    assert min(gaps) >= LEAST - 1
    assert all(places[id][1 - at] == box[1 - at] for id, box in boxes.items())


def _put(box: tuple[float, ...], at: tuple[int, int]) -> tuple[float, float, float, float]:
    return at[0], at[1], at[0] + box[2] - box[0], at[1] + box[3] - box[1]


PLACE = st.tuples(st.integers(-300, 300), st.integers(-300, 300))


@given(
    ours=st.lists(PLACE, min_size=1, max_size=3, unique=True),
    others=st.lists(PLACE, max_size=8),
)
def test_what_is_moved_off_others_meets_none_of_them_and_then_stays(
    ours: list[tuple[int, int]], others: list[tuple[int, int]]
) -> None:
    cards: Boxes[str] = Boxes()
    for at, (x, y) in enumerate(others):
        cards.put(f"other{at}", (x, y, x + 100, y + 60))
    for at, (x, y) in enumerate(ours):
        cards.put(f"our{at}", (x + 5, y, x + 105, y + 60))
    places = {f"our{at}": place for at, place in enumerate(ours)}
    sizes = dict.fromkeys(places, (100.0, 60.0))
    found = clear_of(places, sizes, cards)
    for x, y in found.values():
        near = cards.touching((x, y, x + 100, y + 60))
        assert all(each.startswith("our") for each in near)
    ways = {(x - places[id][0], y - places[id][1]) for id, (x, y) in found.items()}
    assert len(ways) == 1
    assert clear_of(found, sizes, cards) == found
