"""The difference between two projects, entry by entry."""

from flowdesigner.blocks.end import End
from flowdesigner.blocks.message import Message
from flowdesigner.model.change import MISSING, EntryChange, compare
from flowdesigner.model.flow import Flow, Layout
from flowdesigner.model.part import changed
from flowdesigner.model.project import Project
from flowdesigner.model.variable import Variable

HELLO = Message.model_validate({"type": "message", "text": {"en": "Hello"}})
END = End(type="end")
MAIN = Flow(first="a", blocks={"a": HELLO, "b": END}, layout=Layout(blocks={"a": (0, 0)}))
PROJECT = Project(name="One", flows={"main": MAIN}, variables={"x": Variable(type="text")})


def with_main(**values: object) -> Project:
    return changed(PROJECT, flows={"main": changed(MAIN, **values)})


def test_a_project_does_not_differ_from_itself_or_its_twin() -> None:
    assert compare(PROJECT, PROJECT) == ()
    assert compare(PROJECT, Project.model_validate(PROJECT.model_copy())) == ()


def test_a_block_is_an_entry() -> None:
    other = changed(HELLO, text={"en": "Hi"})
    after = with_main(blocks={"a": other, "b": END, "c": END})

    assert compare(PROJECT, after) == (
        EntryChange(("flows", "main", "blocks", "a"), HELLO, other),
        EntryChange(("flows", "main", "blocks", "c"), MISSING, END),
    )


def test_a_move_changes_the_layout_and_no_block() -> None:
    after = with_main(layout=Layout(blocks={"a": (10, 0)}))

    assert compare(PROJECT, after) == (
        EntryChange(("layout", "main", "blocks", "a"), (0, 0), (10, 0)),
    )


def test_another_order_of_blocks_is_a_change() -> None:
    after = with_main(blocks={"b": END, "a": HELLO})

    assert compare(PROJECT, after) == (
        EntryChange(("flows", "main", "blocks"), ("a", "b"), ("b", "a")),
    )


def test_a_whole_flow_a_variable_and_a_name_are_entries() -> None:
    after = Project(name="Two", flows={"other": MAIN}, variables={})

    found = compare(PROJECT, after)
    assert {(each.path, each.before is MISSING, each.after is MISSING) for each in found} == {
        (("name",), False, False),
        (("variables", "x"), False, True),
        (("flows", "main"), False, True),
        (("flows", "other"), True, False),
    }  # fmt: skip


def test_a_change_backwards_is_the_change_turned_around() -> None:
    after = with_main(first="b", blocks={"a": HELLO})
    forth, back = compare(PROJECT, after), compare(after, PROJECT)

    assert len(forth) == 2
    assert {each.path: (each.before, each.after) for each in back} == {
        each.path: (each.after, each.before) for each in forth
    }


def test_keys_the_program_does_not_know_are_entries_too() -> None:
    after = changed(PROJECT, **{"x-owner": "cs"})

    assert compare(PROJECT, after) == (EntryChange(("x-owner",), MISSING, "cs"),)
