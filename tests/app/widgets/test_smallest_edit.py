"""The smallest change from one text to another, in Qt's units."""

from hypothesis import given
from hypothesis import strategies as st

from flowdesigner.app.widgets.smallest_edit import smallest_edit, units

texts = st.text("ab👋é\n", max_size=12)


def applied(before: str, at: int, removed: int, inserted: str) -> str:
    raw = before.encode("utf-16-le")
    return (raw[: 2 * at] + inserted.encode("utf-16-le") + raw[2 * (at + removed) :]).decode(
        "utf-16-le"
    )


@given(texts, texts)
def test_it_makes_one_text_of_the_other(before: str, after: str) -> None:
    assert applied(before, *smallest_edit(before, after)) == after


@given(texts, texts, texts)
def test_it_leaves_alone_what_is_the_same(start: str, middle: str, end: str) -> None:
    edit = smallest_edit(start + end, start + middle + end)

    assert edit.removed == 0
    assert len(edit.inserted) == len(middle)
    assert edit.at <= units(start + end)
