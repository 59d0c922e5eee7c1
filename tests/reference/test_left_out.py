"""Every number of the catalogue of chat rules is checked, or it is said why not."""

import re
from pathlib import Path

import pytest

from flowdesigner.checks.rules import RULES
from flowdesigner.reference.left_out import LEFT_OUT

CATALOGUE = Path(__file__).resolve().parents[3] / "shared" / "reference" / "channels.md"


def test_nothing_is_both_checked_and_left_out() -> None:
    checked = {number for rule in RULES for number in rule.numbers}
    assert checked.isdisjoint(each.number for each in LEFT_OUT)


@pytest.mark.skipif(not CATALOGUE.exists(), reason="the catalogue is not beside the project")
def test_the_whole_catalogue_is_answered() -> None:
    written = CATALOGUE.read_text("utf-8").partition("## 2.3")[2].partition("## 2.4")[0]
    numbers = set(re.findall(r"^\| ([A-Z]{2,4}[0-9]+) \|", written, re.MULTILINE))
    answered = {number for rule in RULES for number in rule.numbers}
    answered |= {each.number for each in LEFT_OUT}
    assert len(numbers) == 98
    assert numbers <= answered
