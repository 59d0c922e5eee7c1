"""A preview of a small shop: a question with buttons, a web service, a list, a colleague."""

import pytest

from tests.app.drivers.preview import PreviewDriver
from tests.simulate.projects import project_from

SHOP = r"""
id: shop
languages: [id, en]
channels: [whatsapp, sms]
settings:
  keywords:
    - words: {id: ["cs"], en: ["agent"]}
      flow: talk_to_us
variables:
  number: {type: text, sample: "A1"}
  count: {type: number}
  state: {type: text}
flows:
  main:
    name: "Pesanan"
    starts: [{trigger: message, words: {id: ["pesanan"], en: ["order"]}}]
    first: hello
    blocks:
      hello:
        type: message
        text: {id: "Halo {{ contact.name | default: \"Kak\" }}!", en: "Hi!"}
        exits: {next: what}
      what:
        type: menu
        text: {id: "Mau apa?", en: "What can I do?"}
        options:
          - {id: track, label: {id: "Cek pesanan", en: "Track"}}
          - {id: catalogue, label: {id: "Katalog", en: "Catalogue"}}
        no_reply_after: 30m
        exits: {track: number, catalogue: pick, other: talk, no_reply: bye}
      number:
        type: ask
        text: {id: "Nomornya?", en: "Which number?"}
        answer: text
        save_to: number
        exits: {answered: look, invalid: talk, no_reply: bye}
      look:
        type: webhook
        method: GET
        url: "https://api.shop.example/{{ number }}"
        save: {state: "$.state"}
        sample: {state: "dikirim"}
        exits: {ok: tell, failed: talk}
      tell:
        type: message
        text: {id: "Pesanan {{ number }} {{ state }}.", en: "Order {{ number }} {{ state }}."}
        exits: {next: bye}
      pick:
        type: menu
        text: {id: "Pilih:", en: "Choose:"}
        button: {id: "Lihat", en: "See"}
        options:
          - id: shoes
            section: {id: "Busana", en: "Clothes"}
            label: {id: "Sepatu", en: "Shoes"}
            description: {id: "Semua ukuran", en: "All sizes"}
          - {id: hats, label: {id: "Topi", en: "Hats"}}
        no_reply_after: 20h
        exits: {shoes: link, hats: link, other: talk, no_reply: bye}
      link:
        type: message
        text: {id: "Ini katalognya.", en: "Here you are."}
        link: {label: {id: "Buka", en: "Open"}, url: "https://shop.example/<b>x</b>"}
        exits: {next: bye}
      talk:
        type: subflow
        flow: talk_to_us
        exits: {done: bye}
      bye:
        type: end
  talk_to_us:
    starts: [{trigger: call}]
    first: hand_over
    blocks:
      hand_over:
        type: handoff
        text: {id: "Sebentar ya.", en: "One moment."}
        exits: {closed: back, unavailable: back}
      back: {type: end}
"""


@pytest.fixture
def preview(qtbot) -> PreviewDriver:
    return PreviewDriver(qtbot, project_from(SHOP))
