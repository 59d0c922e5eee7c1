"""The forms of the project and of its variables."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from flowdesigner.app.document import Document
from flowdesigner.app.inspector import variable_page
from flowdesigner.app.inspector.editors.week import WeekEditor
from flowdesigner.app.inspector.project_form import ProjectForm
from flowdesigner.app.inspector.variables_panel import VariablesPanel
from flowdesigner.app.inspector.zone_names import zone_names
from flowdesigner.app.theme import LIGHT
from flowdesigner.blocks import Ask, Message
from flowdesigner.edits.project import SetProjectValue
from flowdesigner.model.project import Project
from flowdesigner.model.variable import Variable
from tests.app.drivers.inspector import (
    choose_in,
    click_in,
    press_in,
    project_of,
    replace_in,
    tick_in,
    type_into,
)


@pytest.fixture
def document(qapp: QApplication) -> Document:
    project = project_of(
        say=Message(text={"id": "Halo {{ city }}", "en": "Hi"}), ask=Ask(save_to="city")
    )
    variables = {"city": Variable(type="text"), "spare": Variable(type="number", sample=1)}
    return Document(project.model_copy(update={"variables": variables}))


@pytest.fixture
def form(document: Document) -> Iterator[ProjectForm]:
    made = ProjectForm(document, LIGHT)
    made.show()
    yield made
    made.close()


@pytest.fixture
def panel(document: Document) -> Iterator[VariablesPanel]:
    made = VariablesPanel(document, LIGHT)
    made.show()
    yield made
    made.close()


def project(of: Document) -> Project:
    return of.project


def test_name_and_facts_are_typed(form: ProjectForm, document: Document) -> None:
    replace_in(form.name, "Order status")
    replace_in(form.reveal(("brand",)), "TokoKita")
    choose_in(form.reveal(("currency",)), "IDR")

    assert project(document).name == "Order status"
    assert project(document).settings.brand == "TokoKita"
    assert document.history.index() == 3


def test_undo_works_in_a_dialog_too(form: ProjectForm, document: Document) -> None:
    form.activateWindow()
    QTest.qWaitForWindowActive(form)
    form.name.setFocus()
    replace_in(form.name, "Order status")
    press_in(form.name, QKeySequence.StandardKey.Undo)

    assert project(document).name is None
    assert form.name.text() == ""


def test_languages_are_added_put_first_and_removed(form: ProjectForm, document: Document) -> None:
    replace_in(form.languages.code, "ms")
    form.languages.add_language()
    click_in(form.languages, "Write this language first")
    assert project(document).languages == ("en", "id", "ms")

    form.languages.remove("id")
    assert project(document).languages == ("en", "ms")
    assert project(document).flows["main"].blocks["say"].text["id"] == "Halo {{ city }}"


@pytest.mark.parametrize("code", ["", "EN", "english!", "id"])
def test_what_is_no_new_language_is_not_added(
    form: ProjectForm, document: Document, code: str
) -> None:
    form.languages.code.line.setText(code)
    form.languages.add_language()

    assert project(document).languages == ("id", "en")
    assert form.languages.hint.isVisible()


def test_channels_are_ticked(form: ProjectForm, document: Document) -> None:
    form.channels["sms"].click()

    assert project(document).channels == ("whatsapp",)


def week(form: ProjectForm) -> WeekEditor:
    form.reveal(("business_hours",))
    editor = form.pages["Hours"].rows["business_hours"].editor
    assert isinstance(editor, WeekEditor)
    return editor


def test_a_day_opens_at_usual_hours_and_the_next_like_it(
    form: ProjectForm, document: Document
) -> None:
    days = week(form).days
    days[0].open.click()
    replace_in(days[0].spans[0].box.begins, "8")
    replace_in(days[0].spans[0].box.ends, "21.00")
    days[1].open.click()

    assert project(document).settings.business_hours == {"mon_tue": "08:00-21:00"}
    days[0].open.click()
    assert project(document).settings.business_hours == {"tue": "08:00-21:00"}


def test_working_days_become_alike_and_a_day_may_have_a_break(
    form: ProjectForm, document: Document
) -> None:
    editor = week(form)
    editor.days[0].open.click()
    replace_in(editor.days[0].spans[0].box.ends, "12:00")
    editor.days[0].spans[0].button.click()
    replace_in(editor.days[0].spans[1].box.begins, "13:00")
    replace_in(editor.days[0].spans[1].box.ends, "17:00")
    editor.alike.click()

    spans = ("08:00-12:00", "13:00-17:00")
    assert project(document).settings.business_hours == {"mon_fri": spans}
    replace_in(editor.days[0].spans[1].box.begins, "")
    replace_in(editor.days[0].spans[1].box.ends, "")
    assert project(document).settings.business_hours == {
        "mon": "08:00-12:00", "tue_fri": spans,
    }  # fmt: skip


def test_hours_are_stepped_with_the_arrow_keys(form: ProjectForm, document: Document) -> None:
    days = week(form).days
    days[0].open.click()
    box = days[0].spans[0].box
    replace_in(box.begins, "8.10")
    press_in(box.begins, Qt.Key.Key_Up)
    press_in(box.ends, Qt.Key.Key_Down)

    assert project(document).settings.business_hours == {"mon": "08:30-16:30"}


def test_a_part_of_a_day_is_taken_away(form: ProjectForm, document: Document) -> None:
    hours = {"mon": ("08:00-12:00", "13:00-17:00"), "sat": "09:00-15:00"}
    document.do(SetProjectValue(("settings", "business_hours"), hours))
    click_in(week(form), "Not in these hours")

    expected = {"mon": "08:00-12:00", "sat": "09:00-15:00"}
    assert project(document).settings.business_hours == expected


def test_what_a_week_does_not_know_is_kept(form: ProjectForm, document: Document) -> None:
    hours = {"mon_fri": "8 to 9", "ramadan": "10:00-15:00", "holidays": ("2026-12-25",)}
    document.do(SetProjectValue(("settings", "business_hours"), hours))
    week(form).days[5].open.click()

    assert project(document).settings.business_hours == {
        "mon_sat": "8 to 9", "ramadan": "10:00-15:00", "holidays": ("2026-12-25",),
    }  # fmt: skip


def test_a_day_says_when_its_hours_end_on_the_next(form: ProjectForm) -> None:
    days = week(form).days
    days[5].open.click()
    (span,) = days[5].spans
    assert not span.hint.isVisibleTo(days[5])

    replace_in(span.box.begins, "22")
    replace_in(span.box.ends, "2")
    assert span.hint.text() == "Until 02:00 the next day."
    replace_in(span.box.ends, "24")
    assert not span.hint.isVisibleTo(days[5])
    replace_in(span.box.ends, "22")
    assert span.hint.text() == "All day and all night."


def test_holidays_are_added_and_taken_back(form: ProjectForm, document: Document) -> None:
    holidays = week(form).holidays
    holidays.date.setDate(QDate(2026, 12, 25))
    holidays.add.click()
    holidays.date.setDate(QDate(2026, 1, 1))
    holidays.add.click()

    assert project(document).settings.business_hours == {"holidays": ("2026-01-01", "2026-12-25")}
    click_in(holidays, "Open on this date again")
    assert project(document).settings.business_hours == {"holidays": ("2026-12-25",)}


def test_quiet_hours_are_from_and_to(form: ProjectForm, document: Document) -> None:
    box = form.reveal(("quiet_hours",)).parentWidget()
    replace_in(box.begins, "20")
    assert project(document).settings.quiet_hours is None
    replace_in(box.ends, "8")

    assert project(document).settings.quiet_hours == "20:00-08:00"
    assert form.pages["Hours"].rows["quiet_hours"].editor.hint.text() == "Until 08:00 the next day."


def test_a_time_zone_is_found_by_its_city(form: ProjectForm, document: Document) -> None:
    editor = form.pages["Project"].rows["time_zone"].editor
    for typed, zone in [
        ("Makassar (WITA)", "Asia/Makassar"),
        ("makassar", "Asia/Makassar"),
        ("Asia/Kuala_Lumpur", "Asia/Kuala_Lumpur"),
        ("Kuala Lumpur, Malaysia · UTC+8", "Asia/Kuala_Lumpur"),
    ]:
        replace_in(editor.box, typed)
        assert project(document).settings.time_zone == zone
        assert not editor.hint.isVisible()


def test_a_part_of_a_city_that_no_other_has_is_that_city(
    form: ProjectForm, document: Document
) -> None:
    editor = form.pages["Project"].rows["time_zone"].editor
    replace_in(editor.box, "kuala l")
    assert editor.hint.text() == "Choose a city from the list."
    editor.line.left.emit()

    assert project(document).settings.time_zone == "Asia/Kuala_Lumpur"
    assert editor.line.text() == "Kuala Lumpur, Malaysia · UTC+8"
    assert not editor.hint.isVisible()

    replace_in(editor.box, "san")
    editor.line.left.emit()
    assert project(document).settings.time_zone == "san"
    assert editor.hint.isVisible(), "there are many, so the author has to choose"


def test_a_city_is_chosen_with_the_keyboard(form: ProjectForm, document: Document) -> None:
    editor = form.pages["Project"].rows["time_zone"].editor
    form.activateWindow()
    editor.line.setFocus()
    QTest.keyClicks(editor.line, "amster")
    proposed = editor.box.completer().popup()
    assert proposed.isVisible()
    QTest.keyClick(proposed, Qt.Key.Key_Down)
    QTest.keyClick(proposed, Qt.Key.Key_Return)

    assert project(document).settings.time_zone == "Europe/Amsterdam"
    assert document.history.count() == 1


def test_a_city_is_meant_when_the_line_is_left_with_the_keyboard(
    form: ProjectForm, document: Document
) -> None:
    editor = form.pages["Project"].rows["time_zone"].editor
    form.activateWindow()
    editor.line.setFocus()
    QTest.keyClicks(editor.line, "wita")
    QTest.keyClick(editor.box.completer().popup(), Qt.Key.Key_Tab)

    assert project(document).settings.time_zone == "Asia/Makassar"
    assert editor.line.text() == "Makassar (WITA) · UTC+8"


def test_zones_stand_in_a_persons_words() -> None:
    names = zone_names("id")

    assert list(names.values())[:4] == [
        "Jakarta (WIB) · UTC+7",
        "Pontianak (WIB) · UTC+7",
        "Makassar (WITA) · UTC+8",
        "Jayapura (WIT) · UTC+9",
    ]
    assert names["Europe/Vienna"] == "Wina, Austria · UTC+1/+2"
    assert names["Asia/Singapore"] == "Singapura · UTC+8"
    assert names["Asia/Kathmandu"].endswith("UTC+5:45")
    assert names["America/St_Johns"].endswith("UTC-3:30/-2:30")
    assert len(set(names.values())) == len(names)


def test_senders_stand_by_channel(form: ProjectForm, document: Document) -> None:
    type_into(form.reveal(("senders", "sms")), "TOKOKITA")
    assert project(document).settings.senders == {"sms": "TOKOKITA"}

    editor = form.pages["Senders"].rows["senders"].editor
    replace_in(editor.lines["sms"], "TOKOKITA INDONESIA")
    assert editor.hints["sms"].isVisible()
    assert not editor.hints["whatsapp"].isVisible()


def test_a_contact_is_made_up(form: ProjectForm, document: Document) -> None:
    form.reveal(("contacts",))
    contacts = form.pages["Contacts"].rows["contacts"].editor
    contacts.line.setText("Sari")
    contacts.add_part()
    type_into(form.reveal(("contacts", "sari", "phone")), "0812 3456 7890")
    choose_in(form.reveal(("contacts", "sari", "language")), "en")
    tick_in(form.reveal(("contacts", "sari", "consent")), "Offers and advertising")

    (contact,) = project(document).settings.contacts
    assert (contact.id, contact.name) == ("sari", "Sari")
    assert contact.phone == "+6281234567890"
    assert contact.language == "en"
    assert contact.consent == ("marketing",)


def test_keywords_lead_to_a_flow(form: ProjectForm, document: Document) -> None:
    form.reveal(("keywords",))
    form.pages["Keywords"].rows["keywords"].editor.add.click()
    type_into(form.reveal(("keywords", 0, "words", "id")), "cs, orang")
    choose_in(form.reveal(("keywords", 0, "flow")), "main")

    (keyword,) = project(document).settings.keywords
    assert (keyword.words, keyword.flow) == ({"id": ("cs", "orang")}, "main")


def test_a_keyword_whose_words_go_stays(form: ProjectForm, document: Document) -> None:
    form.reveal(("keywords",))
    form.pages["Keywords"].rows["keywords"].editor.add.click()
    type_into(form.reveal(("keywords", 0, "words", "id")), "cs")
    replace_in(form.reveal(("keywords", 0, "words", "id")), "")
    type_into(form.reveal(("keywords", 0, "words", "id")), "agen")

    (keyword,) = project(document).settings.keywords
    assert keyword.words == {"id": ("agen",)}


def test_a_variable_is_added_and_described(panel: VariablesPanel, document: Document) -> None:
    type_into(panel.name, "Order total")
    panel.add_variable()
    page = panel.page
    choose_in(page.form.reveal(("type",)), "money")
    type_into(page.form.reveal(("sample",)), "50000")
    page.form.reveal(("personal",)).click()

    assert project(document).variables["order_total"] == Variable(
        type="money", sample=50000, personal=True
    )


def test_the_values_of_a_choice_are_listed(panel: VariablesPanel, document: Document) -> None:
    panel.choose("spare")
    choose_in(panel.page.form.reveal(("type",)), "choice")
    values = panel.page.form.rows["values"].editor
    assert values.isVisible()
    values.line.setText("Dikirim")
    values.add_part()

    (value,) = project(document).variables["spare"].values
    assert (value.id, value.label) == ("dikirim", {"id": "Dikirim"})
    choose_in(panel.page.form.reveal(("type",)), "text")
    assert not values.isVisible()


def test_a_variable_tells_where_it_is_used(panel: VariablesPanel) -> None:
    assert [panel.list.item(at).text() for at in range(2)] == [
        "city\nText · in 2 blocks",
        "spare\nNumber · not used",
    ]


def test_a_variable_is_renamed_everywhere(panel: VariablesPanel, document: Document) -> None:
    panel.choose("city")
    line = panel.page.id_line
    replace_in(line.line, "town")
    line.commit()

    blocks = project(document).flows["main"].blocks
    assert blocks["say"].text["id"] == "Halo {{ town }}"
    assert blocks["ask"].save_to == "town"
    assert panel.chosen == "town"
    document.undo()
    assert panel.chosen == "city"


def test_a_used_variable_is_deleted_only_after_a_question(
    panel: VariablesPanel, document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def answer(_parent: object, _title: str, details: str, _yes: str) -> bool:
        asked.append(details)
        return len(asked) > 1

    monkeypatch.setattr(variable_page, "confirm", answer)
    panel.choose("city")
    panel.page.delete_it()
    assert "city" in project(document).variables
    panel.page.delete_it()

    assert "city" not in project(document).variables
    assert (
        asked == ["It is used in 2 blocks, which will then have a problem. You can undo this."] * 2
    )


def test_an_unused_variable_goes_at_once(panel: VariablesPanel, document: Document) -> None:
    panel.choose("spare")
    panel.page.delete_it()

    assert list(project(document).variables) == ["city"]
    assert panel.chosen == "city"
