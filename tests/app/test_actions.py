"""The menus as data: every entry can be reached by its letter, in every language."""

from collections import Counter
from collections.abc import Iterator, Sequence

import pytest

from flowdesigner.app.actions import MENUS, SEPARATOR, Action
from flowdesigner.app.canvas.keys import COMMANDS
from flowdesigner.texts import LANGUAGES, current_language, set_language, translate


@pytest.fixture(autouse=True)
def _language_kept() -> Iterator[None]:
    before = current_language()
    yield
    set_language(before)


def letters(titles: Sequence[str]) -> Counter[str]:
    """How often each letter of the keyboard is given, in the language in use."""
    told = (translate(title) for title in titles)
    return Counter(each[each.index("&") + 1].casefold() for each in told if "&" in each)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("menu", MENUS, ids=[title for title, _ in MENUS])
def test_no_letter_is_given_twice(language: str, menu: tuple[str, Sequence[Action]]) -> None:
    set_language(language)
    _, entries = menu
    titles = [each.title for each in entries if each is not SEPARATOR and "&" in each.title]
    given = letters(titles)
    assert given.total() == len(titles)
    assert {letter for letter, count in given.items() if count > 1} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_menu_has_a_letter_of_its_own(language: str) -> None:
    set_language(language)
    given = letters([title for title, _ in MENUS])
    assert given.total() == len(given) == len(MENUS)


def test_no_key_does_two_things() -> None:
    entries = [each for _, menu in MENUS for each in menu]
    keys = [each.shortcut or each.canvas_key for each in entries]
    assert [key for key, count in Counter(filter(None, keys)).items() if count > 1] == []
    assert {each.shortcut for each in entries if each.shortcut} & COMMANDS.keys() == {
        "Ctrl++", "Ctrl+-", "Ctrl+0", "Ctrl+1",
    }  # fmt: skip
