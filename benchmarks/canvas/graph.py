"""The same journey for every side: blocks in columns, some links that lead far away or back."""

import math
import random
from typing import TypedDict

WORDS = (
    "halo", "kak", "pesanan", "anda", "sudah", "kami", "terima", "dan", "akan", "dikirim", "besok",
    "pagi", "lewat", "kurir",
)  # fmt: skip
PITCH = (360, 280)


class Graph(TypedDict):
    """Places, titles and texts by number; links as block, exit (0 or 1), block."""

    places: list[tuple[int, int]]
    titles: list[str]
    texts: list[str]
    links: list[tuple[int, int, int]]


def graph(nodes: int, seed: int = 7) -> Graph:
    """Blocks with one way in and two out, 1.5 links each, one in fifty leading far away."""
    chance = random.Random(seed)
    rows = max(1, round(math.sqrt(nodes * PITCH[0] / (PITCH[1] * 1.6))))
    links = []
    for number in range(nodes):
        if number + rows < nodes:
            links.append((number, 0, number + rows))
        if number % 2 == 0:
            other = chance.randrange(nodes) if number % 50 == 0 else number + rows + 1
            if other < nodes and other != number:
                links.append((number, 1, other))
    return {
        "places": [
            (PITCH[0] * (number // rows), PITCH[1] * (number % rows)) for number in range(nodes)
        ],
        "titles": [f"{chance.choice(WORDS).title()} {number}" for number in range(nodes)],
        "texts": [" ".join(chance.choices(WORDS, k=14)) for _ in range(nodes)],
        "links": links,
    }
