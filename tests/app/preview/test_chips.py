"""Suggested replies, which stand below a message on RCS and in a web chat."""

from itertools import pairwise

import pytest

from flowdesigner.app.preview.chat_button import ChatButton
from tests.app.drivers.preview import PreviewDriver
from tests.simulate.projects import project_from

MENU = """
id: shop
languages: [en]
channels: [%s]
flows:
  main:
    name: Help
    starts: [{trigger: message, words: {en: [help]}}]
    first: what
    blocks:
      what:
        type: menu
        text: {en: What can I do?}
        options:
          - {id: track, label: {en: Track my order}}
          - {id: move, label: {en: Change the address}}
          - {id: back, label: {en: Return an item}}
        exits: {track: told, move: bye, back: bye, other: bye}
      told: {type: message, text: {en: On its way.}, exits: {next: bye}}
      bye: {type: end}
"""


@pytest.mark.parametrize("channel", ["rcs", "webchat"])
def test_chips_break_into_rows_below_the_bubble_and_answer(qtbot, channel: str) -> None:
    preview = PreviewDriver(qtbot, project_from(MENU % channel))
    preview.write("help")
    chips = [each for each in preview.panel.findChildren(ChatButton) if each.pill]

    assert [each.words for each in chips] == [
        "Track my order", "Change the address", "Return an item",
    ]  # fmt: skip
    assert len({each.y() for each in chips}) == 2, "more than one row, fewer than one each"
    for one, other in pairwise(chips):
        assert not one.geometry().intersects(other.geometry())
    assert all(each.parentWidget().rect().contains(each.geometry()) for each in chips)

    preview.tap("Track my order")

    assert "On its way." in [each.text for each in preview.panel.player.session.transcript]


def test_every_number_of_a_long_menu_can_be_tapped(qtbot) -> None:
    options = "\n".join(f"          - {{id: o{n}, label: {{en: Answer {n}}}}}" for n in range(14))
    head, rest = (MENU % "sms").split("          - {id: track", 1)
    long = head + options + "\n        exits:" + rest.split("        exits:", 1)[1]
    preview = PreviewDriver(qtbot, project_from(long))
    preview.write("help")

    preview.press("14")
