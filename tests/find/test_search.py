"""Words are found wherever an author wrote them, and only as they were meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flowdesigner.blocks import BY_TYPE
from flowdesigner.find.query import Query
from flowdesigner.find.search import Search
from flowdesigner.model.flow import Flow
from flowdesigner.model.project import Project
from flowdesigner.model.template import placeholders

BLOCKS = {
    "hi": {
        "type": "message",
        "title": "Mango greeting",
        "note": "ask Mango Ltd",
        "text": {"id": "Halo mango!", "en": 'Hi {{ fruit | default: "mango" }}, mangos!'},
        "variants": {"sms": {"text": {"en": "mango"}}},
    },
    "pick": {
        "type": "menu",
        "text": {"en": "Which?"},
        "options": [{"id": "a", "label": {"en": "A mango"}, "words": {"en": ["b", "mango"]}}],
        "save_to": "mango",
    },
    "which": {
        "type": "condition",
        "cases": [
            {"id": "a", "when": {"variable": "fruit", "op": "is", "value": "mango"}},
            {
                "id": "b",
                "when": {"any": [{"variable": "mango", "op": "contains", "value": "x mango"}]},
            },
        ],
    },
    "call": {
        "type": "webhook",
        "url": "https://mango.example/{{ mango }}",
        "body": {"list": ["mango"]},
        "save": {"mango": "$.a"},
    },
}


@pytest.fixture
def project() -> Project:
    blocks = {id: BY_TYPE[str(each["type"])].model_validate(each) for id, each in BLOCKS.items()}
    flow = Flow.model_validate(
        {
            "name": "All about mango",
            "starts": [{"trigger": "message", "words": {"en": ["mango"]}}],
            "blocks": blocks,
            "layout": {
                "notes": {"n": {"text": "Buy mango"}},
                "frames": {"f": {"title": "Mango part"}},
            },
        }
    )
    return Project.model_validate(
        {
            "name": "mango shop",
            "variables": {
                "fruit": {"type": "choice", "values": [{"id": "mango", "label": {"en": "Mango"}}]},
                "mango": {"type": "text", "label": "the mango"},
            },
            "flows": {"main": flow},
            "settings": {"keywords": [{"words": {"en": ["mango"]}}]},
            "conversations": {"talk": {"steps": [{"say": "mango"}, {"bot": "main.hi"}]}},
        }
    )


def told(project: Project, query: Query) -> dict[str, str]:
    """By place: `=` where it may be replaced, `#` where not."""
    return {
        ".".join(map(str, hit.written.whole_path)): "#" if hit.fixed else "="
        for hit in Search().all(project, query)
    }


def test_words_are_found_everywhere(project: Project) -> None:
    here = "flows.main"
    assert told(project, Query("mango", whole_words=True)) == {
        f"{here}.name": "=",
        f"{here}.starts.0.words.en.0": "=",
        f"{here}.blocks.hi.title": "=",
        f"{here}.blocks.hi.note": "=",
        f"{here}.blocks.hi.text.id": "=",
        f"{here}.blocks.hi.text.en": "=",
        f"{here}.blocks.hi.variants.sms.text.en": "=",
        f"{here}.blocks.pick.options.a.label.en": "=",
        f"{here}.blocks.pick.options.a.words.en.1": "=",
        f"{here}.blocks.pick.save_to": "#",
        f"{here}.blocks.which.cases.a.when.value": "#",  # the id of a value
        f"{here}.blocks.which.cases.b.when.any.0.variable": "#",
        f"{here}.blocks.which.cases.b.when.any.0.value": "=",
        f"{here}.blocks.call.url": "#",
        f"{here}.blocks.call.body.list.0": "=",
        f"{here}.blocks.call.save.mango": "#",
        f"{here}.layout.notes.n.text": "=",
        f"{here}.layout.frames.f.title": "=",
        "name": "=",
        "variables.fruit.values.mango.id": "=",
        "variables.fruit.values.mango.label.en": "=",
        "variables.mango": "#",
        "variables.mango.label": "=",
        "settings.keywords.0.words.en.0": "=",
        "conversations.talk.steps.0.say": "=",
    }


@pytest.mark.parametrize(
    ("query", "count"),
    [
        (Query("MANGOS"), 1),
        (Query("MANGOS", match_case=True), 0),
        (Query("Mango greeting", match_case=True), 1),
        (Query("mang", whole_words=True), 0),
        (Query("halo", language="id"), 1),
        (Query("halo", language="en"), 0),
        (Query("buy mango", language="en"), 0),
        (Query("h.*o"), 0),
        (Query(""), 0),
    ],
)
def test_they_are_meant_as_was_said(project: Project, query: Query, count: int) -> None:
    assert len(Search().all(project, query)) == count


def test_a_name_in_a_placeholder_is_kept_and_what_it_says_instead_is_not(project: Project) -> None:
    hits = Search().all(project, Query("fruit", language="en"))
    assert [(hit.fixed, hit.quoted) for hit in hits] == [(True, False)]

    hits = Search().all(project, Query('mango" }}', language="en"))
    assert [(hit.fixed, hit.quoted) for hit in hits] == [(True, False)]

    hits = [hit for hit in Search().all(project, Query("mango")) if hit.quoted]
    assert [(hit.fixed, hit.written.path) for hit in hits] == [(False, ("text", "en"))]


def test_what_was_read_is_read_again_when_it_changed(project: Project) -> None:
    search = Search()
    assert len(search.all(project, Query("greeting"))) == 1
    flow = project.flows["main"]
    again = BY_TYPE["message"].model_validate({"type": "message", "title": "greeting greeting"})
    other = Flow.model_validate({**dict(flow), "blocks": {**flow.blocks, "hi": again}})
    after = Project.model_validate({**dict(project), "flows": {"main": other}})

    assert len(search.all(after, Query("greeting"))) == 2
    assert len(search.all(project, Query("greeting"))) == 1


TEXTS = st.lists(
    st.sampled_from(["ab", "{{ ab }}", '{{ x | default: "ab" }}', "{{", " ", "ß", "AB"]), max_size=6
).map("".join)


@given(TEXTS, st.sampled_from(["ab", "a", "b }", "{{ a", "x", "{{", "ß"]))
def test_a_hit_that_may_change_is_outside_placeholders_or_between_quotes(
    text: str, words: str
) -> None:
    block = BY_TYPE["message"].model_validate({"type": "message", "text": {"en": text}})
    project = Project.model_validate({"flows": {"main": Flow(blocks={"b": block})}})

    for hit in Search().all(project, Query(words)):
        assert text[hit.start : hit.end].lower() == words.lower()
        inside = any(hit.start < each.end and each.start < hit.end for each in placeholders(text))
        assert hit.fixed == (inside and not hit.quoted)
