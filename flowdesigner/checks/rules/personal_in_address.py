"""The rule *personal-in-address*."""

import re

from flowdesigner.checks.about import having
from flowdesigner.checks.context import BlockContext
from flowdesigner.checks.node import variable_of
from flowdesigner.checks.rule import Finding, Findings, Fix, Manual, Rule, Severity
from flowdesigner.edits.blocks import SetValue
from flowdesigner.model.fields import Kind
from flowdesigner.model.place import value_at
from flowdesigner.model.template import Placeholder, placeholders
from flowdesigner.model.walk import Path, Reading, Spot
from flowdesigner.texts import N_, message

_CONTACT = frozenset({"contact.name", "contact.phone", "contact.email"})
_BY_NATURE = ("phone", "email", "secret")
"""The types of variables whose values are nobody else's business."""
_OF_THE_NAME = ("boolean", "choice", "location", "media")
"""The types of variables that hold no secret, even when their names speak of one."""
_BEFORE = r"(?:(?:no|nomor|kode|kata|new|old|baru|lama|user|customer)_)*"
_CODE = re.compile(_BEFORE + r"(?:otp(?:_code)?|one_time_code|verification_code|kode_verifikasi)")
_SECRET = re.compile(
    _BEFORE + r"(?:nik|ktp|npwp|pin|cvv|cvc|sandi|password|passcode|passport|paspor|kartu"
    r"|(?:ktp|passport|card)_number|otp(?:_code)?|one_time_code|verification_code"
    r"|kode_verifikasi)"
)
_ADDRESS = re.compile(r"(?i)https?://(?:\{\{.*?\}\}|[^\s{])+")
_IN_CHAT = re.compile(r"(?i)https?://(?:wa\.me|api\.whatsapp\.com)/")
"""Opens a chat, and is seen by nobody but those who run that chat anyway."""
_AT_HOME = re.compile(r"(?i)http://(?:localhost|127\.0\.0\.1)(?:[:/?#]|$)")


def _of_block(context: BlockContext) -> Findings:
    readings = context.block.readings
    for reading in dict.fromkeys(each for each in readings if _is_personal(context, each)):
        written = value_at(context.block, reading.path)
        if isinstance(written, str) and "://" in written:
            for address in _ADDRESS.findall(written):
                yield from _in_address(context, reading, address)
    for spot in context.of_kind(Kind.URL):
        yield from _along(context, spot)


def _in_address(context: BlockContext, reading: Reading, address: str) -> Findings:
    places = [each for each in placeholders(address) if each.path == reading.variable]
    if not places or _IN_CHAT.match(address):
        return
    if _is_open(address):
        yield _in_clear(context, reading, address, reading.path)
    elif reading.variable.startswith("secret."):
        return  # many systems take their key in no other place
    elif any(_asked_for(address, each) for each in places):
        told = N_("“{variable}” stands behind the ? of a web address, and is noted on the way.")
        yield Finding(message=message(told, variable=reading.variable), field=reading.path)
    elif _is_called(context, reading, _CODE):
        yield _code(reading)


def _along(context: BlockContext, spot: Spot) -> Findings:
    """What goes along with a request."""
    sent = [
        each.path for each in context.of_kind(Kind.MAPPING, Kind.DATA) if each.owner is spot.owner
    ]
    for reading in dict.fromkeys(context.block.readings) if sent else ():
        if not any(reading.path[: len(each)] == each for each in sent):
            continue
        if _is_open(str(spot.value)) and _is_personal(context, reading):
            yield _in_clear(context, reading, str(spot.value), spot.path)
        elif _is_called(context, reading, _CODE):
            yield _code(reading)


def _code(reading: Reading) -> Finding:
    told = N_("“{variable}” looks like a one-time code. Other systems should not get it.")
    return Finding(
        message=message(told, variable=reading.variable),
        field=reading.path,
        severity=Severity.WARNING,
    )


def _in_clear(context: BlockContext, reading: Reading, address: str, place: Path) -> Finding:
    """The fix is for an address by itself; in a text there is more around it."""
    told = N_("“{variable}” goes by http, so anybody on the way can read it.")
    title = message(N_("Write https instead"))
    edit = SetValue(context.flow, context.id, place, f"https{address[4:]}", title)
    alone = value_at(context.block, place) == address
    return Finding(
        message=message(told, variable=reading.variable),
        field=reading.path,
        fixes=(Fix(title=title, edit=edit),) if alone else (),
    )


def _asked_for(address: str, place: Placeholder) -> bool:
    """Whether it stands between the question mark of an address and its number sign."""
    before = address[: place.start]
    for each in placeholders(before):
        before = before.replace(address[each.start : each.end], "")
    return "?" in before and "#" not in before


def _is_open(address: str) -> bool:
    return address[:7].casefold() == "http://" and not _AT_HOME.match(address)


def _is_personal(context: BlockContext, reading: Reading) -> bool:
    """Whether a variable tells who somebody is, or what nobody else may know."""
    name = variable_of(reading.variable)
    declared = context.around.facts.variables.get(name)
    if declared is not None and (declared.personal or declared.type in _BY_NATURE):
        return True
    return name in _CONTACT or name == "secret" or _is_called(context, reading, _SECRET)


def _is_called(context: BlockContext, reading: Reading, names: re.Pattern[str]) -> bool:
    name = variable_of(reading.variable)
    if names.fullmatch(name) is None:
        return False
    declared = context.around.facts.variables.get(name)
    return declared is None or declared.type not in _OF_THE_NAME


RULE = Rule(
    name="personal-in-address",
    alias="VA03",
    severity=Severity.ERROR,
    title=N_("Nothing personal stands in web addresses"),
    manual=Manual(
        means=N_(
            "Something personal or secret stands behind the question mark of a web address, or "
            "goes by http instead of https: the name, phone number or email address of the "
            "contact, a variable that is marked as personal, phone numbers, email addresses, "
            "secrets, and what is called nik, ktp, kartu, pin, password, otp or the like. It is a "
            "warning when a one-time code is sent to another system."
        ),
        why=N_(
            "Whole addresses are kept in browsers, in the logs of servers and by those who count "
            "visits; what goes by http can be read and changed on the way. Indonesia's UU 27/2022 "
            "asks whoever holds personal data to keep it safe."
        ),
        cure=N_(
            "Send it as data of a request by POST, over https. In a link, use a number that only "
            "your own systems know. For one-time codes, use the block “One-time code”, which makes "
            "and checks them itself."
        ),
        source=N_("OWASP, data in query strings, from memory; UU 27/2022, read in November 2026."),
    ),
    of_block=_of_block,
    blocks=having(Kind.URL, Kind.TEXT),
)
