"""Whatever a project holds and whatever comes in, a conversation goes on, ends or stops."""

from hypothesis import given, settings

from flowdesigner.model.part import changed
from flowdesigner.model.project import Project
from flowdesigner.simulate.conversation import run_conversation
from flowdesigner.simulate.engine import replay, send_all, start
from flowdesigner.simulate.opening import Opening
from flowdesigner.simulate.recording import record
from tests.simulate.chats import INPUTS, OPENINGS, PROJECTS


@settings(max_examples=300, deadline=None)
@given(PROJECTS, OPENINGS, INPUTS)
def test_it_never_fails_and_is_the_same_twice(project: Project, opening: Opening, inputs) -> None:
    session = send_all(start(project, opening), inputs)

    assert session.state in ("new", "waiting", "ended", "stopped")
    assert (session.state == "waiting") == (session.waiting is not None)
    again = replay(project, opening, session.inputs)
    assert again.transcript == session.transcript
    assert again.taken == session.taken


@settings(max_examples=100, deadline=None)
@given(PROJECTS, OPENINGS, INPUTS)
def test_a_saved_chat_can_always_be_run(project: Project, opening: Opening, inputs) -> None:
    session = send_all(start(project, opening), inputs)
    saved = changed(project, conversations={"it": record(session)})

    assert run_conversation(saved, "it").session.project is saved
