"""Canonical YAML: one style, and the same values to every reader."""

import random
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings

from flowdesigner.errors import FormatError
from flowdesigner.formats.native.read_tree import read_tree
from flowdesigner.formats.native.tree import Plain, Word
from flowdesigner.formats.native.write_tree import write_entry, write_tree
from tests.formats.native.javascript import read_in_javascript
from tests.formats.native.plain_trees import CHARACTERS, NASTY, WORDS, roots
from tests.formats.native.words import with_words

EXAMPLE = Path(__file__).with_name("order_status.flow.yaml")
TO_JAVASCRIPT = 600
MANY_TEXTS = 5000


def test_the_example_of_the_format_is_canonical() -> None:
    data = EXAMPLE.read_bytes()
    tree = read_tree(data)
    assert tree.notes == ()
    head = tree.text.splitlines(keepends=True)[0]
    assert write_tree(with_words(tree), head).encode() == data


@given(roots)
def test_what_is_written_is_read_again(root: dict[str, Plain]) -> None:
    text = write_tree(root)
    tree = read_tree(text.encode())
    assert tree.root == root
    assert tree.notes == ()
    assert all(line == line.rstrip() for line in text.split("\n"))


@given(roots)
def test_two_writings_are_the_same_bytes(root: dict[str, Plain]) -> None:
    text = write_tree(root)
    assert write_tree(with_words(read_tree(text.encode()))) == text


@given(roots)
def test_pyyaml_reads_the_same(root: dict[str, Plain]) -> None:
    assert yaml.load(write_tree(root), yaml.CSafeLoader) == root


def test_both_javascript_readers_read_the_same() -> None:
    chance = random.Random(1)
    many = ["".join(chance.choices(CHARACTERS, k=chance.randint(1, 6))) for _ in range(MANY_TEXTS)]
    first: list[dict[str, Plain]] = [
        {"texts": many, "words": [Word(text) for text in many]},
        {"texts": list(NASTY), "words": [Word(word) for word in WORDS]},
        {"texts": {text: text for text in NASTY}},
        {text: Word(text) for text in (*many, *NASTY, *WORDS)},
    ]
    written = [(root, write_tree(root)) for root in first]

    @settings(max_examples=TO_JAVASCRIPT, database=None)
    @given(roots)
    def collect(root: dict[str, Plain]) -> None:
        written.append((root, write_tree(root)))

    collect()
    assert len(written) >= TO_JAVASCRIPT / 2
    for reader, results in read_in_javascript([text for _, text in written]).items():
        for (root, text), result in zip(written, results, strict=True):
            assert result == {"value": root}, f"{reader} reads otherwise:\n{text}"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("x", 'k: "x"'),
        (Word("shipped"), "k: shipped"),
        (Word("no"), 'k: "no"'),
        (Word("30m"), "k: 30m"),
        (Word("two words"), 'k: "two words"'),
        ("a\nb", "k: |-\n  a\n  b"),
        ("a\n\nb\n", "k: |\n  a\n\n  b"),
        ("a\nb\n\n", 'k: "a\\nb\\n\\n"'),
        (" a\nb", 'k: " a\\nb"'),
        ("a \nb", 'k: "a \\nb"'),
        ("a\u2028b\u0085c\ufeff", 'k: "a\\u2028b\\u0085c\\ufeff"'),
        ("👍 é", 'k: "👍 é"'),
        (1e16, "k: 1.0e+16"),
        (2.0, "k: 2.0"),
        (True, "k: true"),
        (None, "k: null"),
        ({}, "k: {}"),
        ([], "k: []"),
        ({"id": "a", "en": "b"}, 'k: {id: "a", en: "b"}'),
        ({"id": "a\nb"}, "k:\n  id: |-\n    a\n    b"),
        ({"a": {"b": 1}}, "k:\n  a: {b: 1}"),
        ([{"a": 1, "b": 2}, {"c": [1, 2]}], "k:\n  - a: 1\n    b: 2\n  - c: [1, 2]"),
        ([[1, 2], [{"a": 1}]], "k:\n  - [1, 2]\n  - - a: 1"),
        (["a\nb", {}], "k:\n  - |-\n    a\n    b\n  - {}"),
        (("a", Word("b")), 'k: ["a", b]'),
        ({"no": 1, "12345678": 2, "1e3": 3}, 'k: {"no": 1, "12345678": 2, "1e3": 3}'),
    ],
)
def test_the_style_of_one_entry(value: Plain, written: str) -> None:
    assert write_entry(("k",), value) == written


@pytest.mark.parametrize("extra", [0, 1])
def test_what_fits_in_120_columns_stands_on_one_line(extra: int) -> None:
    words = ["x" * (120 - len('k: ["", "y"]') + extra), "y"]
    assert ("\n" in write_entry(("k",), words)) == bool(extra)
    assert max(map(len, write_entry(("k",), words).split("\n"))) <= 120


def test_entries_always_stand_on_lines_of_their_own() -> None:
    root: dict[str, Plain] = {
        "settings": {"currency": Word("IDR")},
        "variables": {"x": {"type": Word("text")}},
        "flows": {"main": {"blocks": {"over": {"type": Word("end")}}}},
        "conversations": {"c": {"steps": [{"webhook": {"answer": {"a": {"b": 1}}}}]}},
        "layout": {"main": {"blocks": {"over": [1, 2]}, "notes": {"a": {"at": [1, 2]}}}},
    }
    assert write_tree(root) == (
        "settings:\n  currency: IDR\n"
        "variables:\n  x: {type: text}\n"
        "flows:\n  main:\n    blocks:\n      over:\n        type: end\n"
        "conversations:\n  c:\n    steps:\n      - webhook: {answer: {a: {b: 1}}}\n"
        "layout:\n  main:\n    blocks: {over: [1, 2]}\n    notes:\n      a: {at: [1, 2]}\n"
    )


def test_an_empty_root_is_a_file_too() -> None:
    assert write_tree({}, head="# nothing yet\n") == "# nothing yet\n{}\n"
    assert read_tree(write_tree({}).encode()).root == {}


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("bell\x07", "control-character"),
        ("half \ud83d", "control-character"),
        ("a\nb\x00", "control-character"),
        (float("inf"), "not-a-finite-number"),
        (float("nan"), "not-a-finite-number"),
        (10**18, "number-too-large"),
        ({"\u0085" * 200: 1}, "key-too-long"),
    ],
)
def test_what_no_file_may_hold_is_not_written(value: Plain, code: str) -> None:
    with pytest.raises(FormatError) as caught:
        write_tree({"k": value})
    assert caught.value.code == code
    assert "{" not in str(caught.value)
