"""Parts of SMS, counted by us and by Twilio's own calculator.

They differ in one thing, on purpose. The calculator never splits what a reader takes for one
character, such as a family of emoji, a flag, or a letter with a loose accent. Networks do: a part
is cut between any two UTF-16 units that are not one pair (3GPP TS 23.038 and 23.040 know nothing
of more), and that is what is billed. So for such texts we may count fewer parts, never more.
"""

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flowdesigner.channels.sms_parts import GSM_BASIC, GSM_EXTENDED, SmsCount, count_sms
from tests.engines.engines import ROOT, engine

pytestmark = [pytest.mark.engines, pytest.mark.timeout(300)]

Count = Callable[[str], SmsCount]

GSM = st.sampled_from(sorted(GSM_BASIC | GSM_EXTENDED))
LETTERS = GSM.filter(lambda letter: letter != "\r")
"""Twilio's calculator takes a line end of two characters for one."""
FOREIGN = st.sampled_from(
    [*"“”\u2018\u2019—\u2013…\u00d7→•êşłőЖяあ漢字", "\u00a0", "😀", "👍", "🎉", "\U0001d538"]
)
SPLIT = st.sampled_from(["👨‍👩‍👧‍👦", "🇮🇩", "👍🏽", "e\u0301", "❤️", "1️⃣"])
"""Several code points that a reader takes for one character."""


@pytest.fixture(scope="module")
def twilio() -> Iterator[Count]:
    """Twilio's calculator, kept running."""
    folder, node = engine("sms"), shutil.which("node")
    assert node is not None
    driver = ROOT / "tests" / "engines" / "sms" / "count.cjs"
    command = [node, str(driver), str(folder)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8",
        env=dict(os.environ),
    ) as run:  # fmt: skip
        assert run.stdin is not None
        assert run.stdout is not None
        asked, answers = run.stdin, run.stdout

        def count(text: str) -> SmsCount:
            asked.write(json.dumps(text) + "\n")
            asked.flush()
            found = json.loads(answers.readline())
            return SmsCount(found["units"], found["parts"], found["gsm"], 0)

        yield count
        asked.close()


def same(ours: SmsCount, theirs: SmsCount) -> bool:
    return (ours.gsm, ours.units, ours.parts) == (theirs.gsm, theirs.units, theirs.parts)


MANY = settings(
    max_examples=1000, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@MANY
@given(text=st.lists(GSM, max_size=700).map("".join).filter(lambda text: "\r\n" not in text))
def test_the_standard_alphabet(twilio: Count, text: str) -> None:
    assert same(count_sms(text), twilio(text))


@MANY
@given(
    text=st.lists(st.one_of(GSM.filter(lambda c: c != "\r"), FOREIGN), max_size=400).map("".join)
)
def test_any_letters_and_emoji(twilio: Count, text: str) -> None:
    assert same(count_sms(text), twilio(text))


@MANY
@given(
    before=st.integers(0, 160), text=st.lists(st.one_of(GSM, FOREIGN), min_size=1, max_size=9),
    times=st.integers(1, 4),
)  # fmt: skip
def test_at_the_borders_of_parts(twilio: Count, before: int, text: list[str], times: int) -> None:
    whole = ("a" * before + "".join(text)) * times
    assert "\r\n" in whole or same(count_sms(whole), twilio(whole))


@MANY
@given(text=st.lists(st.one_of(SPLIT, st.sampled_from("abc ")), max_size=120).map("".join))
def test_what_readers_take_for_one_character_may_be_cut(twilio: Count, text: str) -> None:
    ours, theirs = count_sms(text), twilio(text)

    assert (ours.gsm, ours.units) == (theirs.gsm, theirs.units)
    assert ours.parts <= theirs.parts
    assert (ours.parts == 1) == (theirs.parts == 1)


def test_flags_show_the_difference(twilio: Count) -> None:
    """Sixteen flags fill 64 of 67 units; a network puts half of the next one into the same part."""
    text = "🇮🇩" * 49

    assert (count_sms(text).parts, twilio(text).parts) == (3, 4)
