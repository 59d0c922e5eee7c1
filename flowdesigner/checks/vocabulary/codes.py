"""Whether words tell a one-time code, in Indonesian or English."""

import re

from flowdesigner.model.template import parse_template

_NAME = (
    r"(?:kode (?:otp|verifikasi|masuk|login|akses|keamanan|autentikasi|otentikasi|sekali pakai)"
    r"|otp(?: code)?|(?:verification|security|login|log-in|sign-in|access|authentication"
    r"|one-time) (?:code|passcode|password|pin))"
)
_VALUE = r"[*_ ]*(?:\0|\b\d{4,8}\b)"
_OTHER = r"(?! (?:pengiriman|penerimaan|pengambilan|paket|pickup|delivery|parcel|shipment))"
_CODE = re.compile(
    rf"\b{_NAME}\b{_OTHER}(?: \w+){{0,4}} ?(?::|=|\bis\b|\badalah\b|\byaitu\b){_VALUE}"
    rf"|\b{_NAME}\b(?: (?:anda|kamu|kakak|kak|untuk masuk))?{_VALUE}"
    rf"|(?:\0|\b\d{{4,8}}\b)[*_]* (?:is|adalah|as|sebagai|untuk)(?: \w+){{0,3}} {_NAME}\b{_OTHER}"
)
_ROOTS = ("otp", "kode", "code", "pin", "pass")


def tells_code(words: str) -> bool:
    """Whether a text tells a one-time code; what only warns of giving one away does not."""
    plain = words.casefold()
    if not any(root in plain for root in _ROOTS):
        return False
    parts = parse_template(plain)
    return (
        _CODE.search("".join(each if isinstance(each, str) else "\0" for each in parts)) is not None
    )
