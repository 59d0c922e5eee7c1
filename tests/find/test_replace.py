"""Replacing writes all hits, keeps placeholders whole, and leaves the rest untouched."""

from hypothesis import given
from hypothesis import strategies as st

from flowdesigner.blocks import BY_TYPE
from flowdesigner.find.differing import differing
from flowdesigner.find.query import Query
from flowdesigner.find.replace import replacing
from flowdesigner.find.search import Search
from flowdesigner.model.flow import Flow
from flowdesigner.model.project import Project
from flowdesigner.model.template import placeholders


def project_of(**blocks: dict[str, object]) -> Project:
    made = {id: BY_TYPE[str(each["type"])].model_validate(each) for id, each in blocks.items()}
    layout = {"notes": {"n": {"text": "tea"}}}
    flow = Flow.model_validate({"name": "tea", "blocks": made, "layout": layout})
    return Project.model_validate({"name": "tea", "flows": {"main": flow}})


def replaced(project: Project, old: str, new: str) -> Project:
    return replacing(old, new, Search().all(project, Query(old))).apply(project)


def test_every_place_is_written_in_one_edit() -> None:
    project = project_of(
        hi={"type": "message", "title": "tea", "text": {"en": "Tea, tea {{ tea }}", "id": "teh"}},
        ask={"type": "menu", "options": [{"id": "a", "label": {"en": "tea?"}}]},
        bye={"type": "end"},
    )

    after = replaced(project, "tea", "coffee")

    assert {(each.path or each.root, each.after) for each in differing(project, after)} == {
        (("name",), "coffee"),
        (("flows", "main", "name"), "coffee"),
        (("text",), "coffee"),
        (("title",), "coffee"),
        (("text", "en"), "coffee, coffee {{ tea }}"),
        (("options", "a", "label", "en"), "coffee?"),
    }
    assert after.flows["main"].blocks["bye"] is project.flows["main"].blocks["bye"]


def test_words_that_are_replaced_by_nothing_go() -> None:
    words = {"en": ["tea", "tea", "milk"]}
    project = project_of(
        a={"type": "menu", "options": [{"id": "a", "label": {"en": "tea"}, "words": words}]}
    )

    after = replaced(project, "tea", "").flows["main"].blocks["a"].as_written()

    assert after["options"] == ({"id": "a", "words": {"en": ("milk",)}},)


def test_what_changed_meanwhile_is_left_alone() -> None:
    before = project_of(a={"type": "message", "text": {"en": "tea"}})
    edit = replacing("tea", "coffee", Search().all(before, Query("tea")))
    now = project_of(a={"type": "message", "text": {"en": "tea time"}}, b={"type": "end"})

    assert edit.apply(now).flows["main"].blocks["a"] is now.flows["main"].blocks["a"]


def test_nothing_breaks_the_quotes_of_a_placeholder() -> None:
    text = {"en": '{{ x | default: "tea" }}'}
    project = project_of(a={"type": "message", "text": text})

    for new, shown in [('"', text["en"]), ("milk", '{{ x | default: "milk" }}')]:
        after = replaced(project, "tea", new).flows["main"].blocks["a"]
        assert after.as_written()["text"] == {"en": shown}


PIECES = ["tea", "{{ tea }}", '{{ x | default: "tea" }}', " ", "{{ tea | upcase }}", "{{tea", "}}"]


@given(
    st.lists(st.sampled_from(PIECES), max_size=6).map("".join),
    st.sampled_from(["tea", "t", "a", "x", "upcase", "{{ t", '"']),
    st.sampled_from(["", "y", "tea", "a b", '"']),
)
def test_placeholders_stay_what_they_are(text: str, old: str, new: str) -> None:
    project = project_of(a={"type": "message", "text": {"en": text or " "}})

    after = replaced(project, old, new).flows["main"].blocks["a"].as_written()

    said = after.get("text", {}).get("en", "")
    kept = [each.path for each in placeholders(text)]
    assert [each.path for each in placeholders(said)][: len(kept)] == kept or "{{tea" in text
