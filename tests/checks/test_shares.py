"""Shares that do not add up are shared out anew."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from flowdesigner.checks.rules.useless_split import in_hundredths


@given(st.lists(st.one_of(st.none(), st.integers(-5, 10**6)), min_size=1, max_size=100))
def test_they_add_up_to_100_and_none_is_without_customers(shares: list[int | None]) -> None:
    found = in_hundredths(shares)
    assert (len(found), sum(found)) == (len(shares), 100)
    assert min(found) > 0


@given(st.lists(st.integers(1, 1000), min_size=2, max_size=6))
def test_who_had_more_has_no_less(shares: list[int]) -> None:
    pairs = sorted(zip(shares, in_hundredths(shares), strict=True))
    assert all(more >= less - 1 for (_one, less), (_other, more) in pairwise(pairs))


def test_what_adds_up_stays() -> None:
    assert in_hundredths([30, 70]) == [30, 70]
    assert in_hundredths([1, 2]) == [33, 67]
