"""Finding a rule by what somebody typed."""

import difflib

from flowdesigner.checks.rule import Rule
from flowdesigner.checks.rules import RULES
from flowdesigner.cli.command import Refused
from flowdesigner.texts import N_, translate


def rule_called(word: str) -> Rule:
    """The rule of a name, or of one of its numbers in the catalogue."""
    by_name = {each.name: each for each in RULES}
    by_number = {number.lower(): each for each in RULES for number in each.numbers}
    rule = by_name.get(word) or by_number.get(word.lower())
    if rule is None:
        near = difflib.get_close_matches(word, by_name, 1)
        hint = translate(N_("Did you mean “{rule}”?"), rule=near[0]) if near else ""
        words = translate(N_("There is no rule “{rule}”."), rule=word)
        raise Refused(f"{words} {hint}".strip())
    return rule
