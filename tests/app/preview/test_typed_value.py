"""What an author types is read by the type of the variable."""

from datetime import date

import pytest

from flowdesigner.app.preview.typed_value import UnreadableValueError, read_value
from tests.simulate.projects import project_from

PROJECT = project_from("""
    languages: [id, en]
    variables:
      word: {type: text}
      count: {type: number}
      total: {type: money}
      agreed: {type: boolean}
      day: {type: date}
      rows: {type: list}
      state: {type: choice, values: [{id: shipped, label: {id: "dikirim", en: "shipped"}}]}
""")


@pytest.mark.parametrize(
    ("name", "typed", "value"),
    [
        ("word", " Sari ", "Sari"),
        ("word", "", None),
        ("count", "3", 3),
        ("count", "1.5", 1.5),
        ("total", "Rp1.250.000", 1250000),
        ("agreed", "ya", True),
        ("agreed", "false", False),
        ("day", "24 November 2026", "2026-11-24"),
        ("state", "Dikirim", "shipped"),
        ("rows", '[{"a": 1}]', [{"a": 1}]),
        ("contact.name", "Budi", "Budi"),
    ],
)
def test_read(name: str, typed: str, value: object) -> None:
    assert read_value(PROJECT, name, typed, "id", date(2026, 11, 23)) == value


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("count", "tiga"),
        ("agreed", "mungkin"),
        ("state", "hilang"),
        ("day", "besok"),
        ("rows", "x"),
    ],
)
def test_refused(name: str, typed: str) -> None:
    with pytest.raises(UnreadableValueError):
        read_value(PROJECT, name, typed, "id", date(2026, 11, 23))
