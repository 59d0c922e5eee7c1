"""Places in an answer."""

import pytest

from flowdesigner.model.json_path import at_path, is_json_path

DATA = {"a": {"b": [{"c": 1}, {"c": None}]}, "with-dash": "x", "list": [[1, 2]]}


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("$", DATA),
        ("$.a.b[0].c", 1),
        ("$.a.b[1].c", None),
        ("$.a.b[9].c", None),
        ("$.a.c", None),
        ("$.a[0]", None),
        ("$.with-dash", "x"),
        ("$.list[0][1]", 2),
        ("$.list.0", None),
        ("a.b", None),
        ("", None),
    ],
)
def test_a_place_holds_a_value_or_nothing(path: str, found: object) -> None:
    assert at_path(DATA, path) == found  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "path", ["$..a", "$.*", "$[?(@.a)]", "$.a.", "$[-1]", "$['a']", "a", "$ .a"]
)
def test_only_names_and_positions_are_places(path: str) -> None:
    assert not is_json_path(path)
