"""Foreign files: each bad one gets one plain sentence with its place, quickly; legal ones load."""

import contextlib
import gc
import time
from pathlib import Path
from typing import TypeAlias

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from flowdesigner.errors import (
    FileError,
    FlowDesignerError,
    MalformedYaml,
    NotReadable,
    WrongShape,
    describe,
)
from flowdesigner.formats.native import read_bytes as reading
from flowdesigner.formats.native.read_bytes import read_bytes
from flowdesigner.formats.native.read_tree import DEEPEST, LONGEST_KEY, LONGEST_TEXT, read_tree
from flowdesigner.formats.native.tree import Path as TreePath

LAUGHS = f"a0: &a0 [{', '.join(['lol'] * 9)}]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 9)
)
MERGE_BOMB = "a0: &a0 {k: 1}\n" + "".join(
    f"a{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 9)}]}}\n" for n in range(1, 8)
)
CONFLICT = "a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> theirs\n"

# number in the list of bad inputs, content, kind, code, line, column, words of the sentence
BadFile: TypeAlias = tuple[int, str | bytes, type[FileError], str, int | None, int | None, str]
BAD: list[BadFile] = [
    (1, LAUGHS, MalformedYaml, "anchor", 1, 5, "'&a0' is not supported"),
    (2, MERGE_BOMB, MalformedYaml, "anchor", 1, 5, "'&a0' is not supported"),
    (3, "[" * 100_000 + "]" * 100_000, MalformedYaml, "too-deep", 1, 65, "more than 64 levels"),
    (4, "- " * 50_000 + "x", MalformedYaml, "too-deep", 1, 129, "more than 64 levels"),
    (5, "{a: " * 100_000, MalformedYaml, "too-deep", 1, 257, "more than 64 levels"),
    (6, "a: &a [*a]", MalformedYaml, "anchor", 1, 4, "'&a' is not supported"),
    (7, "a: *x", MalformedYaml, "alias", 1, 4, "'*x' is not supported"),
    (8, "<<: 3", MalformedYaml, "merge-key", 1, 1, "'<<' is not supported"),
    (9, "a: " + "9" * 5000, MalformedYaml, "number-too-large", 1, 4, "too large"),
    (10, "a: " + "9" * 20, MalformedYaml, "number-too-large", 1, 4, "99999999999999999999"),
    (11, "a: 0x" + "f" * 2_000_000, MalformedYaml, "text-too-long", 1, 4, "2000002"),
    (13, "a: 1.0e+999", MalformedYaml, "number-too-large", 1, 4, "1.0e+999 is too large"),
    (14, "a: .inf", MalformedYaml, "not-a-finite-number", 1, 4, ".inf is not a number"),
    (14, "a: .nan", MalformedYaml, "not-a-finite-number", 1, 4, ".nan is not a number"),
    (15, "a: " + "x" * 2_000_000, MalformedYaml, "text-too-long", 1, 4, "2000000 characters"),
    (16, "a: " + "x" * 21_000_000, NotReadable, "file-too-big", None, None, "21.0 MB"),
    (25, "a: 1\nb: 2\na: 3", MalformedYaml, "duplicate-key", 3, 1, "'a' appears twice. Keep one"),
    (26, "x:\n  - {id: 1, id: 2}", MalformedYaml, "duplicate-key", 2, 13, "'id' appears twice"),
    (27, "a: !!python/object/apply:os.system ['id']", MalformedYaml, "tag", 1, 4, "python/object"),
    (28, "a: !!binary a", MalformedYaml, "tag", 1, 4, "binary' is not supported"),
    (28, "a: !!set {b, c}", MalformedYaml, "tag", 1, 4, "set' is not supported"),
    (29, "{[1]: 2}", WrongShape, "key-not-text", 1, 2, "must be a word"),
    (30, '"' + "k" * 1000 + '": 1', MalformedYaml, "key-too-long", 1, 1, "at most 256"),
    (31, "k" * 1030 + ": 1", MalformedYaml, "yaml-syntax", 1, 1031, "is too long"),
    (32, b"a: 1\nb: x\0c", MalformedYaml, "nul-byte", 2, 5, "zero byte in the text"),
    (33, 'a: "b\\0c"', MalformedYaml, "control-character", 1, 4, "U+0000"),
    (33, 'a: "b\\ac"', MalformedYaml, "control-character", 1, 4, "U+0007"),
    (33, b"a: 1\nb: x\x07", MalformedYaml, "bad-character", 2, 5, "U+0007"),
    (34, 'a: "\\ud800"', MalformedYaml, "yaml-syntax", 1, 7, "Write the character"),
    (34, 'a: "\\ud83d\\ude00"', MalformedYaml, "yaml-syntax", 1, 7, "the emoji itself"),
    (36, "a: é".encode("utf-16"), NotReadable, "utf16", None, None, "Save it as UTF-8"),
    (37, b"a: 1\nb: \xe9 x", NotReadable, "not-utf8", 2, 4, "byte 8"),
    (37, b"a: \xc0\xaf", NotReadable, "not-utf8", 1, 4, "byte 3"),
    (37, "a: é".encode("utf-16-be"), NotReadable, "not-utf8", 1, 8, "byte 7"),
    (38, "a:\n\t- b", MalformedYaml, "yaml-syntax", 2, 1, "Use spaces"),
    (39, "a: 1\n---\nb: 2", MalformedYaml, "two-documents", 2, 1, "second document"),
    (40, "", NotReadable, "empty-file", None, None, "The file is empty"),
    (40, " \n\n", NotReadable, "empty-file", None, None, "The file is empty"),
    (40, "# hello\n", WrongShape, "empty-file", None, None, "The file is empty"),
    (41, b"\0" * 8192, NotReadable, "all-zero", None, None, "disk or power failure"),
    (42, 'n:\n  - {t: "hel', MalformedYaml, "yaml-syntax", 2, 9, "ends inside a text"),
    (42, "n:\n  - id: x\n   t: y", MalformedYaml, "yaml-syntax", 3, 4, "Line them up"),
    (54, "<!DOCTYPE html><html>", WrongShape, "root-not-mapping", 1, 1, "not a project"),
    (54, b"PK\x03\x04\x14\0\0\0", MalformedYaml, "nul-byte", 1, 6, "may not be a text file"),
    (54, "- 1", WrongShape, "root-not-mapping", 1, 1, "not a project"),
    (54, "hello", WrongShape, "root-not-mapping", 1, 1, "not a project"),
    (54, "%YAML 9.9\n---\na: 1", MalformedYaml, "yaml-syntax", 1, 1, "another version of YAML"),
    (54, CONFLICT, MalformedYaml, "yaml-syntax", 2, 1, "merge conflict"),
    (0, "a: [1, 2\nb: 3", MalformedYaml, "yaml-syntax", 2, 2, "closing bracket"),
    (0, "a: b: c", MalformedYaml, "yaml-syntax", 1, 5, "A ':' is not expected"),
    (0, "a: @b", MalformedYaml, "yaml-syntax", 1, 4, "in quotes"),
    (0, "a: 1\nb\n", MalformedYaml, "yaml-syntax", 3, 1, "':' is missing"),
    (0, "a: b - c\nb: - c", MalformedYaml, "yaml-syntax", 2, 4, "A '-' is not expected"),
    (0, 'a: "\\x"', MalformedYaml, "yaml-syntax", 1, 7, "code in this text"),
]


@pytest.mark.parametrize("row", BAD, ids=lambda row: f"{row[0]}-{row[3]}")
def test_a_bad_file_gets_one_plain_sentence(row: BadFile) -> None:
    _, content, kind, code, line, column, words = row
    data = content if isinstance(content, bytes) else content.encode()
    start = time.perf_counter()
    with pytest.raises(FileError) as caught:
        read_tree(data)
    assert time.perf_counter() - start < 1
    error = caught.value
    assert (type(error), error.code, error.line, error.column) == (kind, code, line, column)
    sentence = describe(error)
    assert words in sentence
    assert len(sentence) < 300
    assert sentence.startswith(f"Line {line}, column {column}: ") == (line is not None)


# number in the list, written, read as, note expected
READ_AS_TEXT = [
    (12, ":".join(["1"] * 100_000), ":".join(["1"] * 100_000), True),
    (17, "no", "no", True),
    (17, "on", "on", True),
    (17, "y", "y", True),
    (17, "Yes", "Yes", True),
    (18, "12:34:56", "12:34:56", True),
    (18, "12:30", "12:30", True),
    (19, "0o17", "0o17", True),
    (19, "017", "017", True),
    (19, "0899", "0899", True),
    (19, "0x1F", "0x1F", True),
    (19, "0b11", "0b11", True),
    (20, "1_000", "1_000", True),
    (21, "2024-01-01", "2024-01-01", True),
    (21, "2024-13-45", "2024-13-45", True),
    (22, "=", "=", False),
    (23, ".e3", ".e3", False),
    (0, "30m", "30m", False),
    (0, "1.2.3", "1.2.3", False),
    (0, "+44 7700 900123", "+44 7700 900123", False),
    (0, "-", "-", False),
    (0, "nope", "nope", False),
    (0, "'1'", "1", False),
]


@pytest.mark.parametrize(("number", "written", "expected", "noted"), READ_AS_TEXT)
def test_words_that_other_readers_retype_stay_text(
    number: int, written: str, expected: str, noted: bool
) -> None:
    start = time.perf_counter()
    if written == "-":
        tree = read_tree(b"x: 1\na: [-]")
        assert tree.root["a"] == ["-"]
        return
    tree = read_tree(f"x: 1\na: {written}\n".encode())
    assert time.perf_counter() - start < 1
    assert tree.root["a"] == expected
    assert [(note.line, note.column) for note in tree.notes] == ([(2, 4)] if noted else [])
    assert all(str(note).startswith("Line 2, column 4: ") for note in tree.notes)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("1", 1), ("-7", -7), ("+1", 1), ("0", 0), ("1.5", 1.5), ("1e3", 1000.0), (".5", 0.5),
        ("1.", 1.0), ("1.0e+16", 1e16), ("0.00012345678901234567", 0.00012345678901234567),
        ("999999999999999999", 999999999999999999),
        ("true", True), ("False", False), ("null", None), ("~", None), ("", None),
        ('"true"', "true"), ("|\n  a\n  b", "a\nb\n"), (">-\n  a\n  b", "a b"),
    ],
)  # fmt: skip
def test_plain_words_mean_what_yaml_1_2_says(written: str, expected: object) -> None:
    value = read_tree(f"a: {written}\n".encode()).root["a"]
    assert value == expected
    assert type(value) is type(expected)


def test_keys_are_always_text() -> None:
    tree = read_tree(b"no: 1\n1: 2\ntrue: 3\n~: 4\n2024-01-01: 5\n")
    assert tree.root == {"no": 1, "1": 2, "true": 3, "~": 4, "2024-01-01": 5}
    assert tree.notes == ()


def test_a_byte_order_mark_and_line_ends_are_remembered() -> None:
    data = b"\xef\xbb\xbfa: 1\r\nb:\r\n  c: 2\r\n"
    tree = read_tree(data)
    assert (tree.root, tree.bom, tree.newline) == ({"a": 1, "b": {"c": 2}}, True, "\r\n")
    assert tree.encode() == data
    assert (tree.place(("b", "c")).line, tree.place(("b", "c")).column) == (3, 3)


@pytest.mark.parametrize(
    ("most", "fits", "too_much"),
    [
        ("depth", "{a: " * DEEPEST + "1" + "}" * DEEPEST, "{a: " * (DEEPEST + 1)),
        ("key", "k" * LONGEST_KEY + ": 1", "k" * (LONGEST_KEY + 1) + ": 1"),
        ("text", "a: " + "x" * LONGEST_TEXT, "a: " + "x" * (LONGEST_TEXT + 1)),
    ],
)
def test_limits_hold_exactly(most: str, fits: str, too_much: str) -> None:
    assert read_tree(fits.encode()).root
    with pytest.raises(MalformedYaml):
        read_tree(too_much.encode())


def test_too_many_items_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("flowdesigner.formats.native.read_tree.MOST_ITEMS", 20)
    assert read_tree(b"a: [1, 2, 3]").root == {"a": [1, 2, 3]}
    with pytest.raises(MalformedYaml, match="more than 20 items"):
        read_tree(b"a: [" + b"1, " * 20 + b"1]")


def test_garbage_collection_is_as_before() -> None:
    assert gc.isenabled()
    read_tree(b"a: 1")
    assert gc.isenabled()
    with pytest.raises(MalformedYaml):
        read_tree(b"a: [")
    assert gc.isenabled()
    gc.disable()
    try:
        read_tree(b"a: 1")
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_a_file_that_is_too_big_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "big.flow.yaml"
    path.write_bytes(b"a: 123456789\n")
    monkeypatch.setattr(reading, "MOST_BYTES", 10)
    monkeypatch.setattr(Path, "open", lambda *args: pytest.fail("the file was opened"))
    with pytest.raises(NotReadable, match="too big"):
        read_bytes(path)


def test_files_that_cannot_be_had(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(NotReadable, match="There is no file"):
        read_bytes(tmp_path / "none.flow.yaml")
    with pytest.raises(NotReadable, match="is a folder"):
        read_bytes(tmp_path)
    with pytest.raises(NotReadable, match="could not be read"):
        read_bytes(tmp_path / ("n" * 300))
    path = tmp_path / "mine.flow.yaml"
    path.write_bytes(b"a: 1\n")
    assert read_bytes(path) == b"a: 1\n"

    def refuse(*args: object) -> None:
        raise PermissionError(13, "no")

    monkeypatch.setattr(Path, "open", refuse)  # root may read everything
    with pytest.raises(NotReadable, match="not allowed to read"):
        read_bytes(path)


PLACES = """\
# comment
name: é x
flows:
  main:
    first: "greet"
    blocks:
      greet: {type: message, text: {id: 'Hai', en: "👍 Hi"}}
      pick:
        options:
          - id: a
            label: {id: A}
          -   id: b
              label: |
                  several
                  lines

        exits: {}
"""


@pytest.mark.parametrize(
    ("path", "place", "text"),
    [
        (("name",), (2, 1), "name: é x"),
        (("flows", "main", "first"), (5, 5), 'first: "greet"'),
        (("flows", "main", "blocks", "greet", "text", "en"), (7, 48), 'en: "👍 Hi"'),
        (("flows", "main", "blocks", "greet", "text"), (7, 30), "text: {id: 'Hai', en: \"👍 Hi\"}"),
        (("flows", "main", "blocks", "pick", "options", 0, "label"), (11, 13), "label: {id: A}"),
        (("flows", "main", "blocks", "pick", "options", 1), (12, 15), None),
        (("flows", "main", "blocks", "pick", "options", 1, "label"), (13, 15), None),
        (("flows", "main", "blocks", "pick", "exits"), (17, 9), "exits: {}"),
    ],
)
def test_every_value_has_its_place(
    path: TreePath, place: tuple[int, int], text: str | None
) -> None:
    tree = read_tree(PLACES.encode())
    found = tree.place(path)
    assert (found.line, found.column) == place
    entry = tree.find(path)
    assert entry
    if text is not None:
        assert tree.text[entry.start : entry.end] == text


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ((), (1, 1)),
        (("nothing",), (1, 1)),
        (("flows", "main", "blocks", "gone", "text"), (6, 5)),
        (("flows", "main", "blocks", "pick", "options", 7), (9, 9)),
        (("name", "x"), (2, 1)),
    ],
)
def test_what_is_not_there_is_placed_at_what_is_around_it(
    path: TreePath, place: tuple[int, int]
) -> None:
    tree = read_tree(PLACES.encode())
    found = tree.place(path)
    assert (found.line, found.column) == place
    if path:
        assert tree.find(path) is None


LINES = st.sampled_from(
    ["a: 1", "b: [x, y]", "c:", "  d: {e: f}", "  - g", "- h", '"i": "j"', "k: |", "    text",
     "l:", "", "# m", "\tn: 1", "o: 'p", "q: &r s", "t: *r", "u: !v w", "---", "...", "? x", ": y",
     "é: 👍", "{", "}", "]", "<<: {}", "%YAML 1.2", "\u2028", "z: >-", "  a\x85b",
     "a: .inf", "n: 1e999"]
)  # fmt: skip


@given(st.lists(LINES, max_size=12).map("\n".join), st.binary(max_size=3), st.integers(0, 80))
def test_nothing_but_our_own_errors_comes_out(text: str, noise: bytes, at: int) -> None:
    data = text.encode()
    data = data[:at] + noise + data[at:]
    with contextlib.suppress(FlowDesignerError):
        assert read_tree(data).encode() == data


@given(st.lists(LINES, max_size=12).map("\n".join))
def test_texts_and_shapes_are_those_of_pyyaml(text: str) -> None:
    try:
        tree = read_tree(text.encode())
    except FlowDesignerError:
        return
    assert _alike(tree.root, yaml.load(text, yaml.CBaseLoader))


def _alike(value: object, base: object) -> bool:
    """Whether a value is that of PyYAML's base loader, which leaves every scalar a text."""
    if isinstance(value, dict) and isinstance(base, dict):
        return list(value) == list(base) and all(_alike(value[key], base[key]) for key in value)
    if isinstance(value, list) and isinstance(base, list):
        return all(_alike(*pair) for pair in zip(value, base, strict=True))
    return isinstance(base, str) and (value == base or not isinstance(value, str))
