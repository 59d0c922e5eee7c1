"""The sentences an author promises, in the form of the project."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from flowdesigner.app.document import Document
from flowdesigner.app.inspector.editors.promises import PromisesEditor
from flowdesigner.app.inspector.project_form import ProjectForm
from flowdesigner.app.theme import LIGHT
from flowdesigner.edits.project import SetProjectValue
from flowdesigner.model.project import Project
from flowdesigner.model.promise import BLANK, PROMISE_SENTENCES, Promise
from tests.app.drivers.inspector import choose_in, replace_in


@pytest.fixture
def document(qapp: QApplication) -> Document:
    return Document(Project())


@pytest.fixture
def form(document: Document) -> Iterator[ProjectForm]:
    made = ProjectForm(document, LIGHT)
    made.show()
    yield made
    made.close()


def promises(document: Document) -> tuple[Promise, ...]:
    return document.project.settings.promises or ()


def editor_of(form: ProjectForm) -> PromisesEditor:
    form.reveal(("promises",))
    (found,) = form.findChildren(PromisesEditor)
    return found


def test_a_promise_is_chosen_and_its_blank_filled_in(form: ProjectForm, document: Document) -> None:
    editor = editor_of(form)
    choose_in(editor.more, "in_a_row")
    assert promises(document) == (Promise(promise="in_a_row", times=3),)

    replace_in(form.reveal(("promises", 0)), "2")
    assert promises(document)[0].times == 2

    choose_in(editor.more, "outcome")
    assert [each.promise for each in promises(document)] == ["in_a_row", "outcome"]
    assert editor.more.currentData() is None


def test_a_promise_can_be_taken_back(form: ProjectForm, document: Document) -> None:
    kept = (Promise(promise="outcome"), Promise(promise="code", times=3))
    document.do(SetProjectValue(("settings", "promises"), kept))
    editor_of(form).rows[0].gone.click()

    assert promises(document) == kept[1:]
    assert [row.kind for row in editor_of(form).rows] == ["code"]

    document.undo()
    assert [row.kind for row in editor_of(form).rows] == ["outcome", "code"]


@pytest.mark.parametrize("kind", PROMISE_SENTENCES)
def test_a_sentence_has_as_many_blanks_as_the_promise_has_values(kind: str) -> None:
    blank = Promise.model_validate({"promise": kind}).blank
    assert PROMISE_SENTENCES[kind].count(BLANK) == (blank is not None)
