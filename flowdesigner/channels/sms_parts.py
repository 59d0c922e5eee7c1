"""How a text is cut into SMS: the GSM 03.38 alphabet, else UTF-16."""

from msgspec import Struct

GSM_BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
"""Characters that cost one unit."""

GSM_EXTENDED = frozenset("^{}\\[~]|€\f")
"""Characters that cost two."""

_GSM = GSM_BASIC | GSM_EXTENDED

ALONE, ALONE_FOREIGN = 160, 70
"""Units that a text of one part holds, with the alphabet and without."""


class SmsCount(Struct, frozen=True):
    """How a text goes out."""

    units: int
    """Septets of the GSM alphabet, or UTF-16 units."""
    parts: int
    gsm: bool
    room: int
    """How many units the parts would hold."""

    @property
    def foreign(self) -> bool:
        """Whether a character outside the GSM alphabet makes it dear."""
        return not self.gsm


def count_sms(text: str) -> SmsCount:
    """Parts as the operators count them: a pair is never split over two."""
    gsm = _GSM.issuperset(text)
    alone, each = (ALONE, 153) if gsm else (ALONE_FOREIGN, 67)
    units = _units(text, gsm)
    if units <= alone:
        return SmsCount(units, 1, gsm, alone)
    widths = [_gsm_width(c) for c in text] if gsm else [1 + (ord(c) > 0xFFFF) for c in text]
    parts, used = 1, 0
    for width in widths:
        if used + width > each:
            parts, used = parts + 1, 0
        used += width
    return SmsCount(units, parts, gsm, parts * each)


def _units(text: str, gsm: bool) -> int:
    if gsm:
        return len(text) + sum(map(text.count, GSM_EXTENDED))
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _gsm_width(character: str) -> int:
    return 2 if character in GSM_EXTENDED else 1
