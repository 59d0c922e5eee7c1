"""Templates against python-liquid, the oracle for the part of Liquid's syntax that is ours too."""

import liquid
import pytest

from flowdesigner.model.template import fill
from flowdesigner.model.values import Value, Writer, look_up

VALUES: dict[str, Value] = {"name": "sari DEWI", "unsaid": "", "order": {"by": "A"}}


def ours(text: str) -> str:
    writer = Writer({}, "en", "en", "IDR")
    return fill(text, lambda place: writer.shown(place, look_up(place.path, VALUES)))


@pytest.mark.parametrize("path", ["name", "unsaid", "nobody", "order.by", "order.no"])
@pytest.mark.parametrize(
    "filters",
    [
        "",
        ' | default: "you"',
        " | default: 'a b' | upcase",
        " | default: -3",
        " | upcase",
        " | downcase | capitalize",
        " | capitalize",
        " | truncate: 3",
        " | truncate: 7",
        " | truncate: 50",
    ],
)
def test_a_placeholder_reads_as_liquid_reads_it(path: str, filters: str) -> None:
    for text in (f"a {{{{ {path}{filters} }}}} b", f"{{{{{path}{filters}}}}}"):
        assert ours(text) == liquid.render(text, **VALUES)
