"""The Python that comes along does what the model does, and needs nothing of ours."""

import importlib
import sys
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flowdesigner.blocks.answer import Answer
from flowdesigner.formats.rasa import RASA
from flowdesigner.formats.rasa.support_files import support_files
from flowdesigner.model.condition import OPERATOR_LABELS, Condition, holds
from flowdesigner.model.facts import Facts
from flowdesigner.model.run import Go, Run
from flowdesigner.model.variable import Variable
from tests.formats.golden import small

NEEDS_RASA = {
    "flow_action", "flow_blocks", "flow_calls", "flow_codes", "flow_questions", "flow_rows",
    "flow_search", "flow_talk", "flow_ways",
}  # fmt: skip
TYPES = ("text", "number", "money", "boolean", "date", "time", "choice", "phone", "email")


@pytest.fixture(scope="module")
def actions(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mapping[str, ModuleType]]:
    """The modules of an exported project that do not need Rasa."""
    folder = tmp_path_factory.mktemp("exported")
    for name, text in RASA.write(small()).files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    names = {Path(name).stem for name in support_files()} - NEEDS_RASA - {"__init__"}
    sys.path.insert(0, str(folder))
    try:
        yield {name: importlib.import_module(f"actions.{name}") for name in names}
    finally:
        sys.path.remove(str(folder))
        for name in [each for each in sys.modules if each.partition(".")[0] == "actions"]:
            del sys.modules[name]


def test_nothing_of_ours_is_imported(actions: Mapping[str, ModuleType]) -> None:
    assert "flow_values" in actions
    for name, text in support_files().items():
        assert "flowdesigner" not in text, name
        assert "pydantic" not in text, name
        assert "mypy" not in text, name


def scalars() -> st.SearchStrategy[object]:
    words = st.sampled_from(["shipped", " Shipped", "7", "07", "2026-11-24", "", "true", "x.*"])
    return words | st.integers(-3, 30) | st.floats(-3, 30, width=16) | st.booleans() | st.none()


def rows() -> st.SearchStrategy[dict[str, object]]:
    return st.fixed_dictionaries(
        {
            "variable": st.sampled_from(["a", "b", "missing", "contact.name"]),
            "op": st.sampled_from(list(OPERATOR_LABELS)),
            "value": scalars()
            | st.lists(scalars(), max_size=3)
            | st.sampled_from([{"variable": "b"}, {"variable": "missing"}]),
        }
    )


def conditions() -> st.SearchStrategy[dict[str, object]]:
    return st.recursive(
        rows(),
        lambda inner: st.one_of(
            st.fixed_dictionaries({"all": st.lists(inner, max_size=3)}),
            st.fixed_dictionaries({"any": st.lists(inner, max_size=3)}),
            st.fixed_dictionaries({"not": inner}),
        ),
        max_leaves=4,
    )


@given(
    condition=conditions(),
    values=st.fixed_dictionaries({"a": scalars(), "b": scalars(), "contact.name": scalars()}),
    kinds=st.tuples(st.sampled_from(TYPES), st.sampled_from(TYPES)),
)
def test_conditions_hold_where_they_hold_in_the_preview(
    actions: Mapping[str, ModuleType],
    condition: dict[str, object],
    values: dict[str, object],
    kinds: tuple[str, str],
) -> None:
    variables = {"a": Variable(type=kinds[0]), "b": Variable(type=kinds[1])}  # type: ignore[arg-type]
    ours = holds(Condition.model_validate(condition), values, variables)  # type: ignore[arg-type]
    assert actions["flow_conditions"].holds(condition, values, variables) == ours


few_words = st.lists(st.sampled_from(["Berapa", "ongkos", "kirim?", "how", "much", ""]), max_size=5)


@given(asked=few_words, id=few_words, en=few_words)
def test_questions_are_alike_where_they_are_in_the_preview(
    actions: Mapping[str, ModuleType], asked: list[str], id: list[str], en: list[str]
) -> None:
    question = {"id": " ".join(id), "en": " ".join(en)}
    likeness = actions["flow_likeness"].likeness(" ".join(asked), question)
    sample = {"question": question, "reply": {"id": "!"}}
    written = {"source": "faq", "samples": [sample], "at_least": likeness}
    now = datetime(2026, 11, 24, tzinfo=UTC)
    run = Run(facts=Facts(), language="id", channel="sms", now=now, heard=f"{' '.join(asked)} .")
    step = Answer.model_validate(written).enter(run)
    assert isinstance(step, Go)
    assert step.exit == "answered"
    surer = Answer.model_validate(written | {"at_least": likeness + 0.01})
    assert surer.enter(run) == Go(exit="unsure")
