"""What authors can do, one value at a time."""

import pytest

from flowdesigner.blocks import Ask, Condition, End, Menu, Message, Set, Webhook
from flowdesigner.edits.blocks import (
    AddBlock,
    DeleteBlocks,
    MoveBlocks,
    RenameBlock,
    SetValue,
)
from flowdesigner.edits.connections import Connect, SetFirst
from flowdesigner.edits.flows import AddFlow, RemoveFlow, SetFlowValue, SetNote
from flowdesigner.edits.parts import AddPart, MovePart, RemovePart, RenamePart
from flowdesigner.edits.paste import PasteBlocks, Piece
from flowdesigner.edits.project import SetProjectValue
from flowdesigner.edits.variables import RenameVariable, SetVariable
from flowdesigner.model.flow import Flow, Layout, Note
from flowdesigner.model.part import changed
from flowdesigner.model.project import Project
from flowdesigner.model.variable import Variable

MENU = {
    "text": {"id": "Mau apa?", "en": "What now?"},
    "options": [
        {"id": "track", "label": {"id": "Cek", "en": "Track"}},
        {"id": "stop", "label": {"id": "Berhenti", "en": "Stop"}},
    ],
    "variants": {"sms": {"options": {"stop": {"label": {"en": "End"}}}}},
    "exits": {"track": "ask", "stop": "bye"},
}
ASK = {
    "text": {"en": "Number of {{ order }}?"},
    "answer": "text",
    "save_to": "order",
    "exits": {"answered": "look"},
}
LOOK = {
    "method": "GET",
    "url": "https://example.com/{{ order }}",
    "save": {"order": "$.order"},
    "body": {"order": "{{ order }}"},
    "exits": {"ok": "bye"},
}


@pytest.fixture
def project() -> Project:
    blocks = {
        "greet": Message(text={"en": "Hi"}, exits={"next": "menu"}),
        "menu": Menu.model_validate(MENU),
        "ask": Ask.model_validate(ASK),
        "look": Webhook.model_validate(LOOK),
        "bye": End(),
    }
    flow = Flow(first="greet", blocks=blocks, layout=Layout(blocks={"greet": (0, 0)}))
    return Project(
        languages=("id", "en"),
        flows={"main": flow},
        variables={"order": Variable(type="text")},
        conversations={},
        translated_from={"en": {"main.greet.text": "12345678"}},
    )


def blocks_of(project: Project) -> dict[str, object]:
    return dict(project.flows["main"].blocks)


def test_a_new_block_is_led_to_and_placed(project: Project) -> None:
    after = AddBlock("main", "more", Message(), (8, 16), after=("ask", "invalid")).apply(project)

    assert after.flows["main"].blocks["ask"].exits == {"answered": "look", "invalid": "more"}
    assert after.flows["main"].layout.blocks["more"] == (8, 16)
    assert list(after.flows["main"].blocks)[-1] == "more"


def test_the_first_block_of_an_empty_flow_begins_it() -> None:
    empty = Project(flows={"main": Flow()})

    after = AddBlock("main", "hello", Message(), (0, 0)).apply(empty)

    assert after.flows["main"].first == "hello"


def test_deleting_a_block_with_one_way_on_heals_the_link(project: Project) -> None:
    after = DeleteBlocks("main", ("ask",)).apply(project)

    assert after.flows["main"].blocks["menu"].exits == {"track": "look", "stop": "bye"}


def test_deleting_a_block_with_several_ways_on_leaves_the_link_open(project: Project) -> None:
    after = DeleteBlocks("main", ("menu",)).apply(project)

    assert after.flows["main"].blocks["greet"].exits == {}


def test_deleting_a_row_of_blocks_heals_over_all_of_them(project: Project) -> None:
    after = DeleteBlocks("main", ("ask", "look")).apply(project)

    assert after.flows["main"].blocks["menu"].exits["track"] == "bye"


def test_deleting_where_a_flow_begins_lets_it_begin_with_the_next(project: Project) -> None:
    after = DeleteBlocks("main", ("greet",)).apply(project)

    assert after.flows["main"].first == "menu"
    assert "greet" not in after.flows["main"].layout.blocks


def test_what_is_not_touched_is_shared(project: Project) -> None:
    after = DeleteBlocks("main", ("ask",)).apply(project)

    assert after.flows["main"].blocks["bye"] is project.flows["main"].blocks["bye"]
    assert after.variables is not None
    assert project.flows["main"].blocks["menu"].exits["track"] == "ask"


def test_moving_where_it_is_already_is_no_edit(project: Project) -> None:
    assert MoveBlocks("main", {"greet": (0, 0)}).apply(project) is project


def test_moving_changes_no_block(project: Project) -> None:
    after = MoveBlocks("main", {"greet": (80, 0)}).apply(project)

    assert blocks_of(after) == blocks_of(project)
    assert after.flows["main"].layout.blocks["greet"] == (80, 0)


def test_a_value_deep_inside_is_set_and_made(project: Project) -> None:
    after = SetValue("main", "ask", ("retry", "text", "id"), "Ulangi ya").apply(project)
    ask = after.flows["main"].blocks["ask"]

    assert isinstance(ask, Ask)
    assert ask.retry is not None
    assert ask.retry.text == {"id": "Ulangi ya"}


def test_taking_the_last_value_away_takes_its_part_away(project: Project) -> None:
    made = SetValue("main", "ask", ("retry", "text", "id"), "Ulangi ya").apply(project)

    after = SetValue("main", "ask", ("retry", "text", "id"), None).apply(made)

    assert after == project


def test_a_listed_part_is_named_by_its_id(project: Project) -> None:
    path = ("options", "stop", "label", "en")

    after = SetValue("main", "menu", path, "Halt").apply(project)
    menu = after.flows["main"].blocks["menu"]

    assert isinstance(menu, Menu)
    assert [each.label for each in menu.options or ()] == [
        {"id": "Cek", "en": "Track"},
        {"id": "Berhenti", "en": "Halt"},
    ]


def test_removing_an_option_removes_its_exit_and_its_other_words(project: Project) -> None:
    after = RemovePart("main", "menu", "options", 1).apply(project)
    menu = after.flows["main"].blocks["menu"]

    assert menu.exits == {"track": "ask"}
    assert menu.variants is not None
    assert menu.variants["sms"].options is None


def test_renaming_an_option_renames_its_exit_in_place(project: Project) -> None:
    after = RenamePart("main", "menu", "options", "track", "follow").apply(project)
    menu = after.flows["main"].blocks["menu"]

    assert menu.exits == {"follow": "ask", "stop": "bye"}


def test_renaming_to_an_option_that_is_there_is_no_edit(project: Project) -> None:
    assert RenamePart("main", "menu", "options", "track", "stop").apply(project) is project


def test_options_change_places(project: Project) -> None:
    after = MovePart("main", "menu", "options", 1, 0).apply(project)
    menu = after.flows["main"].blocks["menu"]

    assert isinstance(menu, Menu)
    assert [each.id for each in menu.options or ()] == ["stop", "track"]


def test_a_part_is_added_before_another(project: Project) -> None:
    option = Menu.model_validate({"options": [{"id": "more"}]}).options
    assert option is not None

    after = AddPart("main", "menu", "options", option[0], at=1).apply(project)
    menu = after.flows["main"].blocks["menu"]

    assert isinstance(menu, Menu)
    assert [each.id for each in menu.options or ()] == ["track", "more", "stop"]


def test_renaming_a_block_renames_it_everywhere(project: Project) -> None:
    step = {"steps": [{"bot": "main.greet"}, {"exit": {"block": "main.greet", "exit": "next"}}]}
    talked = project.model_validate({**dict(project), "conversations": {"one": step}})

    after = RenameBlock("main", "greet", "welcome").apply(talked)
    flow = after.flows["main"]

    assert list(flow.blocks) == ["welcome", "menu", "ask", "look", "bye"]
    assert flow.first == "welcome"
    assert flow.layout.blocks == {"welcome": (0, 0)}
    steps = after.conversations["one"].steps
    assert steps[0].bot == "main.welcome"
    assert steps[1].exit is not None
    assert steps[1].exit.block == "main.welcome"
    assert after.translated_from == {"en": {"main.welcome.text": "12345678"}}


def test_pasted_blocks_keep_their_links_and_get_free_names(project: Project) -> None:
    blocks = project.flows["main"].blocks
    piece = Piece({"ask": blocks["ask"], "look": blocks["look"]}, {"ask": (9, 9)})
    paste = PasteBlocks("main", piece)

    after = paste.apply(project).flows["main"]

    assert after.blocks["ask_2"].exits == {"answered": "look_2"}
    assert after.blocks["look_2"].exits == {}
    assert after.layout.blocks["ask_2"] == (9, 9)


def test_connecting_and_disconnecting(project: Project) -> None:
    joined = Connect("main", "ask", "invalid", "bye").apply(project)
    parted = Connect("main", "ask", "invalid", None).apply(joined)

    assert joined.flows["main"].blocks["ask"].exits == {"answered": "look", "invalid": "bye"}
    assert parted == project
    assert Connect("main", "ask", "answered", "look").apply(project) is project


def test_a_flow_begins_elsewhere(project: Project) -> None:
    assert SetFirst("main", "menu").apply(project).flows["main"].first == "menu"


def test_renaming_a_variable_renames_it_everywhere(project: Project) -> None:
    rows = {"all": [{"variable": "order", "op": "is_set"}, {"not": {"variable": "order"}}]}
    more = Condition.model_validate({"cases": [{"id": "a", "when": rows}]})
    sets = Set.model_validate({"changes": [{"variable": "order", "to": "{{ order }}-1"}]})
    wide = AddBlock("main", "c", more, (0, 0)).apply(project)
    wide = AddBlock("main", "s", sets, (0, 0)).apply(wide)

    after = RenameVariable("order", "invoice").apply(wide)
    look, ask = after.flows["main"].blocks["look"], after.flows["main"].blocks["ask"]
    cases, changes = after.flows["main"].blocks["c"], after.flows["main"].blocks["s"]

    assert list(after.variables) == ["invoice"]
    assert isinstance(look, Webhook)
    assert look.url == "https://example.com/{{ invoice }}"
    assert look.save == {"invoice": "$.order"}
    assert look.body == {"order": "{{ invoice }}"}
    assert isinstance(ask, Ask)
    assert (ask.save_to, ask.text) == ("invoice", {"en": "Number of {{ invoice }}?"})
    assert isinstance(cases, Condition)
    assert {name for _path, name in _named(cases)} == {"invoice"}
    assert isinstance(changes, Set)
    assert changes.changes is not None
    assert (changes.changes[0].variable, changes.changes[0].to) == ("invoice", "{{ invoice }}-1")


def _named(block: Condition) -> list[tuple[object, str]]:
    return [(each.path, each.variable) for each in block.readings]


def test_a_variable_is_declared_and_taken_away(project: Project) -> None:
    made = SetVariable("age", Variable(type="number")).apply(project)

    assert list(made.variables) == ["order", "age"]
    assert SetVariable("age", None).apply(made) == project


def test_flows_come_and_go(project: Project) -> None:
    made = AddFlow("help", Flow(name="Help")).apply(project)

    assert list(made.flows) == ["main", "help"]
    assert RemoveFlow("help").apply(made) == project
    assert SetFlowValue("help", "name", "Aid").apply(made).flows["help"].name == "Aid"


def test_notes_come_and_go(project: Project) -> None:
    made = SetNote("main", "n", Note(text="Ask legal", at=(0, 0))).apply(project)

    assert made.flows["main"].layout.notes["n"].text == "Ask legal"
    assert SetNote("main", "n", None).apply(made) == project


def test_settings_are_set(project: Project) -> None:
    after = SetProjectValue(("settings", "brand"), "TokoKita").apply(project)

    assert after.settings.brand == "TokoKita"
    assert SetProjectValue(("settings", "brand"), "TokoKita").apply(after) is after


def test_the_share_of_an_option_goes_where_the_option_goes(project: Project) -> None:
    menu = changed(project.flows["main"].blocks["menu"], shares={"track": 30, "other": 5})
    main = changed(project.flows["main"], blocks={**project.flows["main"].blocks, "menu": menu})
    shared = changed(project, flows={**project.flows, "main": main})
    renamed = RenamePart("main", "menu", "options", "track", "follow").apply(shared)
    at = next(at for at, each in enumerate(menu.options) if each.id == "track")
    removed = RemovePart("main", "menu", "options", at).apply(shared)

    assert renamed.flows["main"].blocks["menu"].shares == {"follow": 30, "other": 5}
    assert removed.flows["main"].blocks["menu"].shares == {"other": 5}
