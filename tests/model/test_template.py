"""Texts with placeholders, against Liquid's own words where we share them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flowdesigner.model.template import (
    Filter,
    Placeholder,
    fill,
    parse_template,
    placeholders,
    rename_in,
)
from flowdesigner.model.values import Writer, look_up
from flowdesigner.model.variable import ChoiceValue, Variable

VARIABLES = {
    "total": Variable(type="money"),
    "count": Variable(type="number"),
    "day": Variable(type="date"),
    "agreed": Variable(type="boolean"),
    "state": Variable(
        type="choice",
        values=(ChoiceValue(id="shipped", label={"id": "dikirim", "en": "shipped"}),),
    ),
}
VALUES = {
    "name": "Sari Dewi",
    "total": 1250000,
    "count": 1250.5,
    "day": "2026-11-24",
    "agreed": True,
    "state": "shipped",
    "order": {"items": [{"name": "Shoes"}]},
    "contact.name": "Budi",
}


def shown(text: str, language: str = "id") -> str:
    writer = Writer(VARIABLES, language, "id", "IDR")
    return fill(text, lambda place: writer.shown(place, look_up(place.path, VALUES)))


@pytest.mark.parametrize(
    ("text", "indonesian", "english"),
    [
        ("no braces", "no braces", "no braces"),
        ("{{ name }}", "Sari Dewi", "Sari Dewi"),
        ("{{name}}, {{  name  }}", "Sari Dewi, Sari Dewi", "Sari Dewi, Sari Dewi"),
        ("{{ contact.name }}", "Budi", "Budi"),
        ("{{ order.items.0.name }}", "Shoes", "Shoes"),
        ("{{ order.items.7.name }}|", "|", "|"),
        ("{{ nobody }}|", "|", "|"),
        ("{{ nobody | default: \"Kak\" }}", "Kak", "Kak"),
        ("{{ nobody | default: 'Kak' | upcase }}", "KAK", "KAK"),
        ("{{ name | default: \"Kak\" }}", "Sari Dewi", "Sari Dewi"),
        ("{{ total }}", "Rp1.250.000", "Rp1,250,000"),
        ("{{ count }}", "1.250,5", "1,250.5"),
        ("{{ count | money }}", "Rp1.250", "Rp1,250"),
        ("{{ day }}", "24 November 2026", "24 November 2026"),
        ("{{ day | date: \"%d/%m/%y\" }}", "24/11/26", "24/11/26"),
        ("{{ agreed }}", "ya", "yes"),
        ("{{ state }}", "dikirim", "shipped"),
        ("{{ state | capitalize }}", "Dikirim", "Shipped"),
        ("{{ name | upcase }} {{ name | downcase }}", "SARI DEWI sari dewi", "SARI DEWI sari dewi"),
        ("{{ name | truncate: 7 }}", "Sari...", "Sari..."),
        ("{ {{ name } }}", "{ {{ name } }}", "{ {{ name } }}"),
        ("{% if x %}", "{% if x %}", "{% if x %}"),
        ("{{ 1name }}", "{{ 1name }}", "{{ 1name }}"),
        ("{{ name | shout! }}", "{{ name | shout! }}", "{{ name | shout! }}"),
    ],
)  # fmt: skip
def test_a_text_is_filled_in_for_a_reader(text: str, indonesian: str, english: str) -> None:
    assert shown(text, "id") == indonesian
    assert shown(text, "en") == english


def test_a_placeholder_knows_its_path_filters_and_place() -> None:
    text = 'Hi {{ contact.name | default: "you" | truncate: 9 }}!'

    assert parse_template(text) == (
        "Hi ",
        Placeholder(
            "contact.name", (Filter("default", "you"), Filter("truncate", 9)), 3, len(text) - 1
        ),
        "!",
    )


@pytest.mark.parametrize(
    ("written", "literal"),
    [('"a b"', "a b"), ("'x'", "x"), ("-3", -3), ("1.5", 1.5), ("true", True), ("false", False)],
)
def test_a_literal_has_its_type(written: str, literal: object) -> None:
    [place] = placeholders(f"{{{{ x | default: {written} }}}}")

    assert place.filters == (Filter("default", literal),)  # type: ignore[arg-type]
    assert type(place.filters[0].literal) is type(literal)


@given(st.lists(st.sampled_from(["{{", "}}", "{", "}", " ", "x", "|", "default", ":", '"', "."])))
def test_the_parts_of_a_text_are_the_text(pieces: list[str]) -> None:
    text = "".join(pieces)
    told = "".join(
        part if isinstance(part, str) else text[part.start : part.end]
        for part in parse_template(text)
    )
    assert told == text


@pytest.mark.parametrize(
    ("text", "renamed"),
    [
        ("{{ name }}, {{name}}", "{{ full_name }}, {{full_name}}"),
        ("{{ name.first | default: \"name\" }}", "{{ full_name.first | default: \"name\" }}"),
        ("name {{ names }} {{ contact.name }}", "name {{ names }} {{ contact.name }}"),
    ],
)  # fmt: skip
def test_renaming_a_variable_leaves_all_else(text: str, renamed: str) -> None:
    assert rename_in(text, "name", "full_name") == renamed
