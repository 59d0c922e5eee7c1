"""Issues are told by block, anew only where something else was found."""

from hypothesis import given
from hypothesis import strategies as st

from flowdesigner.checks.rule import Issue, Severity
from flowdesigner.checks.told import ByBlock, Told
from flowdesigner.texts import message

SOURCES = ("first", "second")
BLOCKS = ("a", "b", "c")
PLACES = st.sampled_from([None, *BLOCKS])


def issue(source: str, block: str | None, number: int) -> Issue:
    return Issue(
        rule=source, alias="", severity=Severity.HINT, flow="main", block=block, field=(number,),
        message=message("Odd."),
    )  # fmt: skip


FOUND = st.tuples(
    st.sampled_from(SOURCES),
    st.lists(st.tuples(PLACES, st.integers(0, 2)), max_size=4),
    st.permutations(BLOCKS).flatmap(
        lambda order: st.integers(0, len(BLOCKS)).map(lambda n: order[:n])
    ),
)


@given(st.lists(FOUND, max_size=6))
def test_what_changes_little_by_little_is_what_is_found_at_once(
    steps: list[tuple[str, list[tuple[str | None, int]], list[str]]],
) -> None:
    told, known = Told(SOURCES), {each: list[Issue]() for each in SOURCES}
    before: ByBlock = {}
    for source, places, blocks in steps:
        known[source] = [issue(source, block, number) for block, number in places]
        told.finds(source, known[source])
        now = told.by_block(dict.fromkeys(blocks))

        assert list(now) == [None, *blocks]
        for block, issues in now.items():
            every = [each for name in SOURCES for each in known[name] if each.block == block]
            assert list(issues) == every
            assert issues != before.get(block, issues) or issues is before.get(block, issues)
        before = now
