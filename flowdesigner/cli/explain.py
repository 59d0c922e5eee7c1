"""`flowdesigner explain`: the page of the manual on one rule."""

import difflib
import textwrap
from argparse import ArgumentParser, Namespace

from flowdesigner.checks.rule import SEVERITY_LABELS, Rule
from flowdesigner.checks.rules import RULES
from flowdesigner.cli.command import GOOD, Command, Refused
from flowdesigner.cli.output import say
from flowdesigner.texts import N_, translate


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("rule", metavar="RULE")


def _run(given: Namespace) -> int:
    by_name = {each.name: each for each in RULES}
    by_number = {number.lower(): each for each in RULES for number in each.numbers}
    rule = by_name.get(given.rule) or by_number.get(given.rule.lower())
    if rule is None:
        near = difflib.get_close_matches(given.rule, by_name, 1)
        hint = translate(N_("Did you mean “{rule}”?"), rule=near[0]) if near else ""
        words = translate(N_("There is no rule “{rule}”."), rule=given.rule)
        raise Refused(f"{words} {hint}".strip())
    _tell(rule)
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
