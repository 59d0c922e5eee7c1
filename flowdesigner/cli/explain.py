"""`flowdesigner explain`: the page of the manual on one rule."""

import textwrap
from argparse import ArgumentParser, Namespace

from flowdesigner.checks.rule import SEVERITY_LABELS, Rule
from flowdesigner.cli.command import GOOD, Command
from flowdesigner.cli.output import say
from flowdesigner.cli.rule_names import rule_called
from flowdesigner.texts import N_, translate


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("rule", metavar="RULE")


def _run(given: Namespace) -> int:
    _tell(rule_called(given.rule))
    return GOOD


def _tell(rule: Rule) -> None:
    level = translate(SEVERITY_LABELS[rule.severity])
    numbers = ", ".join(rule.numbers)
    say(f"{rule.name}{f' ({numbers})' if numbers else ''}: {level}")
    say(translate(rule.title))
    for heading, words in (
        (N_("What it means"), rule.manual.means),
        (N_("Why it matters"), rule.manual.why),
        (N_("What to do"), rule.manual.cure),
    ):
        say(f"\n{translate(heading)}")
        for paragraph in translate(words).split("\n"):
            say(textwrap.fill(paragraph, 96, initial_indent="  ", subsequent_indent="  "))


EXPLAIN = Command(name="explain", help=N_("explain a rule"), add_arguments=_add_arguments, run=_run)
