"""A small project to find things in."""

from pathlib import Path

import pytest

from tests.app.drivers.finding import FindingDriver
from tests.app.drivers.window import WindowDriver

PROJECT = """\
flowdesigner: 1
name: "Shop"
languages: [en, id]
channels: [whatsapp, sms]
variables:
  parcel:
    type: text
  state:
    type: text
flows:
  main:
    name: "Parcels"
    first: greet
    starts:
      - trigger: message
        words: {en: ["parcel"]}
    blocks:
      greet:
        type: message
        text: {en: "Hello! Where is your parcel?", id: "Halo! Di mana paketnya?"}
        ignore: {bot-not-told: "as short as can be"}
        exits: {next: track}
      track:
        type: ask
        title: "Ask for the number"
        text: {en: "Number of the parcel, please. Parcel numbers begin with P."}
        answer: text
        save_to: parcel
        ignore: {no-person: "as short as can be", no-reply-forgotten: "as short as can be"}
        exits: {answered: tell, invalid: done, no_reply: done}
      tell:
        type: message
        text: {en: "Parcel {{ parcel }} is on its way.", id: "Paket {{ parcel }} di jalan."}
        variants:
          sms:
            text: {en: "On its way", id: "Di jalan"}
        exits: {next: done}
      done:
        type: end
  help:
    name: "Help"
    first: person
    blocks:
      person:
        type: handoff
        queue: "parcel desk"
        text: {en: "A colleague comes.", id: "Sebentar ya."}
        exits: {closed: over, unavailable: over}
      over:
        type: end
layout:
  main:
    blocks: {greet: [40, 40], track: [360, 40], tell: [680, 40], done: [1000, 40]}
    notes:
      legal: {text: "Parcel terms", at: [40, 400], size: [200, 80], color: yellow}
"""


@pytest.fixture
def author(window: WindowDriver, tmp_path: Path) -> FindingDriver:
    """Someone with the small project open."""
    return FindingDriver.of_blocks(window, tmp_path, PROJECT)
