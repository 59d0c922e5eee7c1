"""Words on links: near their start, where there is room, and never on one another."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flowdesigner.app.canvas.index import meet
from flowdesigner.app.canvas.plates import LETTERS
from flowdesigner.app.canvas.scene import Scene, Shown
from flowdesigner.app.canvas.viewport import Detail
from tests.app.drivers.canvas import project_of

pytestmark = pytest.mark.usefixtures("qapp")
IDS = "abcdef"
WORDS = ("Yes", "No, thank you", "Somebody else shall answer this for me, please")
places = st.tuples(st.integers(0, 60), st.integers(0, 40)).map(lambda at: (at[0] * 24, at[1] * 24))
details = st.sampled_from(tuple(LETTERS))


def menu(words: str, targets: tuple[str, ...]) -> dict[str, object]:
    """A menu whose options lead somewhere."""
    options = [
        {"id": f"o{at}", "label": {"en": f"{words} {at}"}} for at, _target in enumerate(targets)
    ]
    exits = {f"o{at}": target for at, target in enumerate(targets)}
    return {"type": "menu", "text": {"en": "What?"}, "options": options, "exits": exits}


menus = st.builds(
    menu, st.sampled_from(WORDS), st.lists(st.sampled_from(IDS), max_size=3).map(tuple)
)


def scene_of(blocks: dict[str, dict[str, object]], at: dict[str, tuple[int, int]]) -> Scene:
    return Scene(Shown(project_of(blocks, at), "main", "en", {}))


@given(st.fixed_dictionaries(dict.fromkeys(IDS, menus)),
       st.fixed_dictionaries(dict.fromkeys(IDS, places)), details)  # fmt: skip
def test_no_words_on_words_and_none_beside_their_link(
    blocks: dict[str, dict[str, object]], at: dict[str, tuple[int, int]], detail: Detail
) -> None:
    scene = scene_of(blocks, at)
    shown = list(scene.plates_in((-5000, -5000, 9000, 9000), detail))
    assert not any(meet(one.box, other.box) for one, other in combinations(shown, 2))
    for plate in shown:
        left, top, right, bottom = plate.box
        middle = (left + right) / 2, (top + bottom) / 2
        assert scene.links[plate.key].route.distance(*middle) < 4
        assert scene.links[plate.key].words.startswith(plate.words.rstrip("…"))


@given(st.fixed_dictionaries(dict.fromkeys(IDS, menus)),
       st.fixed_dictionaries(dict.fromkeys(IDS, places)), details,
       st.tuples(st.integers(-200, 1500), st.integers(-200, 1000)))  # fmt: skip
def test_a_part_shows_the_words_that_the_whole_shows_there(
    blocks: dict[str, dict[str, object]],
    at: dict[str, tuple[int, int]],
    detail: Detail,
    corner: tuple[int, int],
) -> None:
    scene = scene_of(blocks, at)
    part = (*corner, corner[0] + 256, corner[1] + 256)
    whole = [each for each in scene.plates_in((-5000, -5000, 9000, 9000), detail)
             if meet(each.box, part)]  # fmt: skip
    assert list(scene.plates_in(part, detail)) == whole


def test_where_there_is_one_way_only_nothing_is_written() -> None:
    blocks = {
        "a": {"type": "message", "text": {"en": "Hi"}, "exits": {"next": "b"}},
        "b": menu("Yes", ("a", "a")),
    }
    scene = scene_of(blocks, {"a": (0, 0), "b": (900, 0)})
    assert scene.links["a", "next"].words == ""
    assert scene.links["b", "o1"].words == "Yes 1"
