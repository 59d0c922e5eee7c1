"""SMS parts, against the vectors of the trade and a second counter."""

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


ALPHABET = st.sampled_from([*"ab1 €{}~", "é", "“", "😀", "—", "\n"])


@given(st.text(ALPHABET, max_size=400))
def test_agrees_with_a_second_counter(text: str) -> None:
    assert count_sms(text).parts == max(1, len(smsutil.split(text).parts))


@given(st.text(st.sampled_from(sorted(GSM_BASIC | GSM_EXTENDED)), max_size=400))
def test_the_whole_alphabet_is_standard(text: str) -> None:
    assert count_sms(text).gsm
