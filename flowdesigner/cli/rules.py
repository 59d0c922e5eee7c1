"""`flowdesigner rules`: what is checked."""

from argparse import ArgumentParser, Namespace

from flowdesigner.checks.rule import SEVERITY_LABELS, Rule
from flowdesigner.checks.rules import RULES
from flowdesigner.cli.command import GOOD, Command, add_format
from flowdesigner.cli.output import say, say_json
from flowdesigner.texts import N_, translate


def _add_arguments(parser: ArgumentParser) -> None:
    add_format(parser)


def _run(given: Namespace) -> int:
    if given.format == "json":
        say_json({"rules": [_data(each) for each in RULES]})
        return GOOD
    width = max(len(each.name) for each in RULES)
    for each in RULES:
        level = translate(SEVERITY_LABELS[each.severity])
        say(f"{each.name:{width}}  {level:12} {translate(each.title)}")
    return GOOD


def _data(rule: Rule) -> dict[str, object]:
    return {
        "rule": rule.name,
        "alias": rule.alias or None,
        "also": list(rule.also),
        "severity": rule.severity.value,
        "kind": rule.kind.value,
        "title": rule.title,
        "source": rule.manual.source,
    }


RULES_COMMAND = Command(
    name="rules", help=N_("list what is checked"), add_arguments=_add_arguments, run=_run
)
