"""The dataflow pass says the same as walking every way, and the ways it shows are ways."""

from collections.abc import Mapping

from hypothesis import given, settings
from hypothesis import strategies as st

from flowdesigner.checks.check import check
from flowdesigner.checks.rule import Issue, Severity
from flowdesigner.model.project import Project
from tests.checks.reading import project_from

VARIABLES = ("a", "b")
NAMES = [f"block_{number}" for number in range(7)]
TARGETS = st.sampled_from(NAMES)


def ask(variable: str, good: str, bad: str) -> dict[str, object]:
    exits = {"answered": good, "invalid": bad}
    text = {"en": "What?"}
    return {"type": "ask", "text": text, "answer": "text", "save_to": variable, "exits": exits}


def clear(variable: str, target: str) -> dict[str, object]:
    changes = [{"variable": variable, "clear": True}]
    return {"type": "set", "changes": changes, "exits": {"next": target}}


def which(variable: str, negated: bool, known: str, unknown: str) -> dict[str, object]:
    row = {"variable": variable, "op": "is_set"}
    case = {"id": "yes", "when": {"not": row} if negated else row}
    return {"type": "condition", "cases": [case], "exits": {"yes": known, "else": unknown}}


def tell(variable: str, target: str) -> dict[str, object]:
    return {"type": "message", "text": {"en": f"{{{{ {variable} }}}}"}, "exits": {"next": target}}


NAMED = st.sampled_from(VARIABLES)
BLOCKS = st.one_of(
    st.builds(ask, NAMED, TARGETS, TARGETS),
    st.builds(clear, NAMED, TARGETS),
    st.builds(which, NAMED, st.booleans(), TARGETS, TARGETS),
    st.builds(tell, NAMED, TARGETS),
)
FLOWS = st.lists(BLOCKS, min_size=len(NAMES), max_size=len(NAMES))

State = tuple[str, frozenset[str]]


def steps(block: Mapping[str, object], known: frozenset[str]) -> dict[str, frozenset[str]]:
    """Per exit, what has a value afterwards; a condition's exit makes sure of it, no more."""
    match block["type"]:
        case "ask":
            return {"answered": known | {block["save_to"]}, "invalid": known}
        case "set":
            return {"next": known - {block["changes"][0]["variable"]}}
        case "condition":
            when = block["cases"][0]["when"]
            row = when.get("not", when)
            with_it = known | {row["variable"]}
            return {
                "yes": known if "not" in when else with_it,
                "else": with_it if "not" in when else known,
            }
    return {"next": known}


def every_state(blocks: Mapping[str, Mapping[str, object]]) -> set[State]:
    begin: State = (NAMES[0], frozenset())
    seen, waiting = {begin}, [begin]
    while waiting:
        name, known = waiting.pop()
        for exit, after in steps(blocks[name], known).items():
            there = (blocks[name]["exits"][exit], after)
            if there not in seen:
                seen.add(there)
                waiting.append(there)
    return seen


def project_with(blocks: Mapping[str, object]) -> Project:
    flow = {"starts": [{"trigger": "event"}], "first": NAMES[0], "blocks": blocks}
    variables = {name: {"type": "text"} for name in VARIABLES}
    return project_from({"languages": ["en"], "variables": variables, "flows": {"main": flow}})


@given(FLOWS)
@settings(max_examples=200, deadline=None)
def test_unset_readings_are_those_of_walking_every_way(listed: list[dict[str, object]]) -> None:
    blocks = dict(zip(NAMES, listed, strict=True))
    states = every_state(blocks)
    expected = {}
    for name, block in blocks.items():
        here = [known for at, known in states if at == name]
        if block["type"] == "message" and here:
            variable = block["text"]["en"].strip("{} ")
            without = [known for known in here if variable not in known]
            if without:
                surely = len(without) == len(here)
                expected[name] = Severity.ERROR if surely else Severity.WARNING
    found = [each for each in check(project_with(blocks)) if each.rule == "variable-not-set"]
    assert {str(each.block): each.severity for each in found} == expected
    for issue in found:
        shows(issue, blocks)


def shows(issue: Issue, blocks: Mapping[str, Mapping[str, object]]) -> None:
    """Whether the way of an issue goes along exits, and never gives the variable a value."""
    variable = str(issue.message.params["variable"])
    known: frozenset[str] = frozenset()
    assert issue.path[0].block == NAMES[0]
    for step, after in zip(issue.path, issue.path[1:], strict=False):
        assert blocks[step.block]["exits"][step.exit] == after.block
        known = steps(blocks[step.block], known)[step.exit]
    assert issue.path[-1].block == issue.block
    assert variable not in known
    assert len({(step.block) for step in issue.path}) <= len(blocks)
