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
_SISTER = r"(?! (?:perempuan|laki|ipar|kandung|beradik|kelas|adik))"
_ADDRESS = re.compile(
    rf"\b(?:(anda)|(kamu|(?:{'|'.join(_ENDING_IN_MU)})mu)|(kakak){_SISTER})\b", re.I
)
_NAMES = ("Anda", "kamu", "Kakak")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|\{\{.*?\}\}")
_NONE: frozenset[str] = frozenset()


def address_in(words: str) -> frozenset[str]:
    """The words by which the customer is called; placeholders and what is quoted aside."""
    plain = words.casefold()
    if not any(root in plain for root in _ROOTS):
        return _NONE
    if "{{" in words:
        plain = " ".join(each for each in parse_template(words) if isinstance(each, str)).casefold()
    found = _ADDRESS.findall(_QUOTED.sub(" ", plain))
    return frozenset(name for hit in found for name, part in zip(_NAMES, hit, strict=True) if part)


def addressed_as(words: str, name: str) -> str:
    """The text with the customer called by one of the words everywhere."""
    pieces: list[str] = []
    at = 0
    for kept in (*_QUOTED.finditer(words), None):
        end = kept.start() if kept else len(words)
        pieces.append(_ADDRESS.sub(lambda hit: _instead(hit, name), words[at:end]))
        if kept:
            pieces.append(kept[0])
            at = kept.end()
    return "".join(pieces)


def _instead(hit: re.Match[str], name: str) -> str:
    """At the beginning of a sentence with a capital; `pesananmu` becomes `pesanan Anda`."""
    before, word = hit.string[: hit.start()].rstrip(), hit[0]
    if word.casefold().endswith("mu") and word.casefold() != "kamu":
        return f"{word[:-2]} {name}"
    return name[0].upper() + name[1:] if not before or before[-1] in ".!?" else name
