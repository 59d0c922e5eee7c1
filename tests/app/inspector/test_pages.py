"""What the inspector shows: a block, several, the flow; its problems; what is asked for."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from flowdesigner.app.inspector.flow_page import FlowPage
from flowdesigner.app.inspector.several_page import SeveralPage
from flowdesigner.blocks import Ask, Menu, Message
from flowdesigner.checks.rule import Fix, Issue, Severity
from flowdesigner.edits.blocks import SetValue
from flowdesigner.edits.flows import SetFlowValue
from flowdesigner.model.block import UnknownBlock
from flowdesigner.model.flow import Start, When
from flowdesigner.model.project import Project
from flowdesigner.texts import Message as Words
from tests.app.drivers.inspector import (
    InspectorDriver,
    choose_in,
    project_of,
    replace_in,
    text_of,
)

Inspect = Callable[[Project], InspectorDriver]


@pytest.fixture
def author(inspect: Inspect) -> InspectorDriver:
    menu = Menu.model_validate({"options": [{"id": "yes", "label": {"id": "Ya"}}]})
    return inspect(project_of(say=Message(), ask=Ask(), pick=menu))


def flow_page(author: InspectorDriver) -> FlowPage:
    page = author.inspector.page
    assert isinstance(page, FlowPage)
    return page


def issue(block: str, *, fixes: tuple[Fix, ...] = ()) -> Issue:
    return Issue(
        rule="field-missing", alias="", severity=Severity.ERROR, flow="main", block=block,
        field=("text",), message=Words("The text is missing."), fixes=fixes,
    )  # fmt: skip


# --------------------------------------------------------------------------- the flow


def test_without_a_selection_the_flow_is_shown(author: InspectorDriver) -> None:
    replace_in(flow_page(author).reveal(("name",)), "Hello")

    assert author.project.flows["main"].name == "Hello"
    assert author.steps == 1
    assert author.says("Select a block to fill it in. Double-click the canvas to add one.")


def test_the_form_of_the_flow_is_made_once_and_says_what_is_so_now(author: InspectorDriver) -> None:
    page = flow_page(author)
    author.focus.select("ask")
    assert author.inspector.page is not page
    author.document.do(SetFlowValue("main", "name", "Renamed meanwhile"))

    author.focus.select()

    assert flow_page(author) is page
    assert text_of(page.reveal(("name",))) == "Renamed meanwhile"


def add_a_start(page: FlowPage, trigger: str) -> int:
    starts = page.form.rows["starts"].editor
    starts.add.click()
    at = len(starts.cards) - 1
    choose_in(page.reveal(("starts", at, "trigger")), trigger)
    return at


def test_the_words_that_start_a_flow_are_typed(author: InspectorDriver) -> None:
    page = flow_page(author)
    add_a_start(page, "message")
    replace_in(page.reveal(("starts", 0, "words", "id")), "pesanan, resi")

    assert author.project.flows["main"].starts == (
        Start(trigger="message", words={"id": ("pesanan", "resi")}),
    )


def test_other_starts_of_a_flow_are_kept(inspect: Inspect) -> None:
    project = project_of(say=Message())
    flow = project.flows["main"].model_copy(update={"starts": (Start(trigger="call"),)})
    author = inspect(project.model_copy(update={"flows": {"main": flow}}))
    page = flow_page(author)
    add_a_start(page, "message")
    replace_in(page.reveal(("starts", 1, "words", "id")), "halo")

    triggers = [each.trigger for each in author.project.flows["main"].starts or ()]
    assert triggers == ["call", "message"]


def test_every_kind_of_start_can_be_filled_in(author: InspectorDriver) -> None:
    page = flow_page(author)
    at = add_a_start(page, "event")
    replace_in(page.reveal(("starts", at, "name")), "order_shipped")
    choose_in(page.reveal(("starts", at, "category")), "service")
    at = add_a_start(page, "schedule")
    replace_in(page.reveal(("starts", at, "when", "at")), "18")
    choose_in(page.reveal(("starts", at, "when", "every")), "weekday")
    at = add_a_start(page, "audience")
    replace_in(page.reveal(("starts", at, "list")), "loyal")
    at = add_a_start(page, "ad")
    replace_in(page.reveal(("starts", at, "ref")), "payday")
    add_a_start(page, "call")

    assert author.project.flows["main"].starts == (
        Start(trigger="event", name="order_shipped", category="service"),
        Start(trigger="schedule", when=When(at="18:00", every="weekday")),
        Start(trigger="audience", list="loyal"),
        Start(trigger="ad", ref="payday"),
        Start(trigger="call"),
    )


def test_a_flow_is_narrowed_to_a_channel_and_widened_again(author: InspectorDriver) -> None:
    sms = flow_page(author).channels["sms"]
    sms.click()
    assert author.project.flows["main"].channels == ("whatsapp",)

    sms.click()
    assert author.project.flows["main"].channels is None


def test_the_outcomes_of_a_flow_are_typed(author: InspectorDriver) -> None:
    replace_in(flow_page(author).outcomes, "paid, not paid")

    assert author.project.flows["main"].outcomes == ("paid", "not_paid")
    author.document.undo()
    assert flow_page(author).outcomes.text() == ""


# --------------------------------------------------------------------------- selections


def test_several_blocks_are_counted(author: InspectorDriver) -> None:
    author.select("say", "ask")

    assert isinstance(author.inspector.page, SeveralPage)
    assert author.says("2 blocks selected")


def test_a_block_that_goes_away_leaves_the_flow(author: InspectorDriver) -> None:
    author.select("say")
    flow = author.project.flows["main"]
    author.document.open(
        author.project.model_copy(
            update={"flows": {"main": flow.model_copy(update={"blocks": {"ask": Ask()}})}}
        )
    )

    assert isinstance(author.inspector.page, FlowPage)


def test_a_block_of_an_unknown_type_is_shown_and_kept(inspect: Inspect) -> None:
    block = UnknownBlock.model_validate({"type": "hologram", "beam": 3})
    author = inspect(project_of(new=block))
    author.select("new")
    author.type("title", text="Hologram")

    assert author.says("Unknown block")
    assert author.block().unknown == {"beam": 3}


def test_another_language_adds_its_editors(author: InspectorDriver) -> None:
    author.select("say")
    author.document.open(author.project.model_copy(update={"languages": ("id", "en", "ms")}))
    author.select("say")
    author.type("text", "ms", text="Hai")

    assert author.block().text == {"ms": "Hai"}


def test_a_form_that_cannot_be_seen_costs_nothing_until_it_is(author: InspectorDriver) -> None:
    author.select("say")
    before = author.field("text", "id")
    author.inspector.hide()
    author.document.do(SetValue("main", "say", ("text", "id"), "Halo"))
    assert text_of(before) == ""
    author.inspector.show()
    assert text_of(before) == "Halo"

    author.inspector.hide()
    author.select("ask")
    assert before.isVisibleTo(author.inspector)
    author.inspector.show()
    assert author.inspector.page.id == "ask"


# --------------------------------------------------------------------------- what is asked for


@pytest.mark.parametrize(
    ("block", "path"),
    [
        ("say", ("text", "en")),
        ("say", ("media", "url")),
        ("say", ("note",)),
        ("pick", ("options", "yes", "label", "id")),
        ("pick", ("options", "yes", "words", "en")),
        ("ask", ("retry", "times")),
        ("ask", ("title",)),
    ],
)
def test_a_field_that_is_asked_for_gets_the_keyboard(
    author: InspectorDriver, block: str, path: tuple[str, ...]
) -> None:
    author.select(block)
    author.focus.field_asked.emit(path)
    QApplication.processEvents()

    wanted = author.field(*path)
    assert wanted.hasFocus() or wanted.focusProxy() is QApplication.focusWidget()
    view = author.inspector._area.viewport()
    assert view.rect().intersects(
        wanted.visibleRegion()
        .boundingRect()
        .translated(wanted.mapTo(view, wanted.rect().topLeft()))
    )


def test_undo_elsewhere_comes_back_to_the_field(author: InspectorDriver) -> None:
    author.select("say")
    author.type("text", "en", text="Hi")
    author.select("ask")
    author.document.undo()
    QApplication.processEvents()

    assert author.focus.block == "say"
    assert author.field("text", "en").hasFocus()


def test_enter_on_the_canvas_goes_to_the_first_field(author: InspectorDriver) -> None:
    author.select("say")
    author.inspector.focus_first()

    assert author.field("text", "id").hasFocus()


def test_the_language_that_is_looked_at_is_typed_in(author: InspectorDriver) -> None:
    author.select("say")
    author.focus.speak("en")
    author.inspector.focus_first()

    assert author.field("text", "en").hasFocus()


def test_tab_goes_from_top_to_bottom(author: InspectorDriver) -> None:
    author.select("pick")
    author.add("options", "Tidak")
    author.go_to("options", "yes", "label", "id")
    heights = []
    for _each in range(8):
        author.press(Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
        if isinstance(here, QPlainTextEdit | QLineEdit):
            heights.append(here.mapTo(author.page, here.rect().topLeft()).y())

    assert heights == sorted(heights)
    assert author.shown("options", "tidak", "label", "id") == "Tidak"
    assert len(set(heights)) == 4

    for _each in range(8):
        author.press(Qt.Key.Key_Backtab)
    assert author.field("options", "yes", "label", "id").hasFocus()


# --------------------------------------------------------------------------- problems


def test_only_the_problems_of_the_block_are_shown(author: InspectorDriver) -> None:
    author.select("say")
    author.inspector.set_issues([issue("ask")])
    assert not author.says("The text is missing.")

    author.inspector.set_issues([issue("ask"), issue("say")])
    assert author.says("The text is missing.")

    author.inspector.set_issues([])
    assert not author.says("The text is missing.")


def test_a_problem_is_fixed_by_its_button(author: InspectorDriver) -> None:
    edit = SetValue("main", "say", ("text", "id"), "Halo")
    fix = Fix(title=Words("Write a greeting"), edit=edit)
    author.select("say")
    author.inspector.set_issues([issue("say", fixes=(fix,))])
    author.click("Write a greeting")

    assert author.shown("text", "id") == "Halo"
    assert author.steps == 1
