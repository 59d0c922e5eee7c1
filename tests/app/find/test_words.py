"""An author finds words wherever they stand, goes from one to the next, and replaces them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from flowdesigner.app.canvas.hits import What
from tests.app.drivers.finding import SHIFT, FindingDriver


def test_words_are_listed_by_flow_and_block(author: FindingDriver) -> None:
    author.look_for("parcel")

    assert author.rows == [
        "Parcels 10",
        "  Flow 2",
        "    Name of the flow: [Parcel]s",
        "    Words, English: [parcel]",
        "  Message: Hello! Where is your parcel? 1",
        "    Text, English: Hello! Where is your [parcel]?",
        "  Ask for the number 3",
        "    Question, English: Number of the [parcel], please. Parcel numbers begin with P.",
        "    Question, English: Number of the parcel, please. [Parcel] numbers begin with P.",
        "    Save the answer in: [parcel]",
        "  Message: Parcel {{ parcel }} is on its way. 3",
        "    Text, English: [Parcel] {{ parcel }} is on its way.",
        "    Text, English: Parcel {{ [parcel] }} is on its way.",
        "    Text, Indonesian: Paket {{ [parcel] }} di jalan.",
        "  On the canvas 1",
        "    Note: [Parcel] terms",
        "Help 1",
        "  Hand over to a person: A colleague comes. 1",
        "    Queue: [parcel] desk",
        "Variables 1",
        "  parcel 1",
        "    Name of the variable: [parcel]",
    ]
    assert author.count == "12 hits"
    assert author.heard[2] == (
        "Hello! Where is your parcel?. Text, English. Message: Hello! Where is your parcel?."
        " Parcels. 3 of 12"
    )


def test_the_words_of_a_channel_are_told_from_the_others(author: FindingDriver) -> None:
    author.look_for("on its way")

    assert author.rows[2:] == [
        "    Text, English: Parcel {{ parcel }} is [on its way].",
        "    Text, SMS, English: [On its way]",
    ]


def test_enter_goes_from_hit_to_hit_and_the_keyboard_stays(author: FindingDriver) -> None:
    author.look_for("paket")
    author.press(Qt.Key.Key_Return)

    assert author.desk.focus.block == "greet"
    assert author.desk.focus.language == "id"
    assert author.keyboard is author.panel.words
    assert author.count == "1 of 2"
    field = author.window.field("Text, Indonesian")
    assert isinstance(field, QPlainTextEdit)
    assert field.textCursor().selectedText() == "paket"

    author.press(Qt.Key.Key_F3)
    assert author.desk.focus.block == "tell"
    author.press(Qt.Key.Key_F3)
    assert author.desk.focus.block == "greet"
    author.press(Qt.Key.Key_F3, SHIFT)
    assert author.desk.focus.block == "tell"


def test_enter_in_the_list_lets_type_in_the_field(author: FindingDriver) -> None:
    author.look_for("colleague")
    author.panel.next_hit()
    author.panel.list.setFocus()
    author.press(Qt.Key.Key_Return)
    author.type("friend")

    assert author.desk.focus.flow == "help"
    assert author.text("person", "en", "help") == "A friend comes."


def test_a_note_is_shown_on_the_canvas(author: FindingDriver) -> None:
    author.look_for("terms")
    author.press(Qt.Key.Key_Return)

    picked = author.desk.canvas.stage.picked
    assert (picked.what, picked.id) == (What.NOTE, "legal")


def test_words_are_meant_as_the_author_says(author: FindingDriver) -> None:
    author.look_for("Parcel")
    author.panel.case.click()
    author.settle()
    assert author.count == "4 hits"

    author.panel.whole.click()
    author.settle()
    assert author.count == "3 hits"

    author.panel.case.click()
    author.panel.language.setCurrentIndex(author.panel.language.findData("id"))
    author.panel.language.activated.emit(2)
    author.settle()
    assert author.count == "1 hit"

    author.panel.words.clear()
    author.panel.words.setFocus()
    author.type("xyz")
    assert author.count == "Nothing found"


def test_the_list_follows_what_is_edited(author: FindingDriver) -> None:
    author.look_for("colleague")
    author.select("help", "person")
    author.window.write("What the customer is told, English", "colleague ")
    author.settle()

    assert author.count == "2 hits"


def test_selected_words_are_looked_for(author: FindingDriver) -> None:
    author.select("help", "person")
    author.window.settle()
    field = author.window.field("What the customer is told, English")
    assert isinstance(field, QPlainTextEdit)
    field.setFocus()
    field.selectAll()
    author.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)

    assert author.panel.words.text() == "A colleague comes."
    assert author.count == "1 hit"


def test_escape_leads_back_to_the_canvas(author: FindingDriver) -> None:
    author.look_for("parcel")
    author.press(Qt.Key.Key_Escape)

    assert not author.panel.isVisible()
    assert author.keyboard is author.desk.canvas


def test_all_are_replaced_in_one_step_and_names_are_kept(author: FindingDriver) -> None:
    before = author.desk.document.project
    author.look_for("parcel")
    author.replace_by("box")
    author.click("Replace all (8)")

    assert author.text("greet", "en") == "Hello! Where is your box?"
    assert author.text("tell", "en") == "box {{ parcel }} is on its way."
    assert author.text("track", "en") == "Number of the box, please. box numbers begin with P."
    assert author.desk.document.history.count() == 1
    assert author.desk.document.step_name(0) == "Replace “parcel” with “box”"
    assert author.count == "4 hits"
    assert not author.panel.all.isEnabled()

    author.desk.document.undo()
    assert author.desk.document.project == before


def test_old_and_new_are_told_and_a_hit_can_be_left_out(author: FindingDriver) -> None:
    author.look_for("parcel")
    author.replace_by("box")
    assert author.heard[2].startswith("Hello! Where is your parcel?. Hello! Where is your box?.")
    assert "A name: it is changed by renaming" in author.heard[5]

    author.tick(2)
    author.click("Replace all (7)")
    assert author.text("greet", "en") == "Hello! Where is your parcel?"
    assert author.text("track", "en") == "Number of the box, please. box numbers begin with P."


def test_one_after_the_other(author: FindingDriver) -> None:
    author.look_for("parcel")
    author.panel.language.setCurrentIndex(author.panel.language.findData("en"))
    author.panel.language.activated.emit(1)
    author.replace_by("my parcel")
    author.press(Qt.Key.Key_Return)
    author.click("Replace")
    author.click("Replace")

    flow = author.desk.document.project.flows["main"]
    assert flow.starts is not None
    assert flow.starts[0].words == {"en": ("my parcel",)}
    assert author.text("greet", "en") == "Hello! Where is your my parcel?"
    assert author.text("track", "en") == (
        "Number of the parcel, please. Parcel numbers begin with P."
    )
    assert author.desk.focus.block == "track"
    assert author.desk.document.history.count() == 2


def test_a_large_project_is_searched_in_slices(author: FindingDriver) -> None:
    author.look_for("p")
    live = author.panel.live

    live.look_for(live.query)
    assert live.busy
    live.finish()
    assert live.count == len(live.every_hit())
