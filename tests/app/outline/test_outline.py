"""The flow read as a conversation, line by line, and edited there without a mouse."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from flowdesigner.edits.blocks import SetValue
from flowdesigner.edits.connections import Connect
from tests.app.drivers.canvas import project_of
from tests.app.drivers.outline import OutlineDriver

BLOCKS = {
    "alone": {"type": "message", "text": {"en": "Nobody comes here"}},
    "hello": {"type": "message", "text": {"en": "Hello"}, "exits": {"next": "what"}},
    "what": {
        "type": "menu",
        "text": {"en": "What do you need?"},
        "options": [
            {"id": "order", "label": {"en": "My order"}},
            {"id": "help", "label": {"en": "Help"}},
            {"id": "again", "label": {"en": "Say it again"}},
        ],
        "exits": {"again": "hello", "order": "number", "help": "done"},
    },
    "number": {
        "type": "ask",
        "text": {"en": "Your number?"},
        "answer": "text",
        "save_to": "number",
        "exits": {"answered": "thanks", "invalid": "what"},
    },
    "thanks": {"type": "message", "text": {"en": "Thank you"}, "exits": {"next": "done"}},
    "done": {"type": "end"},
}


@pytest.fixture
def author(qtbot: QtBot) -> Iterator[OutlineDriver]:
    driver = OutlineDriver.of(project_of(BLOCKS, first="hello"))
    qtbot.addWidget(driver.panel)
    yield driver
    driver.panel.hide()


def test_it_reads_as_the_conversation(author: OutlineDriver) -> None:
    for line in author.lines(): print(line)
    assert author.lines() == []
