"""The rules, one a file, in the order of the manual."""

from collections.abc import Mapping

from flowdesigner.checks.rule import Rule
from flowdesigner.checks.rules import (
    bad_answer_place,
    bad_duration,
    bad_id,
    bad_pattern,
    bad_web_address,
    broken_placeholder,
    duplicate_option,
    emoji_in_sms,
    exit_leads_nowhere,
    field_missing,
    flow_never_starts,
    loop_without_waiting,
    missing_translation,
    odd_comparison,
    placeholders_differ,
    text_too_long,
    too_many_options,
    unknown_block,
    unknown_channel,
    unknown_choice,
    unknown_exit,
    unknown_flow,
    unknown_key,
    unknown_outcome,
    unknown_variable,
    unreachable_block,
    variable_not_set,
)

RULES: tuple[Rule, ...] = (
    field_missing.RULE,
    exit_leads_nowhere.RULE,
    unreachable_block.RULE,
    loop_without_waiting.RULE,
    flow_never_starts.RULE,
    unknown_flow.RULE,
    unknown_outcome.RULE,
    unknown_variable.RULE,
    variable_not_set.RULE,
    unknown_choice.RULE,
    odd_comparison.RULE,
    broken_placeholder.RULE,
    missing_translation.RULE,
    placeholders_differ.RULE,
    duplicate_option.RULE,
    too_many_options.RULE,
    text_too_long.RULE,
    emoji_in_sms.RULE,
    bad_duration.RULE,
    bad_pattern.RULE,
    bad_web_address.RULE,
    bad_answer_place.RULE,
    bad_id.RULE,
    unknown_channel.RULE,
    unknown_block.RULE,
    unknown_exit.RULE,
    unknown_key.RULE,
)

BY_NAME: Mapping[str, Rule] = {each.name: each for each in RULES}
"""The rules by name."""
