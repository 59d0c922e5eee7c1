"""What an author does with problems: look, choose, filter, mend, and let stand."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog

from flowdesigner.app.canvas.path import NO_PATH
from flowdesigner.edits.blocks import MoveBlocks, SetValue
from flowdesigner.edits.ignore import Ignored, ignored_in
from flowdesigner.formats.native.read import read_project
from tests.app.drivers.problems import ProblemsDriver
from tests.app.drivers.window import WindowDriver

SHOP = """
flowdesigner: 1
id: shop
languages: [en, id]
channels: [whatsapp]
variables:
  total: {type: money}
flows:
  main:
    name: "Shop"
    starts: [{trigger: message, words: {en: ["hi"], id: ["hai"]}}]
    first: hello
    blocks:
      hello:
        type: message
        text: {en: "You owe {{ total }}", id: "Total {{ total }}"}
        exits: {next: wait}
      wait: {type: wait, kind: duration, duration: "30 minutes", exits: {next: bye}}
      bye:
        type: message
        text: {en: "Bye, {{ total }}", id: "Dah"}
        exits: {next: done}
      done: {type: end}
  other:
    name: "Other"
    starts: [{trigger: call}]
    first: lost
    blocks:
      lost: {type: message, text: {en: "Lost", id: "Hilang"}}
"""
NO_VALUE = "“total” may have no value"


@pytest.fixture
def shop(window: WindowDriver) -> ProblemsDriver:
    return ProblemsDriver(window, read_project(SHOP.encode()).project)


def rule_rows(shop: ProblemsDriver, rule: str) -> list[str]:
    found = shop.window.desk.panels.checks.issues
    return [str(each.block) for each in found if each.rule == rule]


def test_problems_stand_under_their_severity(shop: ProblemsDriver) -> None:
    heads = [row for row in shop.rows if row.startswith(("Errors", "Warnings", "Hints"))]
    counts = {name: int(count) for name, count in (row.split() for row in heads)}
    issues = shop.window.desk.panels.checks.issues
    assert heads[0].startswith("Errors")
    assert sum(counts.values()) == len(issues) == len(shop.rows) - len(heads)


def test_they_stand_under_checks_blocks_and_flows_too(shop: ProblemsDriver) -> None:
    shop.pick("by", "flow")
    assert [row.rsplit(" ", 1)[0] for row in shop.rows if row.startswith(("Shop", "Other"))] == [
        "Shop", "Other",
    ]  # fmt: skip
    shop.pick("by", "block")
    assert any(row.startswith("Message: Lost  ·  Other ") for row in shop.rows)
    shop.pick("by", "rule")
    assert any(row.startswith("Every exit leads somewhere 1") for row in shop.rows), shop.rows


def test_arrows_close_and_open_what_is_below_a_heading(shop: ProblemsDriver) -> None:
    before = shop.rows
    shop.choose("leads nowhere")
    shop.key(Qt.Key.Key_Left)
    assert shop.panel.list.currentIndex().row() == 0
    shop.key(Qt.Key.Key_Left)
    assert shop.rows[0].endswith(" …")
    assert len(shop.rows) < len(before)
    shop.key(Qt.Key.Key_Right)
    assert shop.rows == before


def test_the_place_is_gone_to_with_enter(shop: ProblemsDriver) -> None:
    shop.choose("leads nowhere")
    shop.key(Qt.Key.Key_Return)
    assert shop.window.desk.focus.flow == "other"
    assert shop.window.desk.focus.block == "lost"


def test_why_and_how_are_told(shop: ProblemsDriver) -> None:
    shop.choose("30 minutes")
    assert "Why it matters" in shop.told
    assert "How to fix it" in shop.told
    assert shop.panel.chosen_rule == "bad-duration"


def test_a_fix_tells_what_it_changes(shop: ProblemsDriver) -> None:
    shop.choose("30 minutes")
    assert "Write 30m" in shop.buttons
    assert [
        words for words in shop.told if words in ("How long", "\N{MINUS SIGN}", "30 minutes", "+")
    ][:4] == ["How long", "\N{MINUS SIGN}", "30 minutes", "+"]
    shop.press("Write 30m")
    assert shop.project.flows["main"].blocks["wait"].__dict__["duration"] == "30m"
    assert rule_rows(shop, "bad-duration") == []


def test_all_of_a_kind_are_mended_in_one_step(shop: ProblemsDriver) -> None:
    before = shop.project
    assert set(rule_rows(shop, "variable-not-set")) == {"hello", "bye"}
    shop.choose("total")
    every = next(words for words in shop.buttons if words.startswith("Fix all"))
    shop.press(every)
    assert rule_rows(shop, "variable-not-set") == []
    shop.window.choose("undo")
    assert shop.project is before


def test_mending_all_is_given_up_for_another_edit(shop: ProblemsDriver) -> None:
    shop.choose("total")
    title = next(fix.title for fix in shop.panel.chosen.fixes)  # type: ignore[union-attr]
    shop.panel.mending.begin("variable-not-set", title)
    assert not shop.panel.details.isEnabled()
    shop.window.desk.document.do(SetValue("main", "wait", ("duration",), "30m"))
    shop.window.settle()
    assert shop.panel.details.isEnabled()
    assert set(rule_rows(shop, "variable-not-set")) == {"hello", "bye"}


def test_a_problem_may_stay_for_a_reason(
    shop: ProblemsDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: (" we know ", True))
    shop.choose("leads nowhere")
    shop.press("Ignore…")
    assert [*ignored_in(shop.project)] == [
        Ignored("exit-leads-nowhere", "other", "lost", "we know")
    ]
    assert rule_rows(shop, "exit-leads-nowhere") == []
    assert shop.rows[-1] == "Ignored 1 …"


def test_it_is_a_problem_again_when_that_is_taken_back(
    shop: ProblemsDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: ("we know", True))
    before = shop.project
    shop.choose("leads nowhere")
    shop.press("Ignore…")
    shop.choose("Ignored")
    shop.key(Qt.Key.Key_Right)
    shop.choose("we know")
    assert "we know" in shop.told
    shop.press("Stop ignoring it")
    assert rule_rows(shop, "exit-leads-nowhere") == ["lost"]
    assert shop.project == before
    assert not any(row.startswith("Ignored") for row in shop.rows)


def test_without_a_reason_it_does_not_stay(
    shop: ProblemsDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: ("  ", True))
    shop.choose("leads nowhere")
    shop.press("Ignore…")
    assert [*ignored_in(shop.project)] == []


def test_words_and_severities_narrow_the_list(shop: ProblemsDriver) -> None:
    shop.filter("30 MINUTES")
    assert [row for row in shop.rows if "30 minutes" in row]
    assert len(shop.rows) == 2
    shop.filter("nothing like it")
    assert shop.rows == []
    shop.panel._empty.everything_asked.emit()
    assert len(shop.rows) > 4
    everything = shop.rows
    for button in list(shop.panel.filters.severities.values())[1:]:
        button.setChecked(False)
    assert [row for row in shop.rows if row.startswith(("Warnings", "Hints"))] == []
    assert len(shop.rows) < len(everything)


def test_only_one_flow_only_what_is_selected_only_what_was_changed(shop: ProblemsDriver) -> None:
    def blocks() -> set[str | None]:
        lines = [shop.panel._model.issue(at) for at in range(len(shop.rows))]
        return {each.block for each in lines if each}

    shop.window.desk.focus.open_flow("other")
    shop.pick("scope", "flow")
    assert "hello" not in blocks()
    assert "lost" in blocks()
    shop.window.desk.focus.open_flow("main")
    shop.window.settle()
    assert "hello" in blocks()
    assert "lost" not in blocks()
    shop.pick("scope", "selected")
    shop.window.desk.focus.select("wait")
    shop.window.settle()
    assert blocks() == {"wait"}
    shop.pick("scope", "touched")
    assert blocks() == set()
    shop.window.desk.document.do(SetValue("main", "bye", ("text", "id"), "{{ total }}"))
    shop.window.settle()
    assert blocks() == {"bye"}
    shop.pick("scope", "flow:other")
    assert "lost" in blocks()


def test_only_one_language(shop: ProblemsDriver) -> None:
    shop.pick("language", "id")
    lines = [shop.panel._model.issue(at) for at in range(len(shop.rows))]
    assert {each.field[-1] for each in lines if each} == {"id"}


def test_the_way_to_a_problem_is_lit_on_the_canvas(shop: ProblemsDriver) -> None:
    shop.window.desk.focus.open_flow("main")
    checks = shop.window.desk.panels.checks
    [far] = [
        each for each in checks.issues if each.block == "bye" and each.rule == "variable-not-set"
    ]
    shop.choose_issue(far)
    stage = shop.window.desk.canvas.stage
    assert stage.path.blocks == {step.block for step in far.path}
    assert len(stage.path.links) == len(far.path) - 1
    shop.window.desk.focus.select("done")
    assert stage.path == NO_PATH
    shop.key(Qt.Key.Key_Return)
    assert stage.path.block == "bye"
    shop.choose("30 minutes")
    assert stage.path == NO_PATH


def test_what_is_chosen_stays_chosen_while_typing(shop: ProblemsDriver) -> None:
    shop.choose("leads nowhere")
    chosen = shop.panel.chosen
    edit = SetValue("main", "wait", ("duration",), "30m")
    shop.window.desk.document.do(edit)
    shop.window.settle()
    assert shop.panel.chosen is chosen
    shop.window.desk.document.undo()
    shop.window.settle()
    assert shop.panel.chosen is chosen


def test_details_stay_as_they_are_unless_they_differ(shop: ProblemsDriver) -> None:
    shop.choose("30 minutes")
    page = shop.panel.details.widget()
    shop.window.desk.document.do(MoveBlocks("main", {"wait": (500, 500)}))
    shop.panel._look_again()
    assert shop.panel.details.widget() is page
    shop.window.desk.document.do(SetValue("main", "wait", ("title",), "A while"))
    shop.panel._look_again()
    assert "A while  ·  Shop" in shop.told


def test_enter_in_the_filter_goes_to_what_is_found(shop: ProblemsDriver) -> None:
    shop.filter("30 minutes")
    shop.panel.filters.line.returnPressed.emit()
    shop.window.settle()
    assert shop.window.desk.focus.block == "wait"


def test_rows_are_named_for_those_who_hear_them(shop: ProblemsDriver) -> None:
    model = shop.panel.list.model()
    said = [
        str(model.index(at, 0).data(Qt.ItemDataRole.AccessibleTextRole))
        for at in range(model.rowCount())
    ]
    assert said[0].startswith("Errors. ")
    assert said[0].endswith(", open")
    assert "Error. “Next” leads nowhere. Message: Lost  ·  Other" in said


def test_it_speaks_indonesian(shop: ProblemsDriver) -> None:
    english = shop.rows
    shop.choose("leads nowhere")
    shop.window.choose("indonesian")
    assert "Mengapa penting" in shop.told
    assert "Why it matters" not in shop.told
    assert len(shop.rows) == len(english)
    assert "“Next” leads nowhere." in english
    assert "“Lanjut” tidak menuju ke mana pun." in shop.rows
