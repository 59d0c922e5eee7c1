"""Help on a block says what stands in its form, how it goes on and how to mend it."""

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QLabel

from flowdesigner.app.help_page import help_on
from flowdesigner.blocks import BLOCK_TYPES, Menu
from flowdesigner.checks.rules import RULES
from flowdesigner.model.block import Block
from tests.app.drivers.window import WindowDriver

MANUAL = next(rule.manual for rule in RULES if rule.name == "field-missing")


def titles(block: Block) -> dict[str, list[str]]:
    """The names of what is told, by the heading above."""
    return {each.title: [entry.name for entry in each.entries] for each in help_on(block, ())}


@pytest.mark.parametrize("type", BLOCK_TYPES)
def test_every_needed_field_and_way_out_is_told(type: type[Block]) -> None:
    block = type.model_construct()
    told = titles(block)

    exits = [str(each.title) for each in block.ways_out()]
    assert told.get("How it can go on", []) == exits
    assert len(set(told["What is filled in"])) == len(told["What is filled in"])


def test_the_fields_of_parts_are_told_too() -> None:
    assert "Answers to choose from: Also understood" in titles(Menu())["What is filled in"]


def test_help_on_a_block_tells_how_its_problems_are_mended(
    window: WindowDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []

    def read(dialog: QDialog) -> int:
        shown.append(dialog.windowTitle())
        shown.extend(each.text() for each in dialog.findChildren(QLabel))
        return 0

    monkeypatch.setattr(QDialog, "exec", read)
    window.choose("new")
    window.add("message")
    window.choose("manual")
    QApplication.processEvents()

    assert shown[0] == "Message"
    assert "“Text” is not filled in." in shown
    assert MANUAL.cure in shown
