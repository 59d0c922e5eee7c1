"""Words about consent and about being a bot, Indonesian and English."""

import re

_BOT = re.compile(
    r"\b(?:chat ?)?bot\b|\brobot\b|\botomatis\b|\bautomated\b"
    r"|\basisten (?:virtual|digital|maya|ai)\b|\b(?:virtual|digital|ai) (?:assistant|agent)\b",
    re.I,
)
_STOP = re.compile(
    r"(?:stop|setop|berhenti|unsubscribe|unsub|opt[ -]?out|cancel offers|no more offers)"
    r"(?: (?:promo|promosi|penawaran|iklan|langganan|berlangganan|offers?|ads|sms|kirim promo))?",
    re.I,
)
_STOP_SOMEWHERE = re.compile(
    r"\b(?:stop|setop|berhenti|unsubscribe|unsub|opt[ -]?out|optout)\b", re.I
)
_TERMS = re.compile(
    r"\bsyarat (?:dan|&) ketentuan\b|\bs&k\b|\bsyarat layanan\b|\bketentuan (?:layanan|umum)\b"
    r"|\bterms (?:and|&) conditions\b|\bt&cs?\b|\bterms of (?:service|use)\b|\buser agreement\b",
    re.I,
)
_OFFERS = re.compile(
    r"\b(?:promo\w*|penawaran\w*|diskon\w*|iklan|tawaran|voucher|kupon|katalog|produk baru"
    r"|buletin|newsletter|fitur baru|kabar|tips|news|offers?|deals?|discounts?|sales?"
    r"|promotions?|advertis\w+|marketing|coupons?|vouchers?|new products?|catalogues?|catalogs?)\b",
    re.I,
)
_NEWS = re.compile(
    r"\b(?:pesanan\w*|order\w*|kabar|info\w*|pengingat|notifikasi|pemberitahuan|status|jadwal"
    r"|tagihan|janji|pengiriman|paket\w*|survei|update\w*|news|reminders?|notifications?|notices?"
    r"|messages? about|appointments?|bills?|deliver\w+|parcels?|surveys?|alerts?)\b",
    re.I,
)
_CHANNEL = re.compile(
    r"\b(?:whats ?app|wa|sms|rcs|e-?mail|surel|chat|pesan singkat|text messages?|di sini|here"
    r"|lewat pesan ini|nomor ini|this number)\b",
    re.I,
)


def says_bot(words: str) -> bool:
    """Whether they tell that no person is writing."""
    return _BOT.search(words) is not None


def is_stop(words: str) -> bool:
    """Whether they are, as a whole, how customers say that they want no more offers."""
    return _STOP.fullmatch(words.strip(" .!?")) is not None


def mentions_stop(words: str) -> bool:
    """Whether somewhere in them it is said how to get no more offers."""
    return _STOP_SOMEWHERE.search(words) is not None


def mentions_terms(words: str) -> bool:
    """Whether the terms of business are in them."""
    return _TERMS.search(words) is not None


def tells_purpose(words: str, purpose: str) -> bool:
    """Whether they tell what will be sent."""
    return (_OFFERS if purpose == "marketing" else _NEWS).search(words) is not None


def tells_channel(words: str) -> bool:
    """Whether they tell on what way it will be sent."""
    return _CHANNEL.search(words) is not None
