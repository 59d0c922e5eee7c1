"""SMS parts, against the vectors of the trade and a second counter, PyPI's smsutil.

`tests/engines/test_sms_parts.py` compares them with Twilio's own calculator, too.
"""

import pytest
import smsutil
from hypothesis import given
from hypothesis import strategies as st

from flowdesigner.channels.sms_parts import GSM_BASIC, GSM_EXTENDED, count_sms


@pytest.mark.parametrize(
    ("text", "units", "parts"),
    [
        ("", 0, 1),
        ("a" * 160, 160, 1),
        ("a" * 161, 161, 2),
        ("a" * 306, 306, 2),
        ("a" * 307, 307, 3),
        ("€" * 80, 160, 1),
        ("€" * 81, 162, 2),
        ("a" * 152 + "€" + "a" * 10, 164, 2),
        ("ü" * 69 + "—", 70, 1),
        ("ü" * 70 + "—", 71, 2),
        ("😀" * 35, 70, 1),
        ("😀" * 36, 72, 2),
        ("👨‍👩‍👧‍👦" * 7, 77, 2),
        ("Kode {ABC} [diskon] ~50%", 29, 1),
    ],
)
def test_vectors(text: str, units: int, parts: int) -> None:
    counted = count_sms(text)

    assert (counted.units, counted.parts) == (units, parts)


STANDARD = st.sampled_from(sorted(GSM_BASIC | GSM_EXTENDED))
FOREIGN = st.sampled_from([*"“”\u2018\u2019—…êşЖあ漢", "😀", "👍🏽", "🇮🇩", "👨‍👩‍👧‍👦", "e\u0301"])


@given(st.lists(st.one_of(STANDARD, FOREIGN), max_size=400).map("".join))
def test_agrees_with_a_second_counter(text: str) -> None:
    """It cuts families and flags as networks do, between any two units that are no pair."""
    assert count_sms(text).parts == max(1, len(smsutil.split(text).parts))


@given(
    st.integers(0, 160), st.lists(st.one_of(STANDARD, FOREIGN), min_size=1, max_size=9),
    st.integers(1, 4),
)  # fmt: skip
def test_agrees_at_the_borders_of_parts(before: int, pieces: list[str], times: int) -> None:
    text = ("a" * before + "".join(pieces)) * times

    assert count_sms(text).parts == max(1, len(smsutil.split(text).parts))


@given(st.text(st.sampled_from(sorted(GSM_BASIC | GSM_EXTENDED)), max_size=400))
def test_the_whole_alphabet_is_standard(text: str) -> None:
    assert count_sms(text).gsm
