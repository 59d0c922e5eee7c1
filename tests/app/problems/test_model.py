"""The rows of the list of problems change one by one, whatever is found and however grouped."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from flowdesigner.app.document import Document
from flowdesigner.app.focus import Focus
from flowdesigner.app.problems.model import Heading, Line, ProblemsModel
from flowdesigner.app.problems.rows import PART
from flowdesigner.app.problems.wanted import IGNORED, Group, Grouping, Here, Scope, Wanted, grouped
from flowdesigner.checks.rule import Issue, Severity
from flowdesigner.edits.ignore import Ignored
from flowdesigner.texts import message
from tests.app.drivers.canvas import project_of

BLOCKS = ("a", "b", "c")
PROJECT = project_of({id: {"type": "message", "text": {"en": id}} for id in BLOCKS}, {})
RULES = ("field-missing", "exit-leads-nowhere", "emoji-in-sms")


def issue(
    rule: str = RULES[0],
    severity: Severity = Severity.ERROR,
    block: str | None = "a",
    words: str = "Wrong",
    field: str = "text",
) -> Issue:
    flow = "main" if block != "project" else None
    return Issue(
        rule=rule, alias="", severity=severity, flow=flow,
        block=None if block == "project" else block, field=(field,), message=message(words),
    )  # fmt: skip


ISSUES = st.builds(
    issue,
    rule=st.sampled_from(RULES),
    severity=st.sampled_from(Severity),
    block=st.sampled_from((*BLOCKS, None, "project")),
    words=st.sampled_from(("Wrong", "Odd")),
    field=st.sampled_from(("text", "name")),
)
FOUND = st.lists(ISSUES, max_size=12).map(lambda found: sorted(found, key=by_severity))
IGNORING = st.lists(st.builds(Ignored, st.sampled_from(RULES), st.none(), st.none(), st.just("-")))


def by_severity(found: Issue) -> int:
    return list(Severity).index(found.severity)


@pytest.fixture
def model(qapp: QObject) -> ProblemsModel:
    return new_model()


def new_model() -> ProblemsModel:
    made = ProblemsModel(Focus(Document(PROJECT)))
    made.follow(PROJECT)
    return made


def groups_of(
    found: Sequence[Issue], by: Grouping, ignored: Sequence[Ignored] = ()
) -> tuple[Group, ...]:
    groups = grouped(found, by, PROJECT)
    return (*groups, Group(IGNORED, ignored)) if ignored else groups


def all_lines(model: ProblemsModel) -> list[Line]:
    """Every line, after all have been asked for."""
    root = QModelIndex()
    while model.canFetchMore(root):
        model.fetchMore(root)
    lines = [model.line(at) for at in range(model.rowCount())]
    return [line for line in lines if line is not None]


def expected(groups: Sequence[Group], closed: set[tuple[str | None, ...]]) -> list[object]:
    told: list[object] = []
    for group in groups:
        told.append((group.key, len(group.entries), group.key not in closed))
        told += [] if group.key in closed else group.entries
    return told


def shown(lines: Sequence[Line]) -> list[object]:
    return [(x.key, x.count, x.is_open) if isinstance(x, Heading) else x for x in lines]


@settings(deadline=None)
@given(st.lists(st.tuples(FOUND, st.sampled_from(Grouping), IGNORING), min_size=1, max_size=5))
def test_after_any_changes_it_shows_what_was_found_last(
    qapp: QObject, steps: list[tuple[list[Issue], Grouping, list[Ignored]]]
) -> None:
    model = new_model()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for found, by, ignored in steps:
        groups = groups_of(found, by, ignored)
        model.show(groups)
        assert shown(all_lines(model)) == expected(groups, {IGNORED})
    tester.deleteLater()


@settings(deadline=None)
@given(FOUND, FOUND, st.sampled_from(Grouping), st.data())
def test_what_is_closed_stays_closed(
    qapp: QObject, before: list[Issue], after: list[Issue], by: Grouping, data: st.DataObject
) -> None:
    model = new_model()
    model.show(groups_of(before, by))
    heads = [at for at, line in enumerate(all_lines(model)) if isinstance(line, Heading)]
    closed: set[tuple[str | None, ...]] = set()
    for at in reversed(heads):
        if data.draw(st.booleans()):
            line = model.line(at)
            assert isinstance(line, Heading)
            closed.add(line.key)
            model.toggle(at)
    model.show(groups_of(after, by))
    assert shown(all_lines(model)) == expected(groups_of(after, by), closed)


def test_the_chosen_row_goes_with_its_problem(model: ProblemsModel) -> None:
    kept = issue(block="b", words="Kept")
    model.show(groups_of([issue(), kept], Grouping.SEVERITY))
    chosen = QPersistentModelIndex(model.index(2))
    model.show(groups_of([issue(rule=RULES[1]), issue(), kept], Grouping.SEVERITY))
    assert model.issue(chosen.row()) is kept
    model.show(groups_of([kept, issue(block="c")], Grouping.SEVERITY))
    assert model.issue(chosen.row()) is kept


def test_a_problem_in_other_words_keeps_its_row(model: ProblemsModel) -> None:
    model.show(groups_of([issue(words="5 too many"), issue(block="b")], Grouping.SEVERITY))
    chosen = QPersistentModelIndex(model.index(1))
    model.show(groups_of([issue(words="4 too many"), issue(block="b")], Grouping.SEVERITY))
    assert chosen.isValid()
    assert model.words(model._lines[chosen.row()]) == "4 too many"


def test_only_a_part_of_many_has_rows_until_it_is_asked_for(model: ProblemsModel) -> None:
    many = [issue(block=f"b{at}") for at in range(2500)]
    model.show(groups_of(many, Grouping.SEVERITY))
    assert model.rowCount() == PART
    assert model.row(2000).row() == 2000
    model.show(groups_of(many[:-1], Grouping.SEVERITY))
    assert len(all_lines(model)) == 2500
    model.toggle(0)
    assert model.rowCount() == 1
    model.toggle(0)
    assert model.rowCount() == PART
    assert len(all_lines(model)) == 2500


def test_a_heading_says_whether_it_is_open(model: ProblemsModel) -> None:
    model.show(groups_of([issue(), issue(block="b")], Grouping.SEVERITY))

    told = Qt.ItemDataRole.AccessibleTextRole
    assert model.data(model.index(0), told) == "Errors. 2 problems, open"
    model.toggle(0)
    assert model.data(model.index(0), told) == "Errors. 2 problems, closed"


@pytest.mark.parametrize(
    ("by", "keys"),
    [
        (Grouping.SEVERITY, [("severity", "error"), ("severity", "hint")]),
        (Grouping.BLOCK, [("block", None, None), ("block", "main", "a"), ("block", "main", "c")]),
        (Grouping.FLOW, [("flow", None), ("flow", "main")]),
        (Grouping.RULE, [("rule", RULES[1]), ("rule", RULES[0])]),
    ],
)
def test_groups_stand_in_order(by: Grouping, keys: list[object]) -> None:
    found = [
        issue(RULES[1], block="c"),
        issue(RULES[1], block="project"),
        issue(RULES[0], Severity.HINT, "a"),
    ]
    assert [group.key for group in grouped(found, by, PROJECT)] == keys


@pytest.mark.parametrize(
    ("wanted", "left"),
    [
        (Wanted(), ["a", "b", None, None]),
        (Wanted(scope=Scope.FLOW), ["a", "b", None]),
        (Wanted(scope=Scope.SELECTED), ["b"]),
        (Wanted(scope=Scope.TOUCHED), ["a"]),
        (Wanted(flow="other"), []),
        (Wanted(language="id"), ["b"]),
    ],
)
def test_only_what_is_wanted_is_listed(wanted: Wanted, left: list[str | None]) -> None:
    found = [issue(), issue(block="b", field="id"), issue(block=None), issue(block="project")]
    here = Here("main", frozenset({("main", "b")}), frozenset({("main", "a")}))
    assert [each.block for each in wanted.chosen(found, here)] == left


def test_an_unknown_check_is_called_by_its_name(model: ProblemsModel) -> None:
    assert model.words(Ignored("from-the-future", "main", None, "we know")) == (
        "from-the-future: we know"
    )
