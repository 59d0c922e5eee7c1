"""The checks run beside the work, and never in its way."""

from pytestqt.qtbot import QtBot

from flowdesigner.app.document import Document
from flowdesigner.app.problems.live import LiveChecks
from flowdesigner.edits.blocks import DeleteBlocks
from flowdesigner.edits.connections import Connect
from flowdesigner.model.project import Project
from tests.app.drivers.canvas import project_of


def document() -> Document:
    return Document(project_of({"a": {"type": "message", "text": {"en": "Hello"}}}, {}))


def rules(checks: LiveChecks) -> set[str]:
    return {issue.rule for issue in checks.issues}


def test_they_come_to_an_end_by_themselves(qtbot: QtBot) -> None:
    checks = LiveChecks(document())
    qtbot.waitUntil(lambda: not checks.busy)
    assert "exit-leads-nowhere" in rules(checks)


def test_they_wait_while_the_author_moves_about(qtbot: QtBot) -> None:
    open_document = document()
    checks = LiveChecks(open_document)
    checks.finish()
    open_document.do(Connect("main", "a", "next", "a"))
    checks.wait()
    qtbot.wait(20)
    checks.wait()
    assert checks.busy
    assert "exit-leads-nowhere" in rules(checks)
    qtbot.waitUntil(lambda: not checks.busy)
    assert "exit-leads-nowhere" not in rules(checks)


def test_who_needs_them_now_gets_them(qtbot: QtBot) -> None:
    open_document = document()
    checks = LiveChecks(open_document)
    checks.wait()
    checks.finish()
    assert not checks.busy
    assert "exit-leads-nowhere" in rules(checks)


def test_nothing_to_do_is_nothing_to_wait_for(qtbot: QtBot) -> None:
    checks = LiveChecks(Document(Project()))
    checks.finish()
    checks.wait()
    assert not checks.busy


def test_they_wait_while_something_goes_before(qtbot: QtBot) -> None:
    checks, held = LiveChecks(document()), True
    checks.held = lambda: held
    qtbot.wait(20)
    assert checks.busy
    assert not checks.issues
    held = False
    qtbot.waitUntil(lambda: not checks.busy)
    assert "exit-leads-nowhere" in rules(checks)


def test_who_needs_them_now_gets_them_although_something_goes_before() -> None:
    checks = LiveChecks(document())
    checks.held = lambda: True
    checks.finish()
    assert "exit-leads-nowhere" in rules(checks)


def test_badges_of_blocks_that_stay_the_same_are_not_worded_again() -> None:
    words = {"type": "message", "text": {"en": "Hello"}}
    open_document = Document(project_of({"a": words, "b": words, "c": words}, {}))
    checks = LiveChecks(open_document)
    checks.finish()
    before = checks.badges("main")
    open_document.do(Connect("main", "a", "next", "b"))
    checks.finish()
    now = checks.badges("main")
    assert now["c"] is before["c"]
    assert now["a"] != before["a"] if "a" in now else "a" in before


def test_a_block_that_is_gone_has_no_badge() -> None:
    open_document = document()
    checks = LiveChecks(open_document)
    checks.finish()
    assert set(checks.badges("main")) == {"a"}
    open_document.do(DeleteBlocks("main", ("a",)))
    checks.finish()
    assert not checks.badges("main")
    open_document.undo()
    checks.finish()
    assert set(checks.badges("main")) == {"a"}
