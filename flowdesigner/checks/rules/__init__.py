"""The rules, one a file, in the order of the manual."""

from collections.abc import Mapping

from flowdesigner.checks.rule import Rule
from flowdesigner.checks.rules import exit_leads_nowhere, field_missing, unreachable_block

RULES: tuple[Rule, ...] = (
    field_missing.RULE,
    exit_leads_nowhere.RULE,
    unreachable_block.RULE,
)

BY_NAME: Mapping[str, Rule] = {each.name: each for each in RULES}
"""The rules by name."""
