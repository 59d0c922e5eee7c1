"""Whatever is done and undone, the form shows what the project says."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from flowdesigner.app.inspector.editors.condition import ConditionEditor
from flowdesigner.app.inspector.editors.language_box import LanguageBox
from flowdesigner.blocks import Condition, Menu
from flowdesigner.blocks.condition import Case
from flowdesigner.blocks.menu import Option
from flowdesigner.edits.blocks import SetValue
from flowdesigner.edits.edit import Edit
from flowdesigner.edits.parts import AddPart, MovePart, RemovePart, RenamePart
from flowdesigner.model.condition import Condition as When
from flowdesigner.model.place import value_at
from flowdesigner.model.walk import Path
from tests.app.drivers.inspector import InspectorDriver, project_of

ids = st.sampled_from("abcd")
places = st.integers(0, 3)
words = st.one_of(st.none(), st.text("ab👋 \n{}", min_size=1, max_size=8))
languages = st.sampled_from(["id", "en"])
conditions = st.recursive(
    st.builds(
        lambda op, value: When(variable="contact.name", op=op, value=value),
        st.sampled_from(["is", "in", "is_set"]),
        st.none() | st.text("ab", min_size=1, max_size=3),
    ),
    lambda inner: st.one_of(
        st.builds(lambda each: When(all=tuple(each)), st.lists(inner, min_size=1, max_size=3)),
        st.builds(lambda each: When(any=tuple(each)), st.lists(inner, min_size=1, max_size=3)),
        st.builds(lambda each: When(negated=each), inner),
    ),
    max_leaves=5,
)


def value(block: str, path: Path, given: object, typing: bool) -> Edit:
    return SetValue("main", block, path, given, typing=typing)


edits: st.SearchStrategy[Edit | str] = st.one_of(
    st.builds(
        lambda lang, w, t: value("menu", ("text", lang), w, t), languages, words, st.booleans()
    ),
    st.builds(
        lambda lang, w: value("menu", ("variants", "sms", "text", lang), w, True), languages, words
    ),
    st.builds(
        lambda at, lang, w: value("menu", ("options", at, "label", lang), w, True),
        places,
        languages,
        words,
    ),
    st.builds(lambda id: AddPart("main", "menu", "options", Option(id=id)), ids),
    st.builds(lambda at: RemovePart("main", "menu", "options", at), places),
    st.builds(lambda at, to: MovePart("main", "menu", "options", at, to), places, places),
    st.builds(lambda a, b: RenamePart("main", "menu", "options", a, b), ids, ids),
    st.builds(lambda when: value("cases", ("cases", 0, "when"), when, False), conditions),
    st.sampled_from(["undo", "redo", "menu", "cases"]),
)


def fits(author: InspectorDriver, edit: Edit) -> bool:
    """Whether an edit speaks of what is there."""
    options = author.block("menu").options or ()
    if isinstance(edit, MovePart):
        return max(edit.at, edit.to) < len(options)
    if isinstance(edit, SetValue) and edit.path[0] == "options":
        return int(edit.path[1]) < len(options)
    return True


def check(author: InspectorDriver) -> None:
    block = author.block()
    for box in author.page.findChildren(LanguageBox):
        if box.isVisibleTo(author.page):
            held = value_at(block, (*box.slot.path, box.language))
            assert box.edit.text() == (held or ""), box.slot.path
    if isinstance(block, Menu):
        cards = author.parts("options").cards
        assert [card.id_line.line.text() for card in cards] == [
            each.id for each in block.options or ()
        ]
    else:
        editor = author.card("cases", 0).form.rows["when"].editor
        assert isinstance(editor, ConditionEditor)
        rows = len(editor.group.rows)
        held = value_at(block, ("cases", 0, "when"))
        assert rows == (0 if held is None else len(held.all or held.any or (held,)))


@given(st.lists(edits, max_size=12))
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_the_form_follows(qapp: QApplication, steps: list[Edit | str]) -> None:
    menu = Menu.model_validate({"options": [{"id": "a"}, {"id": "b"}]})
    author = InspectorDriver(project_of(menu=menu, cases=Condition(cases=(Case(id="one"),))))
    author.select("menu")
    try:
        for step in steps:
            if step in ("menu", "cases"):
                author.select(str(step))
            elif isinstance(step, str):
                getattr(author.document, step)()
            elif fits(author, step):
                author.document.do(step)
            check(author)
    finally:
        author.close()
