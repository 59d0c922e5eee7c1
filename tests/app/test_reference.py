"""The reference in the window."""

import pytest
from pytestqt.qtbot import QtBot

from flowdesigner.app.reference import Reference
from flowdesigner.blocks import BLOCK_TYPES
from flowdesigner.checks.rules import RULES
from flowdesigner.model.reference import word_of
from flowdesigner.texts import set_language
from tests.app.drivers.inspector import replace_in


@pytest.fixture
def reference(qtbot: QtBot) -> Reference:
    made = Reference("wait")
    qtbot.addWidget(made)
    return made


def listed(reference: Reference) -> list[str]:
    return [reference.list.item(at).text() for at in range(reference.list.count())]


def test_it_has_a_page_on_every_block_and_check_and_opens_at_the_one_asked_for(
    reference: Reference,
) -> None:
    assert reference.list.count() == len(BLOCK_TYPES) + 1 + len(RULES)
    assert reference.list.currentItem().text() == "Wait"
    assert "Waited too long" in reference.text.toPlainText()


def test_every_page_can_be_read(reference: Reference) -> None:
    for word in (*map(word_of, BLOCK_TYPES), "channels", *(each.name for each in RULES)):
        reference.open(word)
        title = reference.list.currentItem().text()
        assert reference.text.toPlainText().startswith(title)


def test_a_word_finds_the_pages_it_is_on(reference: Reference) -> None:
    replace_in(reference.search, "cooldown")
    assert listed(reference) == []

    replace_in(reference.search, "Right code")
    assert "One-time code" in listed(reference)
    assert "Menu" not in listed(reference)


def test_it_speaks_indonesian(qtbot: QtBot) -> None:
    set_language("id")
    try:
        reference = Reference("otp")
        qtbot.addWidget(reference)
        assert "Kode sekali pakai" in reference.text.toPlainText()
    finally:
        set_language("en")
