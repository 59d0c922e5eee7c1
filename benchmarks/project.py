"""A big project that looks like a real one, as plain values; the same for the same size."""

import random

from flowdesigner.formats.native.tree import Plain, Word

BLOCKS_PER_FLOW = 100
FAR = 0.01
"""The share of links that lead far away although others do not."""
WORDS = (
    "halo", "kak", "pesanan", "anda", "sudah", "kami", "terima", "dan", "akan", "dikirim", "besok",
    "pagi", "lewat", "kurir", "mohon", "tunggu", "nomor", "resi", "kirim", "setelah", "paket",
    "diserahkan", "kasih", "berbelanja",
)  # fmt: skip


def big_project(
    blocks: int, seed: int = 7, flow_size: int = BLOCKS_PER_FLOW, reach: int | None = None
) -> dict[str, Plain]:
    """A project of so many blocks, in flows of a hundred, as its file would hold it.

    What does not go on leads anywhere; or with a `reach` to a block at most so far off in the
    order of the flow, but for one in a hundred, as where an author drew it. Nearly every block of
    it breaks a rule or more.
    """
    chance = random.Random(seed)
    flows: dict[str, Plain] = {}
    places: dict[str, Plain] = {}
    for first in range(0, blocks, flow_size):
        count = min(flow_size, blocks - first)
        name = f"flow_{first // flow_size}"
        ids = [f"block_{first + number}" for number in range(count)]
        flows[name] = {
            "name": f"Flow {name}",
            "outcomes": [Word("done")],
            "starts": [{"trigger": Word("call")}],
            "first": Word(ids[0]),
            "blocks": {
                here: _block(chance, here, ids, number, reach) for number, here in enumerate(ids)
            },
        }
        places[name] = {
            "blocks": {
                here: [40 + 320 * (number % 10), 40 + 200 * (number // 10)]
                for number, here in enumerate(ids)
            }
        }
    return {
        "flowdesigner": 1,
        "id": Word("big"),
        "name": "A big project",
        "languages": [Word("id"), Word("en")],
        "channels": [Word("whatsapp"), Word("sms")],
        "variables": {"order_number": {"type": Word("text"), "sample": "INV-1"}},
        "flows": flows,
        "layout": places,
    }


def _block(
    chance: random.Random, here: str, ids: list[str], number: int, reach: int | None
) -> Plain:
    following = Word(ids[min(number + 1, len(ids) - 1)])
    if number == len(ids) - 1:
        return {"type": Word("end"), "outcome": Word("done")}
    near = reach is not None and chance.random() > FAR
    around = ids[max(number - (reach or 0), 0) : number + (reach or 0) + 1] if near else ids
    elsewhere = Word(chance.choice(around))
    kind = chance.randrange(4)
    if kind == 0:
        return {
            "type": Word("ask"),
            "text": _text(chance, 8),
            "answer": Word("text"),
            "save_to": Word("order_number"),
            "retry": {"times": 2, "text": _text(chance, 6)},
            "no_reply_after": Word("30m"),
            "exits": {"answered": following, "invalid": elsewhere, "no_reply": elsewhere},
        }
    if kind == 1:
        options: list[Plain] = [
            {"id": Word(f"option_{n}_choice"), "label": _text(chance, 2)} for n in range(3)
        ]
        exits: dict[str, Plain] = {f"option_{n}_choice": following for n in range(3)}
        return {
            "type": Word("menu"),
            "text": _text(chance, 12),
            "options": options,
            "exits": {**exits, "other": elsewhere},
        }
    return {"type": Word("message"), "text": _text(chance, 14), "exits": {"next": following}}


def _text(chance: random.Random, words: int) -> Plain:
    return {
        language: " ".join(chance.choice(WORDS) for _ in range(words)).capitalize()
        + chance.choice(("", " 👍", "\n\n*Tebal* di baris ini.", " {{ order_number }}."))
        for language in ("id", "en")
    }
