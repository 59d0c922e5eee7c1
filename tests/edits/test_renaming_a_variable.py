"""A variable is called otherwise in every place that names it, and nowhere else."""

from pathlib import Path

import pytest

from flowdesigner.blocks import Ask, Menu, Otp, Set, Template
from flowdesigner.checks.check import check
from flowdesigner.edits.marks import mark_of
from flowdesigner.edits.variables import RenameVariable
from flowdesigner.find.query import Query
from flowdesigner.find.search import Search
from flowdesigner.model.conversation import Conversation
from flowdesigner.model.flow import Flow
from flowdesigner.model.project import Project
from flowdesigner.storage.project_file import open_file
from tests.architecture.source import ROOT

SAMPLES = sorted((ROOT / "samples").glob("*.flow.yaml"))
NEW = "quite_another_name"


def project_with(**values: object) -> Project:
    variables = {"order": {"type": "text"}, "orders": {"type": "list"}}
    return Project.model_validate({"variables": variables, **values})


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name.partition(".")[0])
def test_no_sample_names_it_any_more_or_has_a_problem(path: Path) -> None:
    project = open_file(path).project
    problems = len(check(project))
    for old in project.variables:
        after = RenameVariable(old, NEW).apply(project)

        left = Search().all(after, Query(old, match_case=True, whole_words=True))
        assert [hit.written for hit in left if hit.fixed] == []
        assert len(check(after)) == problems
        back = RenameVariable(NEW, old).apply(after)
        assert back.flows == project.flows
        assert back.conversations == project.conversations


def test_flows_bring_it_and_start_by_it() -> None:
    start = {"trigger": "schedule", "when": {"at": "09:00", "before": "1d", "of": "order"}}
    flow = Flow.model_validate({"starts": [{**start, "gives": ["orders", "order"]}]})

    after = RenameVariable("order", NEW).apply(project_with(flows={"main": flow}))

    (renamed,) = after.flows["main"].starts or ()
    assert renamed.when is not None
    assert (renamed.when.of, renamed.gives) == (NEW, ("orders", NEW))


def test_blocks_name_it_in_every_way() -> None:
    menu = Menu.model_validate(
        {"options_from": {"variable": "order.lines", "label": {"en": "{{ order.name }}"}}}
    )
    change = Set.model_validate({"changes": [{"variable": "orders", "to": {"variable": "order"}}]})
    template = Template.model_validate({"samples": {"order": "INV-1", "orders": "two"}})
    blocks = {"menu": menu, "change": change, "template": template}
    flow = Flow(blocks=blocks)

    after = RenameVariable("order", NEW).apply(project_with(flows={"main": flow}))

    found = after.flows["main"].blocks
    assert found["menu"].as_written()["options_from"]["variable"] == f"{NEW}.lines"
    assert found["menu"].as_written()["options_from"]["label"] == {"en": f"{{{{ {NEW}.name }}}}"}
    assert found["change"].as_written()["changes"][0]["to"] == {"variable": NEW}
    assert found["template"].as_written()["samples"] == {NEW: "INV-1", "orders": "two"}


def test_conversations_set_bring_and_expect_it() -> None:
    talk = Conversation.model_validate(
        {
            "starts_with": {"event": "paid", "values": {"order": 1}},
            "variables": {"order": 2, "orders": []},
            "steps": [
                {"set": {"order": 3}},
                {"event": {"name": "paid", "values": {"order": 4}}},
                {"expect": {"variable": "order", "is": 5}},
                {"say": "order"},
            ],
        }
    )

    after = RenameVariable("order", NEW).apply(project_with(conversations={"talk": talk}))

    written = after.conversations["talk"].as_written()
    assert written["starts_with"]["values"] == {NEW: 1}
    assert written["variables"] == {NEW: 2, "orders": []}
    said = [{"set": {NEW: 3}}, {"event": {"name": "paid", "values": {NEW: 4}}}]
    assert list(written["steps"][:2]) == said
    assert written["steps"][2]["expect"] == {"variable": NEW, "is": 5}
    assert written["steps"][3] == {"say": "order"}


def test_a_name_that_only_a_field_knows_is_another_thing() -> None:
    otp = Otp.model_validate({"text": {"en": "{{ code }}"}})
    ask = Ask.model_validate({"text": {"en": "{{ code }}"}})
    project = Project.model_validate(
        {
            "variables": {"code": {"type": "text"}},
            "flows": {"main": Flow(blocks={"o": otp, "a": ask})},
        }
    )

    after = RenameVariable("code", NEW).apply(project)

    assert after.flows["main"].blocks["o"] is otp
    assert after.flows["main"].blocks["a"].as_written()["text"] == {"en": f"{{{{ {NEW} }}}}"}


def test_translations_that_were_up_to_date_are_so_still() -> None:
    base, renamed = "Order {{ order }}", f"Order {{{{ {NEW} }}}}"
    ask = Ask.model_validate({"text": {"en": base, "id": "Pesanan {{ order }}"}})
    menu = Menu.model_validate({"options": [{"id": "a", "label": {"en": base}}]})
    marks = {"main.ask.text": mark_of(base), "main.menu.options.a.label": "00000000"}
    project = project_with(
        languages=["en", "id"],
        flows={"main": Flow(blocks={"ask": ask, "menu": menu})},
        translated_from={"id": {**marks, "main.gone.text": "11111111"}},
    )

    after = RenameVariable("order", NEW).apply(project)

    assert after.translated_from["id"] == {
        "main.ask.text": mark_of(renamed),
        "main.menu.options.a.label": "00000000",
        "main.gone.text": "11111111",
    }


def test_a_mark_is_that_of_the_file() -> None:
    assert mark_of("Cafe\u0301\r\n") == mark_of("Caf\u00e9\n")
    assert mark_of("") == "e3b0c442"
