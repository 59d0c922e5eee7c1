"""WhatsApp's marks are read as WhatsApp reads them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flowdesigner.app.preview.markup import Run, read_markup


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("plain", (Run("plain"),)),
        ("*bold* words", (Run("bold", bold=True), Run(" words"))),
        ("*_both_*", (Run("both", bold=True, italic=True),)),
        ("~gone~, ```x *y*```", (Run("gone", struck=True), Run(", "), Run("x *y*", mono=True))),
        ("snake_case_name", (Run("snake_case_name"),)),
        ("2 * 3 * 4", (Run("2 * 3 * 4"),)),
        ("*not\nover lines*", (Run("*not\nover lines*"),)),
        ("```two\nlines```", (Run("two\nlines", mono=True),)),
        ("(*a*)", (Run("("), Run("a", bold=True), Run(")"))),
    ],
)
def test_marks(text: str, runs: tuple[Run, ...]) -> None:
    assert read_markup(text) == runs


@given(st.text(alphabet="ab *_~`\n", max_size=60))
def test_no_word_is_lost(text: str) -> None:
    shown = "".join(run.text for run in read_markup(text))
    assert [c for c in shown if c in "ab \n"] == [c for c in text if c in "ab \n"]
