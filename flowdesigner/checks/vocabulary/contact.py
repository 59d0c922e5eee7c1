"""Whether words say where a person can be reached."""

import re

# What may not stand before a number is looked at after its first character, for speed.
_PHONE = re.compile(r"[+0](?<![\w/+.-].)\d[\d .()-]{5,}\d|1(?<![\w/+.-].)[45]00[ -]?\d{2,3}\b")
_MAIL = re.compile(r"[\w.]@\w")


def tells_contact(words: str) -> bool:
    """Whether a phone number, the number of a call centre or a mail address stands in them."""
    if "@" in words and _MAIL.search(words):
        return True
    return "wa.me/" in words or _PHONE.search(words) is not None
