"""Whether words advertise something, in Indonesian or English.

Only what is surely an offer counts: a discount that stands on a receipt, a voucher that was paid
for, or a way to get no more offers is none. After the examples in Meta's guide to the categories
of templates, checked in November 2026.
"""

import re

from flowdesigner.model.template import parse_template

_OFFER = re.compile(
    r"\b(?:diskon|discounts?)(?: \w+){0,3} \d+ ?%"
    r"|\b(?:diskon|discounts?|cashback) (?:s/d|hingga|sampai|up to) (?:rp|idr)? ?\d"
    r"|\d+ ?% (?:off\b|diskon\b|discount\b|cashback\b)"
    r"|\b(?:flash|big|mega|year-end|clearance|midnight|payday) sale\b|\bada promo\b"
    r"|\bpromo (?:gajian|ramadan|lebaran|natal|imlek|merdeka|akhir (?:tahun|bulan)|hari ini|baru)\b"
    r"|\bpotongan harga\b|\bharga (?:spesial|promo|coret|miring)\b"
    r"|\b(?:penawaran|promo) (?:spesial|khusus|terbatas|menarik)\b"
    r"|\b(?:special|exclusive|limited(?:[- ]time)?) (?:offer|deal|price)s?\b"
    r"|\bbeli \d+ gratis \d+\b|\bbuy (?:one|\d+),? get (?:one|\d+)\b"
    r"|\b(?:dapatkan|nikmati|klaim|get|enjoy|claim|grab)(?: \w+){0,4} "
    r"(?:voucher|kupon|coupon|cashback|gratis|free|diskon|discount|promo|bonus)\b"
    r"|\b(?:pakai|gunakan|use) (?:kode |code )?(?:promo|voucher|kupon|coupon)\b"
    r"|\bjangan (?:lewatkan|sampai (?:ketinggalan|kehabisan))\b|\bdon.?t miss\b"
    r"|\bstok terbatas\b|\bwhile stocks? lasts?\b|\bhurry\b|\bburuan\b"
    r"|\b(?:belanja|beli|checkout) sekarang\b|\b(?:shop|buy) now\b"
)
_ROOTS = (
    "diskon", "disc", "%", "sale", "promo", "potongan", "harga", "penawaran", "offer", "deal",
    "price", "beli", "buy", "voucher", "kupon", "coupon", "cashback", "gratis", "free", "bonus",
    "jangan", "miss", "stok", "stock", "hurry", "buruan", "belanja", "checkout", "shop",
)  # fmt: skip
"""What stands in every offer, so that most texts need no closer look."""
_NO_OFFER = re.compile(
    r"\b(?:tidak|tak|bukan|tanpa|berhenti|stop|batal|no|not|without|unsubscribe|never)\b"
    r"|\b(?:sudah|telah) (?:dipakai|terpakai|digunakan|masuk|dibayar)\b|\bused on\b"
)
_SENTENCE = re.compile(r"[.!?]+(?:\s|$)|\n")


def offer_in(words: str) -> str:
    """The words by which a text advertises something; none, when it does not."""
    plain = words.casefold()
    if not any(root in plain for root in _ROOTS):
        return ""
    parts = parse_template(plain)
    plain = "".join(each if isinstance(each, str) else "…" for each in parts)
    for sentence in _SENTENCE.split(plain):
        if (hit := _OFFER.search(sentence)) and not _NO_OFFER.search(sentence):
            return hit[0].strip()
    return ""
