"""Lists in a form: answers of a menu, cases of a condition, changes of a set."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from flowdesigner.blocks import Condition, Menu, Message, Set
from flowdesigner.model.project import Project
from tests.app.drivers.inspector import InspectorDriver, project_of

Inspect = Callable[[Project], InspectorDriver]

MENU = Menu.model_validate(
    {
        "text": {"id": "Mau apa?"},
        "options": [
            {"id": "track", "label": {"id": "Lacak", "en": "Track"}},
            {"id": "talk", "label": {"id": "Bicara"}},
        ],
        "exits": {"track": "bye", "talk": "bye", "other": "bye"},
    }
)


@pytest.fixture
def author(inspect: Inspect) -> InspectorDriver:
    cases = Condition.model_validate({"cases": [{"id": "big"}]})
    changes = Set.model_validate({"changes": [{"variable": "x", "to": "1"}]})
    driver = inspect(project_of(ask=MENU, bye=Message(), cases=cases, changes=changes))
    driver.select("ask")
    return driver


def ids(author: InspectorDriver) -> list[str]:
    return [each.id for each in author.block("ask").options]


def test_an_answer_is_added_by_typing_its_words(author: InspectorDriver) -> None:
    author.add("options", "Batal saja")

    added = author.block().options[-1]
    assert (added.id, added.label) == ("batal_saja", {"id": "Batal saja"})
    assert author.shown("options", "batal_saja", "label", "id") == "Batal saja"
    assert author.steps == 1


def test_an_answer_called_like_an_exit_gets_another_id(author: InspectorDriver) -> None:
    author.add("options", "Other")

    assert ids(author)[-1] == "other_choice"


def test_an_answer_that_is_removed_takes_its_exit_along(author: InspectorDriver) -> None:
    author.parts("options").remove(author.card("options", 0))

    assert ids(author) == ["talk"]
    assert author.block().exits == {"talk": "bye", "other": "bye"}
    author.document.undo()
    assert author.block().exits == MENU.exits
    assert author.shown("options", "track", "label", "en") == "Track"


def test_an_answer_is_moved_by_the_keyboard(author: InspectorDriver) -> None:
    field = author.go_to("options", "talk", "label", "id")
    QTest.keyClick(field, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)

    assert ids(author) == ["talk", "track"]
    assert author.shown("options", "talk", "label", "id") == "Bicara"


def test_an_answer_is_dragged(author: InspectorDriver) -> None:
    grip = author.card("options", 0).grip
    left, far = Qt.MouseButton.LeftButton, QPoint(4, author.card("options", 1).height() + 20)
    QTest.mousePress(grip, left, pos=QPoint(4, 4))
    QTest.mouseMove(grip, far)
    QTest.mouseRelease(grip, left, pos=far)

    assert ids(author) == ["talk", "track"]


def test_a_moved_answer_keeps_its_editor(author: InspectorDriver) -> None:
    before = author.field("options", "talk", "label", "id")
    author.parts("options").move_part(author.card("options", 1), -1)

    assert author.field("options", "talk", "label", "id") is before


def test_an_id_is_changed_with_its_exit(author: InspectorDriver) -> None:
    card = author.card("options", 1)
    card.show_id()
    card.id_line.line.setText("human")
    card.id_line.commit()

    assert author.block().exits == {"track": "bye", "human": "bye", "other": "bye"}
    assert author.shown("options", "human", "label", "id") == "Bicara"


def test_a_label_is_one_line(author: InspectorDriver) -> None:
    author.paste("options", "track", "label", "en", text=" One\nTwo")
    author.press(Qt.Key.Key_Return)

    labels = author.block().options[0].label
    assert labels["en"] == "Track One Two"


def test_what_is_seldom_wanted_is_folded_until_it_is_used(author: InspectorDriver) -> None:
    assert "description" not in author.card("options", 0).form.rows
    author.type("options", "track", "description", "id", text="Lihat status")

    author.select("bye")
    author.select("ask")

    assert "description" in author.card("options", 0).form.rows
    assert "description" not in author.card("options", 1).form.rows


def test_a_case_is_called_by_what_was_typed(author: InspectorDriver) -> None:
    author.select("cases")
    author.add("cases", "Big order")

    assert [each.id for each in author.block().cases] == ["big", "big_order"]


def test_a_line_that_was_emptied_stays_until_it_is_removed(author: InspectorDriver) -> None:
    author.select("changes")
    author.add("changes")
    author.replace("changes", 0, "to", text="")
    author.replace("changes", 0, "variable", text="")
    author.type("changes", 0, "variable", text="y")

    changes = author.block().changes
    assert [each.variable for each in changes] == ["y", None]


def test_words_for_a_channel_are_added_and_removed(author: InspectorDriver) -> None:
    editor = author.editor("text", "id")
    editor.differ_on("sms")
    assert author.block().variants["sms"].text == {"id": "Mau apa?"}

    author.replace("variants", "sms", "text", "id", text="Balas 1 atau 2")
    assert author.block().variants["sms"].text == {"id": "Balas 1 atau 2"}
    assert set(author.counts("text", "id")) == {"WhatsApp"}

    author.click("Say the same on every channel")
    assert author.block().variants is None


def test_words_for_a_channel_stay_open_while_they_are_typed_anew(author: InspectorDriver) -> None:
    author.editor("text", "id").differ_on("sms")
    author.replace("variants", "sms", "text", "id", text="")
    author.type("variants", "sms", "text", "id", text="Baru")

    assert author.block().variants["sms"].text == {"id": "Baru"}
