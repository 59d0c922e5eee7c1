"""What the checks find as SARIF 2.1.0, the format in which code platforms read findings."""

from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote

from msgspec import Struct

from flowdesigner import __version__
from flowdesigner.checks.rule import Fix, Issue, PathStep, Rule, Severity
from flowdesigner.checks.rules import RULES
from flowdesigner.cli.positions import place_of, place_of_step
from flowdesigner.cli.replacements import replacements
from flowdesigner.formats.native.tree import Place
from flowdesigner.model.walk import dotted
from flowdesigner.storage.project_file import OpenFile
from flowdesigner.storage.save_project import as_saved
from flowdesigner.texts import english

Json = Mapping[str, object]

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
LEVELS: Mapping[Severity, str] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.HINT: "note",
}
MOST_TEXT = 2_000_000
"""So many characters are written at most to tell what fixes do to a file: each writes all of it."""
MOST_STEPS = 5_000
"""So many steps of ways are told of a file at most: each problem of a long flow has a long way."""

_POSITIONS = {rule.name: at for at, rule in enumerate(RULES)}


class CheckedFile(Struct, frozen=True):
    """A project file with what was found in it."""

    name: str
    """As it was given."""
    opened: OpenFile
    issues: Sequence[Issue]
    ignored: Sequence[tuple[Issue, str]]
    """What the author lets stand, and why."""


def log_of(files: Sequence[CheckedFile], day: str, *, complete: bool) -> Json:
    """The log of a run; complete when every file could be read."""
    return {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": _driver()},
                "invocations": [{"executionSuccessful": complete}],
                "columnKind": "unicodeCodePoints",
                "results": [each for file in files for each in _results(file)],
                "properties": {"asOf": day},
            }
        ],
    }


def _driver() -> Json:
    return {
        "name": "Flow Designer",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [_described(rule) for rule in RULES],
    }


def _described(rule: Rule) -> Json:
    manual = rule.manual
    help = "\n\n".join(filter(None, (manual.why, manual.source, manual.cure)))
    return {
        "id": rule.name,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": manual.means},
        "help": {"text": help},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {"tags": [rule.kind.value], "aliases": list(rule.numbers)},
    }


def _results(file: CheckedFile) -> Iterator[Json]:
    left, steps = MOST_TEXT // max(len(file.opened.tree.text), 1), MOST_STEPS
    for issue in file.issues:
        fixes, way = issue.fixes[:left], issue.path if len(issue.path) <= steps else ()
        left, steps = left - len(fixes), steps - len(way)
        told = {**_result(file, issue), **_ways(file, way), **_fixes(file, fixes)}
        yield {**told, "suppressions": []}
    for issue, reason in file.ignored:
        kept = {"kind": "inSource", "status": "accepted", "justification": reason}
        yield {**_result(file, issue), "suppressions": [kept]}


def _result(file: CheckedFile, issue: Issue) -> Json:
    place = place_of(issue, file.opened.tree)
    name = ".".join(filter(None, (issue.flow, issue.block)))
    about = "|".join((issue.rule, name, dotted(issue.field)))
    return {
        "ruleId": issue.rule,
        "ruleIndex": _POSITIONS[issue.rule],
        "level": LEVELS[issue.severity],
        "message": {"text": english(issue.message)},
        "locations": [_location(file.name, place, name)],
        "partialFingerprints": {"place/v1": sha256(about.encode()).hexdigest()[:32]},
    }


def _ways(file: CheckedFile, path: Sequence[PathStep]) -> Json:
    """The way through the drawing that shows an issue."""
    if not path:
        return {}
    tree = file.opened.tree
    locations = [
        {
            "location": {
                **_location(file.name, place_of_step(step, tree), f"{step.flow}.{step.block}"),
                "message": {"text": step.exit or step.block},
            }
        }
        for step in path
    ]
    return {"codeFlows": [{"threadFlows": [{"locations": locations}]}]}


def _location(file: str, place: Place, name: str) -> Json:
    region = {"startLine": place.line, "startColumn": place.column}
    physical = {"artifactLocation": {"uri": uri_of(file)}, "region": region}
    if not name:
        return {"physicalLocation": physical}
    kind = "function" if "." in name else "module"
    logical = {"name": name.rpartition(".")[2], "fullyQualifiedName": name, "kind": kind}
    return {"physicalLocation": physical, "logicalLocations": [logical]}


def uri_of(file: str) -> str:
    """A file as SARIF names it: relative ones stay relative."""
    path = Path(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())


def _fixes(file: CheckedFile, fixes: Sequence[Fix]) -> Json:
    found = [told for fix in fixes if (told := _fix(file, fix))]
    return {"fixes": found} if found else {}


def _fix(file: CheckedFile, fix: Fix) -> Json | None:
    """What a fix does to the text of the file; nothing when it does not change it."""
    opened = file.opened
    after = fix.edit.apply(opened.project)
    changes = replacements(opened.tree.text, as_saved(opened, after).text)
    if not changes:
        return None
    return {
        "description": {"text": english(fix.title)},
        "artifactChanges": [
            {
                "artifactLocation": {"uri": uri_of(file.name)},
                "replacements": [
                    {
                        "deletedRegion": {
                            "startLine": each.first, "startColumn": 1,
                            "endLine": each.end, "endColumn": 1,
                        },
                        "insertedContent": {"text": each.lines},
                    }
                    for each in changes
                ],
            }
        ],
    }  # fmt: skip
