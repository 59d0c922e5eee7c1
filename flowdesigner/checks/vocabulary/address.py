"""By which word Indonesian texts call the customer: *Anda*, *kamu* or *Kakak*.

“Kak” alone is a way to begin a sentence and goes with all of them.
"""

import re

from flowdesigner.model.template import parse_template

_ROOTS = ("anda", "kamu", "kakak", "mu")
_ENDING_IN_MU = (
    "pesanan", "akun", "nomor", "alamat", "paket", "nama", "kode", "data", "ponsel", "kartu",
    "tagihan", "pembayaran", "pertanyaan", "keluhan", "jawaban", "belanjaan", "pengalaman",
)  # fmt: skip
_ADDRESS = re.compile(rf"\b(?:(anda)|(kamu|(?:{'|'.join(_ENDING_IN_MU)})mu)|(kakak))\b")
_NAMES = ("Anda", "kamu", "Kakak")
_NONE: frozenset[str] = frozenset()


def address_in(words: str) -> frozenset[str]:
    """The words by which the customer is called; placeholders aside."""
    plain = words.casefold()
    if not any(root in plain for root in _ROOTS):
        return _NONE
    if "{{" in words:
        plain = " ".join(each for each in parse_template(words) if isinstance(each, str)).casefold()
    found = _ADDRESS.findall(plain)
    return frozenset(name for hit in found for name, part in zip(_NAMES, hit, strict=True) if part)
