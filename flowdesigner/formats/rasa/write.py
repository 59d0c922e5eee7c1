"""A whole project as a Rasa 3.x project."""

import re
from collections.abc import Iterator, Mapping

from flowdesigner.blocks.ask import Ask
from flowdesigner.formats.format import Export, Loss, Support
from flowdesigner.formats.native.tree import Plain, Word
from flowdesigner.formats.native.write_tree import write_tree
from flowdesigner.formats.rasa.blocks import piece_of
from flowdesigner.formats.rasa.blocks.task import Task
from flowdesigner.formats.rasa.domain import (
    domain,
    flow_of_any_message,
    flows_of_keywords,
    flows_that_start,
)
from flowdesigner.formats.rasa.leaves import leaves
from flowdesigner.formats.rasa.names import Names, names_of
from flowdesigner.formats.rasa.piece import ActionClass
from flowdesigner.formats.rasa.python_source import class_name, class_source, literal
from flowdesigner.formats.rasa.readme import readme
from flowdesigner.formats.rasa.rules import Rules
from flowdesigner.formats.rasa.support_files import REQUIREMENTS, support_files
from flowdesigner.model.project import Project
from flowdesigner.model.variable import BUILT_IN
from flowdesigner.texts import N_, message

DEFAULT_ZONE = "Asia/Jakarta"

KINDS: Mapping[str, tuple[str, ...]] = {
    "flow_blocks": ("AskSystem", "Change", "Decide", "Say"),
    "flow_calls": ("CallFlow", "EndFlow", "Interrupt", "LeaveFlow", "StartFlow"),
    "flow_codes": ("CheckCode", "SendCode"),
    "flow_questions": (
        "Ask", "BackToQuestion", "CheckAnswer", "CheckChoice", "CheckHandover", "HandOver", "Open",
    ),
    "flow_rows": ("AskRows", "CheckRows", "LookForRows"),
    "flow_search": ("CheckQuestion", "Listen", "Search"),
    "flow_ways": (
        "CheckConsent", "CheckOpen", "CheckWait", "Draw", "LookAtConsent", "LookAtHours",
        "NoteConsent", "Reach", "StandStill", "StandUntilOpen",
    ),
}  # fmt: skip
"""The classes of the support files that actions derive from, by their file."""


def write(project: Project) -> Export:
    """The files of a Rasa project, and what they do not say."""
    names = names_of(project)
    pieces = {
        (flow_id, block_id): piece_of(block, Task(project, names, (flow_id, block_id)))
        for flow_id, block_id, block in project.all_blocks()
    }
    rules = Rules(project, pieces)
    arrows, listed = rules.all(), list(pieces.values())
    classes = _classes(project, rules)
    examples, losses = _examples(project)
    tree = {
        "config.yml": _config(project),
        "credentials.yml": {"rest": {}},
        "domain.yml": domain(project, names, listed, classes),
        "data/nlu.yml": {"version": "3.1", "nlu": _nlu(examples)},
        "data/rules.yml": {"version": "3.1", "rules": arrows},
        "endpoints.yml": {"action_endpoint": {"url": "http://localhost:5055/webhook"}},
    }
    found = {name: write_tree(content) for name, content in tree.items()}
    found |= support_files()
    found["actions/actions.py"] = _actions(project, classes)
    found["actions/flow_facts.py"] = _facts(project, names)
    found["requirements-actions.txt"] = REQUIREMENTS
    found["README.md"] = readme(project, listed)
    return Export(dict(sorted(found.items())), (*losses, *_broken_patterns(project)))


def _config(project: Project) -> Mapping[str, Plain]:
    pipeline: list[Plain] = [{"name": Word("KeywordIntentClassifier"), "case_sensitive": False}]
    if flow_of_any_message(project) is not None:
        # What is no word of the journey becomes the intent nlu_fallback, which a rule begins with.
        pipeline.append({"name": Word("FallbackClassifier"), "threshold": 0.5})
    return {
        "recipe": Word("default.v1"),
        "assistant_id": Word(project.id or "journey"),
        "language": Word(project.base_language),
        "pipeline": pipeline,
        "policies": [{"name": Word("RulePolicy")}],
    }


def _examples(project: Project) -> tuple[dict[str, list[str]], list[Loss]]:
    """The words of every intent that is typed; a word that two claim stays with the first."""
    found: dict[str, list[str]] = {}
    losses, taken = [], set()
    for intent, word, flow in _words(project):
        known = word.strip().casefold()
        if known in taken and known not in map(str.casefold, found.get(intent, [])):
            losses.append(
                Loss(
                    what=message(N_("The word “{word}”"), word=word),
                    why=message(N_("Rasa takes a word for one thing only; it already has one.")),
                    status=Support.UNSUPPORTED,
                    flow=flow,
                )
            )
        elif known and known not in taken:
            found.setdefault(intent, []).append(word.strip())
        taken.add(known)
    return found, losses


def _broken_patterns(project: Project) -> Iterator[Loss]:
    """Patterns are RE2's; Rasa's actions read Python's, which is nearly the same."""
    for flow_id, block_id, block in project.all_blocks():
        pattern = block.accept.pattern if isinstance(block, Ask) and block.accept else None
        if pattern and not _python_knows(pattern):
            yield Loss(
                what=message(N_("The pattern “{pattern}”"), pattern=pattern),
                why=message(N_("Python has another way to write it, so no answer will fit.")),
                flow=flow_id,
                block=block_id,
            )


def _python_knows(pattern: str) -> bool:
    try:
        re.compile(pattern)
    except re.error:
        return False
    return True


def _words(project: Project) -> Iterator[tuple[str, str, str]]:
    for flow_id in flows_that_start(project):
        for start in project.flows[flow_id].starting_with("message"):
            for words in (start.words or {}).values():
                yield from ((f"start_{flow_id}", word, flow_id) for word in words)
    for keyword in project.settings.keywords or ():
        for words in (keyword.words or {}).values():
            if keyword.flow in project.flows:
                yield from ((f"keyword_{keyword.flow}", word, str(keyword.flow)) for word in words)


def _nlu(examples: Mapping[str, list[str]]) -> list[Plain]:
    return [
        {"intent": Word(intent), "examples": "".join(f"- {_whole(word)}\n" for word in words)}
        for intent, words in examples.items()
    ]


def _whole(word: str) -> str:
    r"""A pattern that only the whole message fits: Rasa takes an example for `\bEXAMPLE\b`."""
    escaped = re.escape(word).replace("\\ ", " ").replace("\\-", "-")
    if re.match(r"\w", word) and re.search(r"\w\Z", word):
        return f"^{escaped}$"
    return f"(?!)|^{escaped}$|(?!)"


def _classes(project: Project, rules: Rules) -> list[ActionClass]:
    own = [each for piece in rules.pieces.values() for each in piece.classes]
    back = [
        ActionClass(f"action_back_to_{piece.name}", "BackToQuestion") for piece in rules.asked_again
    ]
    return [*_flow_actions(project, rules), *own, *back]


def _actions(project: Project, classes: list[ActionClass]) -> str:
    kinds = {each.kind for each in classes}
    head = f'"""What the blocks of {_in_a_docstring(project)} do, one class an action."""'
    imports = "\n".join(_import(module, kinds) for module in KINDS if kinds & set(KINDS[module]))
    taken: dict[str, int] = {}
    sources = []
    for each in classes:
        name = class_name(each.name)
        taken[name] = taken.get(name, 0) + 1
        sources.append(class_source(each, name if taken[name] == 1 else f"{name}{taken[name]}"))
    return "\n\n\n".join([f"{head}\n\n{imports}", *sources]) + "\n"


def _import(module: str, kinds: set[str]) -> str:
    return f"from actions.{module} import {', '.join(sorted(kinds & set(KINDS[module])))}"


def _in_a_docstring(project: Project) -> str:
    name = project.name or project.id or "the journey"
    return re.sub(r'["\\\n]', " ", name)


def _flow_actions(project: Project, rules: Rules) -> Iterator[ActionClass]:
    for flow in flows_that_start(project):
        starts = project.flows[flow].starting_with("message")
        words = sorted(set().union(*(words_of(start.words) for start in starts)))
        yield ActionClass(f"action_start_{flow}", "StartFlow", {"words": words})
    for flow in flows_of_keywords(project):
        waits = {each.form: f"{each.name}_again" for each in rules.waits_interrupted_for(flow)}
        yield ActionClass(f"action_keyword_{flow}", "Interrupt", {"flow": flow, "returns": waits})
    for leave in leaves(project):
        own = [piece for place, piece in rules.pieces.items() if place[0] == leave.flow]
        asked = [piece for piece in own if piece.going == "by_form"]
        calls = [f"{each.name}_{way}" for each in own if each.going == "call" for way in each.ways]
        stops: dict[str, object] = {
            "forms": [each.form for each in asked],
            "calls": [*calls, *(f"{each.name}_again" for each in asked)],
        }
        yield ActionClass(f"action_{leave.name}", "LeaveFlow", stops)
        yield ActionClass(leave.ends, "EndFlow", {"outcome": leave.outcome})


def words_of(words: Mapping[str, tuple[str, ...]] | None) -> set[str]:
    """The words of all languages, as messages compare."""
    return {word.strip().casefold() for each in (words or {}).values() for word in each}


def _facts(project: Project, names: Names) -> str:
    variables = {}
    for id, variable in project.variables.items():
        variables[id] = {"type": variable.type}
        if variable.values:
            labels = {each.id: dict(each.label or {}) for each in variable.values}
            variables[id] |= {"values": labels}  # type: ignore[dict-item]
    facts = {
        "LANGUAGES": list(project.facts.languages),
        "BASE_LANGUAGE": project.base_language,
        "CURRENCY": project.facts.currency,
        "TIME_ZONE": project.settings.time_zone or DEFAULT_ZONE,
        "BUSINESS_HOURS": dict(project.settings.business_hours or {}),
        "BUILT_IN": dict(BUILT_IN),
        "VARIABLES": variables,
        "SLOTS": dict(names.variables),
    }
    lines = [f"{name} = {literal(value, len(name) + 3)}" for name, value in facts.items()]
    return "\n".join(['"""Facts about the journey that its actions need."""', "", *lines]) + "\n"
