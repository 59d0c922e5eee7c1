"""`flowdesigner check`: what is wrong with projects."""

from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Collection, Sequence
from datetime import date

from flowdesigner.checks.check import check
from flowdesigner.checks.rule import SEVERITY_LABELS, Issue, Severity
from flowdesigner.cli.command import (
    FOUND,
    GOOD,
    UNUSABLE,
    Command,
    add_as_of,
    add_files,
    add_format,
    day_of,
)
from flowdesigner.cli.files import Readable, files_beside
from flowdesigner.cli.output import say, say_json
from flowdesigner.cli.positions import place_of
from flowdesigner.cli.rule_names import rule_called
from flowdesigner.cli.sarif import CheckedFile, log_of
from flowdesigner.edits.ignore import ignored_in, ignoring_nothing
from flowdesigner.formats.native.tree import Tree
from flowdesigner.model.project import Project
from flowdesigner.model.walk import dotted
from flowdesigner.texts import N_, english, ntranslate, translate

Checked = tuple[str, Tree, Sequence[Issue]]


def _add_arguments(parser: ArgumentParser) -> None:
    add_files(parser)
    add_format(parser, "sarif")
    add_as_of(parser)
    parser.add_argument(
        "--rule", metavar="NAME", action="append", default=[],
        help=translate(N_("tell only what this rule finds; may be given several times")),
    )  # fmt: skip


def _run(given: Namespace) -> int:
    files = Readable(given.files)
    as_of, wanted = day_of(given.as_of), {rule_called(each).name for each in given.rule}
    opened = list(files)
    checked = [
        (file, found.tree, _only(wanted, _issues(file, found.project, as_of)))
        for file, found in opened
    ]
    if given.format == "json":
        say_json({"files": [_data(*each) for each in checked]})
    elif given.format == "sarif":
        told = [
            CheckedFile(file, found, issues, _let_stand(found.project, as_of, wanted))
            for (file, found), (_file, _tree, issues) in zip(opened, checked, strict=True)
        ]
        say_json(log_of(told, as_of.isoformat(), complete=files.all))
    else:
        for each in checked:
            _tell(*each)
    if not files.all:
        return UNUSABLE
    errors = any(issue.severity is Severity.ERROR for _, _, found in checked for issue in found)
    return FOUND if errors else GOOD


def _issues(file: str, project: Project, as_of: date) -> Sequence[Issue]:
    return check(project, as_of, files_beside(file, project))


def _only(rules: Collection[str], issues: Sequence[Issue]) -> Sequence[Issue]:
    """What some rules have found; everything, when none is named."""
    return [issue for issue in issues if issue.rule in rules] if rules else issues


def _let_stand(project: Project, day: date, wanted: Collection[str]) -> Sequence[tuple[Issue, str]]:
    """What the author lets stand, and why; found by looking as if nothing might."""
    reasons = {(each.rule, each.flow, each.block): each.reason for each in ignored_in(project)}
    if not reasons:
        return ()
    found = _only(wanted, check(ignoring_nothing(project), day))
    places = [(issue, (issue.rule, issue.flow, issue.block)) for issue in found]
    return [(issue, reasons[place]) for issue, place in places if place in reasons]


def _data(file: str, tree: Tree, issues: Sequence[Issue]) -> dict[str, object]:
    counted = Counter(issue.severity for issue in issues)
    return {
        "file": file,
        "issues": [_issue_data(issue, tree) for issue in issues],
        "summary": {
            "errors": counted[Severity.ERROR],
            "warnings": counted[Severity.WARNING],
            "hints": counted[Severity.HINT],
        },
    }


def _issue_data(issue: Issue, tree: Tree) -> dict[str, object]:
    place = place_of(issue, tree)
    return {
        "rule": issue.rule,
        "alias": issue.alias or None,
        "severity": issue.severity.value,
        "flow": issue.flow,
        "block": issue.block,
        "field": dotted(issue.field) or None,
        "message": english(issue.message),
        "path": [step._asdict() for step in issue.path],
        "line": place.line,
        "column": place.column,
    }


def _tell(file: str, tree: Tree, issues: Sequence[Issue]) -> None:
    for issue in issues:
        place = place_of(issue, tree)
        where = ".".join(filter(None, (issue.flow, issue.block)))
        words = f"{where}: {issue.message}" if where else str(issue.message)
        level = translate(SEVERITY_LABELS[issue.severity])
        say(f"{file}:{place.line}:{place.column}: {level}: {words} [{issue.rule}]")
        if issue.path:
            steps = " > ".join(f"{step.block}.{step.exit}".strip(".") for step in issue.path)
            say("    " + translate(N_("on the way")) + " " + steps)
    counted = Counter(issue.severity for issue in issues)
    errors = ntranslate("{n} error", "{n} errors", counted[Severity.ERROR])
    warnings = ntranslate("{n} warning", "{n} warnings", counted[Severity.WARNING])
    hints = ntranslate("{n} hint", "{n} hints", counted[Severity.HINT])
    say(f"{file}: {errors}, {warnings}, {hints}")


CHECK = Command(
    name="check", help=N_("say what is wrong with a project"),
    add_arguments=_add_arguments, run=_run,
)  # fmt: skip
