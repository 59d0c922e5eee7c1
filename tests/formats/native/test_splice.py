"""Saving touches only what changed: every other byte, comment and style stays."""

import copy
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flowdesigner.formats.native.read_tree import read_tree
from flowdesigner.formats.native.splice import differences, splice, spliced
from flowdesigner.formats.native.tree import Word
from flowdesigner.formats.native.write_tree import write_entry, write_tree
from tests.formats.native.plain_trees import scalars, values
from tests.formats.native.words import with_words

Root = dict[str, Any]
EXAMPLE = Path(__file__).with_name("order_status.flow.yaml").read_text(encoding="utf-8")
BY_HAND = """\
# My project.
# yaml-language-server: $schema=x

flowdesigner:   1
id:  'shop'    # never change
name: "The shop"  # shown
languages: [ id , en ]

x-team: {a: b}   # ours
settings: {currency: IDR}
variables:
  # a number
  order: {type: text}

  # where it is
  state:
    type: choice   # three of them
    # the values
    values: []
flows:
    # the first
    main:
        first: hello

        blocks:

            # says hello
            hello:   # here
                type: message
                # both languages
                text: {id: Hai, en: 'Hi # there'}
                # after the text
                exits: {next: bye}
                # end of hello

            # asks
            question: {type: ask,   # in one line
              text: {id: Apa, en: What}}
            bye:
                type: end
                # the end of bye
    # between flows

    other: {first: x, blocks: {x: {type: end}}}
# last words
layout:
  main: {blocks: {hello: [1, 2]}}
"""


def edited(text: str, edit: Callable[[Root], object]) -> str:
    tree = read_tree(text.encode())
    root: Any = copy.deepcopy(with_words(tree))
    edit(root)
    result = spliced(tree, root, differences(tree.root, root))
    assert result.root == root
    assert result.text == splice(tree, root, differences(tree.root, root))
    return result.text


def blocks(root: Root) -> Root:
    return root["flows"]["main"]["blocks"]  # type: ignore[no-any-return]


def put(mapping: Root, after: str, key: str, value: object) -> None:
    entries = list(mapping.items())
    mapping.clear()
    for name, old in entries:
        mapping[name] = old
        if name == after:
            mapping[key] = value


def test_nothing_changed_nothing_written() -> None:
    assert edited(BY_HAND, lambda root: None) == BY_HAND


def test_a_value_changes_in_its_place_and_keeps_its_comment() -> None:
    text = edited(BY_HAND, lambda root: root.update(name="Toko"))
    assert text == BY_HAND.replace('name: "The shop"  # shown', 'name: "Toko"  # shown')


def test_a_comment_behind_a_value_stays_out_of_a_text_of_several_lines() -> None:
    text = edited(BY_HAND, lambda root: root.update(name="The\nshop"))
    assert text == BY_HAND.replace('name: "The shop"  # shown', "name: |-  # shown\n  The\n  shop")


def test_a_changed_entry_is_written_canonically_where_it_holds_no_comment() -> None:
    text = edited(BY_HAND, lambda root: root["settings"].update(brand="Toko"))
    assert text == BY_HAND.replace(
        "settings: {currency: IDR}", 'settings:\n  currency: IDR\n  brand: "Toko"'
    )


def test_comments_inside_a_changed_entry_stay() -> None:
    text = edited(BY_HAND, lambda root: blocks(root)["hello"]["text"].update(en="Hello"))
    assert text == BY_HAND.replace(
        "text: {id: Hai, en: 'Hi # there'}", 'text: {id: Hai, en: "Hello"}'
    )


def test_a_key_put_into_an_entry_with_comments_stands_in_its_order() -> None:
    def edit(root: Root) -> None:
        put(blocks(root)["hello"], "text", "footer", "Bye")

    text = edited(BY_HAND, edit)
    assert text == BY_HAND.replace(
        "'Hi # there'}\n", "'Hi # there'}\n                footer: \"Bye\"\n"
    )


def test_a_new_entry_stands_behind_the_one_before_it() -> None:
    def edit(root: Root) -> None:
        put(blocks(root), "hello", "more", {"type": Word("message"), "exits": {}})

    text = edited(BY_HAND, edit)
    assert text == BY_HAND.replace(
        "                # end of hello\n",
        "                # end of hello\n"
        "            more:\n              type: message\n              exits: {}\n",
    )


def test_a_new_first_entry_stands_above_the_comment_of_the_next() -> None:
    def edit(root: Root) -> None:
        old = dict(root["variables"])
        root["variables"].clear()
        root["variables"].update(first={"type": Word("text")}, **old)

    text = edited(BY_HAND, edit)
    assert text == BY_HAND.replace("  # a number\n", "  first: {type: text}\n  # a number\n")


def test_a_new_key_of_the_file_stands_in_its_order() -> None:
    def edit(root: Root) -> None:
        put(root, "name", "channels", [Word("sms")])

    text = edited(BY_HAND, edit)
    assert text == BY_HAND.replace("# shown\n", "# shown\nchannels: [sms]\n")


def test_the_comments_that_open_a_file_stay_on_top() -> None:
    text = edited("# about\nb: 1\n", lambda root: root.pop("b") and root.update(a=2))
    assert text == "# about\na: 2\n"
    assert edited("# about\nb: 1\n", lambda root: root.pop("b") and None) == "# about\n{}\n"


def test_an_entry_goes_with_its_comments_and_leaves_those_of_others() -> None:
    text = edited(BY_HAND, lambda root: blocks(root).pop("hello"))
    start = BY_HAND.index("            # says hello")
    end = BY_HAND.index("\n            # asks")
    assert text == BY_HAND[:start] + BY_HAND[end:]


def test_the_last_entry_takes_its_mapping_along() -> None:
    def edit(root: Root) -> None:
        del root["layout"]

    assert edited(BY_HAND, edit) == BY_HAND[: BY_HAND.index("layout:")].replace(
        "# last words\n", ""
    )


def test_an_entry_in_braces_is_written_with_what_is_around_it() -> None:
    def edit(root: Root) -> None:
        root["flows"]["other"]["blocks"]["x"]["outcome"] = Word("done")

    text = edited(BY_HAND, edit)
    start, end = BY_HAND.index("    other: {"), BY_HAND.index("# last words")
    assert text == (
        BY_HAND[:start] + "    other:\n      first: x\n      blocks:\n        x:\n"
        "          type: end\n          outcome: done\n" + BY_HAND[end:]
    )


def test_entries_that_move_take_their_comments_along() -> None:
    def edit(root: Root) -> None:
        old = dict(blocks(root))
        blocks(root).clear()
        blocks(root).update({key: old[key] for key in ("bye", "hello", "question")})

    text = edited(BY_HAND, edit)
    assert sorted(text.splitlines()) == sorted(BY_HAND.splitlines())
    order = ["bye:", "# the end of bye", "# says hello", "hello:", "# end of hello", "# asks"]
    places = [text.index(part) for part in order]
    assert places == sorted(places)


def test_line_ends_and_byte_order_mark_are_kept() -> None:
    data = b"\xef\xbb\xbf" + BY_HAND.replace("\n", "\r\n").encode()
    tree = read_tree(data)
    root = with_words(tree)
    root["settings"] = {"currency": Word("IDR"), "brand": "a\nb"}
    result = spliced(tree, root, [("settings",)])
    written = b"settings:\r\n  currency: IDR\r\n  brand: |-\r\n    a\r\n    b\r\n"
    assert result.encode() == data.replace(b"settings: {currency: IDR}\r\n", written)


def test_a_file_without_a_last_line_end_can_grow() -> None:
    assert edited("a: 1", lambda root: root.update(b=2)) == "a: 1\nb: 2"
    assert edited("a:\n  b: 1", lambda root: root["a"].update(c=2)) == "a:\n  b: 1\n  c: 2"


@pytest.mark.parametrize(
    "text",
    [
        '{"name": "x", "flows": {"main": {"first": "a"}}}',
        "--- {name: x}\n",
        "? name\n: x\n",
        "name: x\n? other\n: y\n",
        "name: x\n...\n",
        "name: x\rother: y\r",
        "%YAML 1.2\n---\nname: x\n",
        "name: |+\n  x\n\n",
        "name:\n  x\n  y\nflows:\n",
        "name: 'x\n\n  y'  # why\nother: 1\n",
        "# only a comment\nname: x # a\n",
    ],
)
@pytest.mark.parametrize("after", [{"name": "new"}, {"name": "a\nb", "id": "i"}, {"id": "i"}])
def test_a_file_in_any_legal_style_is_saved_right(text: str, after: Root) -> None:
    tree = read_tree(text.encode())
    assert spliced(tree, after, [("name",), ("id",)]).root == after


def test_a_wrong_list_of_changes_still_saves_what_is_wanted() -> None:
    tree = read_tree(BY_HAND.encode())
    root: Any = with_words(tree)
    blocks(root)["bye"]["outcome"] = Word("done")
    root["variables"]["order"] = {"type": Word("number")}
    result = spliced(tree, root, [("variables", "order")])
    assert result.root == root
    assert "# says hello" in result.text
    assert "# a number" in result.text


def test_a_number_that_becomes_a_truth_is_written() -> None:
    tree = read_tree(b"flows:\n  a:  1\n")
    assert splice(tree, {"flows": {"a": True}}, [("flows",)]) == "flows:\n  a: true\n"


def entry_paths(root: Root) -> Iterator[tuple[str, ...]]:
    for key, value in root.items():
        yield (key,)
        if isinstance(value, dict):
            yield from ((key, *path) for path in entry_paths(value))


def changed_somewhere(chance: random.Random, root: Root, value: object) -> list[tuple[str, ...]]:
    """Change a root at one to three places and return their paths."""
    changed = []
    for _ in range(chance.randint(1, 3)):
        value = copy.deepcopy(value)
        path = chance.choice([*entry_paths(root), ("new",)])
        holder = root
        for key in path[:-1]:
            holder = holder[key]
        kind = chance.randrange(3)
        if kind == 0 and path[-1] in holder:
            del holder[path[-1]]
        elif kind == 1:
            path = (*path[:-1], chance.choice(["added", "no", "x y"]))
            put(holder, chance.choice([*holder, ""]), path[-1], value)
            holder.setdefault(path[-1], value)
        else:
            holder[path[-1]] = value
        changed.append(path)
    return changed


def entry_of(path: tuple[str, ...]) -> tuple[str, ...]:
    """What is saved as one piece around a change."""
    if path[0] == "flows":
        return path[: 2 if path[:2] == ("flows", "other") else 4]
    return path[: 2 if path[0] in ("variables", "conversations", "layout") else 1]


def within(path: tuple[str, ...], entry: tuple[str, ...]) -> bool:
    return path[: len(entry)] == entry or entry[: len(path)] == path


@given(st.sampled_from([EXAMPLE, BY_HAND]), st.randoms(use_true_random=False), values | scalars)
def test_what_is_read_back_is_what_was_wanted(
    text: str, chance: random.Random, value: object
) -> None:
    tree = read_tree(text.encode())
    root: Any = copy.deepcopy(with_words(tree))
    changed = changed_somewhere(chance, root, value)
    result = spliced(tree, root, changed)
    assert result.root == root
    for path in entry_paths(tree.root):
        untouched = not any(within(path, entry_of(each)) for each in changed)
        found = tree.find(path)
        if untouched and found and not isinstance(found.value, dict):
            assert tree.text[found.value_start : found.end].strip() in result.text


@given(st.randoms(use_true_random=False), values)
def test_comments_of_untouched_entries_stay(chance: random.Random, value: object) -> None:
    tree = read_tree(BY_HAND.encode())
    root: Any = copy.deepcopy(with_words(tree))
    name = chance.choice([*blocks(root), "brand_new"])
    blocks(root)[name] = {"type": Word("message"), "text": value}
    result = spliced(tree, root, [("flows", "main", "blocks", name)])
    assert result.root == root
    kept = [line for line in BY_HAND.splitlines() if "#" in line and "question" not in line]
    inside = {"hello": "both|after the|end of hello|here|# there", "bye": "the end of bye"}
    for line in kept:
        if not any(part in line for part in inside.get(name, "-----").split("|")):
            assert line in result.text.splitlines()


@given(values)
def test_an_entry_of_a_canonical_file_stays_canonical(value: object) -> None:
    tree = read_tree(EXAMPLE.encode())
    root: Any = copy.deepcopy(with_words(tree))
    block = {"type": Word("message"), "text": value}
    root["flows"]["main"]["blocks"]["tell"] = block
    head = EXAMPLE.splitlines(keepends=True)[0]
    path = ("flows", "main", "blocks", "tell")
    text = splice(tree, root, [path])
    assert text == write_tree(root, head)
    assert write_entry(path, block, 6) in text
