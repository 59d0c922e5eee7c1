"""The window as an author meets it: the main job, end to end."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCommandLinkButton, QWidget

from flowdesigner.app import files as files_module
from flowdesigner.app.ask import Answer
from flowdesigner.app.canvas.hits import Hit, What
from flowdesigner.app.problems.model import PLACE
from flowdesigner.app.start.samples import SAMPLES
from flowdesigner.app.theme import DARK, LIGHT
from flowdesigner.blocks import Message
from flowdesigner.edits.blocks import RenameBlock
from flowdesigner.edits.connections import Connect
from flowdesigner.model.run import Said
from flowdesigner.storage.project_file import open_file
from flowdesigner.texts import translate
from tests.app.drivers.window import WindowDriver

NO_MODIFIER = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def sample(window: WindowDriver) -> WindowDriver:
    """The window with a copy of the sample open."""
    assert window.desk.files.open_sample(SAMPLES[0].path)
    window.settle()
    return window


def test_the_main_job(window: WindowDriver, tmp_path: Path) -> None:
    window.choose("new")
    hello = window.add("message")
    assert f"field-missing {hello}" in window.problems

    window.write("Text, English", 'Hello {{ contact.name | default: "you" }}')
    window.write("Text, Indonesian", 'Halo {{ contact.name | default: "Kak" }}')
    assert f"field-missing {hello}" not in window.problems
    assert f"exit-leads-nowhere {hello}" in window.problems

    end = window.add("end")
    window.desk.document.do(Connect("main", hello, "next", end))
    window.settle()
    assert window.problems == []

    player = window.desk.panels.preview.player
    player.send(Said("hello"))
    assert [line.text for line in player.session.transcript][:2] == ["hello", "Hello you"]
    assert player.session.state == "ended"

    path = tmp_path / "mine.flow.yaml"
    assert window.desk.files.save_to(path)
    assert open_file(path).project == window.desk.document.project
    assert not window.desk.files.modified


def test_undo_while_typing_is_the_windows_undo(window: WindowDriver) -> None:
    window.choose("new")
    hello = window.add("message")
    window.write("Text, English", "Hi")

    window.press(Qt.Key.Key_Z, CONTROL)

    block = window.desk.document.project.block("main", hello)
    assert isinstance(block, Message)
    assert block.text is None
    assert window.field("Text, English").property("plainText") == ""


def test_a_sample_opens_as_a_copy_without_a_name(sample: WindowDriver) -> None:
    assert sample.desk.files.path is None
    assert not sample.desk.files.modified
    assert sample.problems == []


def test_a_step_is_named_in_the_menu(sample: WindowDriver) -> None:
    sample.add("message")

    assert sample.desk.window.actions_by_id["undo"].text() == "Undo: Add “Message”"


def test_saving_writes_only_what_changed(sample: WindowDriver, tmp_path: Path) -> None:
    path = tmp_path / "copy.flow.yaml"
    assert sample.desk.files.save_to(path)
    assert path.read_bytes() == SAMPLES[0].path.read_bytes()

    sample.add("end")
    sample.choose("save")

    before = SAMPLES[0].path.read_text("utf-8").splitlines()
    after = path.read_text("utf-8").splitlines()
    assert len([line for line in before if line not in after]) <= 1
    assert "type: end" in "\n".join(line for line in after if line not in before) or len(
        after
    ) > len(before)


@pytest.mark.parametrize(
    ("answer", "left"), [(Answer.DISCARD, True), (Answer.CANCEL, False), (Answer.SAVE, True)]
)
def test_changes_are_not_lost_without_a_question(
    sample: WindowDriver,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    answer: Answer,
    left: bool,
) -> None:
    path = tmp_path / "copy.flow.yaml"
    assert sample.desk.files.save_to(path)
    new = sample.add("message")
    monkeypatch.setattr(files_module, "ask_to_save", lambda *_args: answer)

    sample.choose("new")

    gone = new not in sample.flow_blocks
    assert gone is left
    assert (new in open_file(path).project.flows["main"].blocks) is (answer is Answer.SAVE)


def test_a_bad_file_is_told_of_and_changes_nothing(
    sample: WindowDriver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(files_module, "tell", lambda _parent, *words: told.extend(words))
    before = sample.desk.document.project
    bad = tmp_path / "bad.flow.yaml"
    bad.write_text("flowdesigner: 1\nflows: {main: {first: a, first: b}}\n", "utf-8")

    assert not sample.desk.open(bad)

    assert sample.desk.document.project is before
    assert "Line 2, column 26" in told[1]


def test_a_problem_is_gone_to_with_a_key(sample: WindowDriver) -> None:
    new = sample.add("message")
    sample.desk.focus.select()

    sample.choose("next_problem")

    assert sample.desk.focus.block == new


def test_a_problem_names_its_block_as_it_is_called_now(window: WindowDriver) -> None:
    window.choose("new")
    window.add("message")
    window.write("Text, English", "Hello there")

    places = {index.data(PLACE) for index in window.problem_rows()}

    assert places == {"Message: Hello there"}


def test_what_is_typed_after_adding_a_block_goes_into_it(window: WindowDriver) -> None:
    window.choose("new")
    hello = window.add("message")

    window.type("Hi")

    block = window.desk.document.project.block("main", hello)
    assert isinstance(block, Message)
    assert block.text == {"en": "Hi"}


def test_the_chat_lights_the_block_where_it_stands(sample: WindowDriver) -> None:
    sample.desk.panels.preview.player.send(Said("pesanan"))
    sample.settle()

    assert sample.desk.canvas.stage.lit == "what_to_do"


def test_a_keyword_search_finds_blocks(window: WindowDriver) -> None:
    window.choose("new")
    palette = window.desk.panels.palette
    palette.search("other system")
    palette.choose_first()
    window.settle()

    kinds = [block.type for _flow, _id, block in window.desk.document.project.all_blocks()]
    assert kinds == ["webhook"]


def test_everything_that_can_be_worked_with_has_a_name(sample: WindowDriver) -> None:
    nameless = set()
    for _flow, id, _block in sample.desk.document.project.all_blocks():
        if id in sample.flow_blocks:
            sample.desk.focus.select(id)
            sample.settle()
            nameless |= {_shown(each) for each in sample.controls() if not _name(each)}

    assert nameless == set()


def _name(widget: QWidget) -> str:
    return str(widget.accessibleName() or widget.property("text") or "")


def _shown(widget: QWidget) -> str:
    parent = widget.parentWidget()
    return f"{type(widget).__name__} in {type(parent).__name__}"


def test_no_label_reads_a_project_as_rich_text(sample: WindowDriver) -> None:
    for _flow, id, _block in sample.desk.document.project.all_blocks():
        sample.desk.focus.select(id)
        sample.settle()
        rich = [
            label.text()
            for label in sample.labels()
            if label.textFormat() is not Qt.TextFormat.PlainText and label.text()
        ]
        assert rich == []


def test_the_look_changes_and_is_kept(sample: WindowDriver) -> None:
    sample.choose("dark")
    assert sample.desk.theme is DARK
    assert sample.preferences.theme == "dark"

    sample.choose("light")
    assert sample.desk.theme is LIGHT


def test_the_language_changes_everywhere_and_is_kept(sample: WindowDriver) -> None:
    sample.choose("indonesian")

    window = sample.desk.window
    assert sample.preferences.language == "id"
    assert window.docks["problems_panel"].windowTitle() == translate("Problems") != "Problems"
    assert window.actions_by_id["save"].text() == translate("&Save") != "&Save"
    for dock in window.docks.values():
        assert dock.windowTitle() not in ("Blocks", "Properties", "Try it out", "Problems")


def test_recent_files_are_offered(window: WindowDriver, tmp_path: Path) -> None:
    path = tmp_path / "mine.flow.yaml"
    window.choose("new")
    assert window.desk.files.save_to(path)

    entries = [each.text() for each in window.desk.window.recent_menu.actions()]

    assert entries == [str(path)]


def test_saving_leaves_the_view_where_it_is(sample: WindowDriver, tmp_path: Path) -> None:
    assert sample.desk.files.save_to(tmp_path / "mine.flow.yaml")
    sample.settle()
    sample.add("end")
    sample.choose("zoom_in")
    before = sample.desk.canvas.stage.viewport

    sample.choose("save")

    assert sample.desk.canvas.stage.viewport == before


def test_a_project_begins_in_its_own_language(sample: WindowDriver) -> None:
    assert sample.desk.focus.language == "id"

    sample.choose("new")

    assert sample.desk.focus.language == sample.desk.document.project.base_language == "en"


def test_a_renamed_block_stays_chosen_when_that_is_undone(sample: WindowDriver) -> None:
    old = sample.add("end")
    sample.desk.document.do(RenameBlock(sample.desk.focus.flow, old, "farewell"))
    sample.desk.focus.select("farewell")

    sample.choose("undo")
    assert sample.desk.focus.block == old

    sample.choose("redo")
    assert sample.desk.focus.block == "farewell"


def test_what_no_project_may_hold_is_left_out_when_it_is_pasted(
    window: WindowDriver, tmp_path: Path
) -> None:
    window.choose("new")
    hello = window.add("message")
    QApplication.clipboard().setText("one\x07 two\x1b")
    for field in ("Text, English", "Name on the canvas"):
        window.field(field).setFocus()
        window.press(Qt.Key.Key_V, CONTROL)

    block = window.desk.document.project.block("main", hello)
    assert isinstance(block, Message)
    assert block.text is not None
    assert (block.text.get("en"), block.title) == ("one two", "one two")
    assert window.desk.files.save_to(tmp_path / "mine.flow.yaml")


def test_an_entry_brings_a_panel_forward_before_it_hides_it(sample: WindowDriver) -> None:
    window = sample.desk.window
    chat, form = window.docks["preview_panel"], window.docks["inspector_panel"]
    form.raise_()
    sample.settle()

    window.toggle_panel(chat)
    sample.settle()
    assert not chat.visibleRegion().isEmpty()
    assert not form.isHidden()

    window.toggle_panel(chat)
    sample.settle()
    assert chat.isHidden()
    assert not form.isHidden()


@pytest.mark.parametrize("key", [True, False])
def test_the_start_page_leads_back_to_what_is_open(sample: WindowDriver, key: bool) -> None:
    new = sample.add("end")
    sample.choose("samples")
    assert not sample.desk.panels.inspector.isEnabled()

    if key:
        QTest.keyClick(sample.desk.panels.start_page, Qt.Key.Key_Escape)
    else:
        (back,) = (
            each
            for each in sample.desk.panels.start_page.findChildren(QCommandLinkButton)
            if each.text().startswith("Back to") and each.isVisible()
        )
        back.click()
    sample.settle()

    assert sample.desk.open_for_editing
    assert sample.desk.panels.inspector.isEnabled()
    assert new in sample.flow_blocks
    sample.choose("undo")


def test_there_is_no_way_back_to_nothing(window: WindowDriver) -> None:
    window.desk.show_start()
    QTest.keyClick(window.desk.panels.start_page, Qt.Key.Key_Escape)

    assert not window.desk.open_for_editing


def test_a_picked_note_can_be_deleted_by_the_menu(sample: WindowDriver) -> None:
    document, canvas = sample.desk.document, sample.desk.canvas
    actions = sample.desk.window.actions_by_id
    canvas.stage.select()
    sample.settle()
    assert not any(actions[id].isEnabled() for id in ("delete", "copy"))
    before = canvas.stage.flow.layout.notes.keys()
    canvas.add_note((20.0, 20.0))
    canvas.later.note_editor.leave()
    [note] = canvas.stage.flow.layout.notes.keys() - before
    canvas.stage.pick(Hit(What.NOTE, note))
    sample.settle()
    assert all(actions[id].isEnabled() for id in ("delete", "copy"))
    assert not actions["make_flow"].isEnabled()
    sample.choose("delete")
    assert note not in document.project.flows["main"].layout.notes
