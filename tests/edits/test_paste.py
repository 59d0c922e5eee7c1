"""Copies of blocks: their names, their links, and what they need."""

from hypothesis import given
from hypothesis import strategies as st

from flowdesigner.blocks import Ask, Message, Subflow, Webhook
from flowdesigner.edits.paste import PasteBlocks, Piece, fresh_id, piece_of, variables_of
from flowdesigner.model.flow import Flow, Frame, Layout, Note
from flowdesigner.model.ids import is_id
from flowdesigner.model.project import Project
from flowdesigner.model.variable import Variable
from tests import strategies
from tests.edits.laws import astray, done, new_ids

full = strategies.projects().filter(lambda each: any(f.blocks for f in each.flows.values()))


@given(full, strategies.projects().filter(lambda each: each.flows), st.data())
def test_a_paste_adds_and_leaves_nothing_dangling(
    source: Project, target: Project, data: st.DataObject
) -> None:
    flow = data.draw(st.sampled_from([id for id, f in source.flows.items() if f.blocks]))
    ids = data.draw(st.sets(st.sampled_from(list(source.flows[flow].blocks)), min_size=1))
    to = data.draw(st.sampled_from(list(target.flows)))
    paste = PasteBlocks(to, piece_of(source, flow, ids, {id: (0, 0) for id in ids}))
    after = done(paste, target)
    came = new_ids(target.flows[to].blocks, after.flows[to].blocks)
    assert came == set(paste.ids(target).values())
    assert len(came) == len(ids)
    assert astray(after) == astray(target)
    for id, block in target.flows[to].blocks.items():
        assert after.flows[to].blocks[id] is block
    for name, variable in target.variables.items():
        assert after.variables[name] is variable
    renamed = paste.renamed(target)
    for name in variables_of(source.flows[flow].blocks[id] for id in ids):
        if name in source.variables:
            there = after.variables[renamed.get(name, name)]
            assert there.type == source.variables[name].type


words = st.from_regex(r"[a-z]{1,2}(_\d)?", fullmatch=True)


@given(st.text(min_size=1, max_size=44) | words, st.sets(words))
def test_a_fresh_id_is_one_and_is_free(id: str, taken: set[str]) -> None:
    fresh = fresh_id(id, taken)
    assert is_id(fresh)
    assert fresh not in taken


LONG = "a" * 40


def test_numbers_of_copies_go_on() -> None:
    assert fresh_id("greet_2", {"greet", "greet_2"}) == "greet_3"
    assert fresh_id(LONG, {LONG}) == "a" * 36


SOURCE = Project(
    languages=("en", "id"),
    variables={
        "order": Variable(type="text"),
        "total": Variable(type="money"),
        "unused": Variable(type="text"),
    },
    flows={
        "main": Flow(
            blocks={
                "ask": Ask.model_validate(
                    {"text": {"en": "Which?", "id": "Yang mana?"}, "save_to": "order",
                     "exits": {"answered": "look", "invalid": "gone"}}
                ),
                "look": Webhook.model_validate(
                    {"url": "https://example.com/{{ order }}", "save": {"total": "$.total"}}
                ),
                "say": Message.model_validate(
                    {"text": {"en": "{{ total | money }}"},
                     "media": {"kind": "image", "file": "pictures/a.png",
                               "caption": {"en": "A"}}}
                ),
                "sub": Subflow(flow="other", give={"order": "{{ total }}"}),
            }
        )
    },
    translated_from={"id": {"main.ask.text": "12345678", "main.say.text": "87654321"}},
)  # fmt: skip


def pasted(target: Project, *ids: str) -> tuple[Project, PasteBlocks]:
    paste = PasteBlocks("here", piece_of(SOURCE, "main", ids, {}))
    return done(paste, target), paste


def test_variables_links_languages_and_marks_come_along() -> None:
    target = Project(languages=("en", "id"), flows={"here": Flow()})
    after, _ = pasted(target, "ask", "look")
    assert after.variables == {k: SOURCE.variables[k] for k in ("order", "total")}
    ask = after.flows["here"].blocks["ask"]
    assert ask.exits == {"answered": "look"}
    assert ask.texts[0].text == {"en": "Which?", "id": "Yang mana?"}
    assert after.translated_from == {"id": {"here.ask.text": "12345678"}}
    assert after.flows["here"].first == "ask"


def test_what_a_file_beside_the_project_is_called_stays() -> None:
    after, _ = pasted(Project(flows={"here": Flow()}), "say")
    assert after.flows["here"].blocks["say"] == SOURCE.flows["main"].blocks["say"]


def test_a_variable_of_another_kind_is_kept_apart() -> None:
    target = Project(
        flows={"here": Flow()},
        variables={"total": Variable(type="number"), "order": Variable(type="text")},
    )
    after, paste = pasted(target, "look", "say", "sub")
    assert paste.renamed(target) == {"total": "total_2"}
    assert after.variables["total"].type == "number"
    assert after.variables["total_2"].type == "money"
    blocks = after.flows["here"].blocks
    assert [name for name, _ in blocks["look"].writings] == ["total_2"]
    assert [each.variable for each in blocks["say"].readings] == ["total_2"]
    assert dict(blocks["sub"])["give"] == {"order": "{{ total_2 }}"}


def test_a_choice_with_fewer_values_there_is_another_kind() -> None:
    def choosing(*ids: str) -> Variable:
        return Variable.model_validate({"type": "choice", "values": [{"id": id} for id in ids]})

    source = SOURCE.model_copy({"variables": {"order": choosing("a", "b")}})
    piece = piece_of(source, "main", ("ask",), {})
    for values, renamed in (("abc", {}), ("a", {"order": "order_2"})):
        target = Project(flows={"here": Flow()}, variables={"order": choosing(*values)})
        assert PasteBlocks("here", piece).renamed(target) == renamed


def test_words_in_no_language_of_the_project_are_shown_in_its_own() -> None:
    after, _ = pasted(Project(languages=("ms",), flows={"here": Flow()}), "ask")
    words = {"en": "Which?", "id": "Yang mana?", "ms": "Which?"}
    assert after.flows["here"].blocks["ask"].texts[0].text == words


@given(st.sets(st.sampled_from(("note", "note_2", "note_3", "frame", "x"))))
def test_notes_and_frames_get_names_that_are_free(taken: set[str]) -> None:
    there = Layout(
        notes={id: Note(text="old") for id in taken}, frames=dict.fromkeys(taken, Frame())
    )
    target = Project(flows={"here": Flow(layout=there)})
    notes = {"note": Note(text="new"), "note_2": Note(text="newer", at=(8, 8))}
    piece = Piece({}, {}, notes=notes, frames={"frame": Frame(title="new")}).shifted(10, 20)
    after = PasteBlocks("here", piece).apply(target).flows["here"].layout
    assert {id: after.notes[id] for id in taken} == there.notes
    added = [after.notes[id] for id in after.notes if id not in taken]
    assert added == [Note(text="new", at=(50, 60)), Note(text="newer", at=(18, 28))]
    frames = [each for id, each in after.frames.items() if id not in taken]
    assert frames == [Frame(title="new", at=(50, 60))]
