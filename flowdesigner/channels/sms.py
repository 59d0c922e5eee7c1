"""SMS: one alphabet of 160 characters a part, another of 70, and no buttons.

Part sizes from GSM 03.38 / 3GPP TS 23.038; the length a gateway takes from Twilio's documentation.
"""

from collections.abc import Mapping

from msgspec.structs import replace

from flowdesigner.channels.dated_limits import dated_limits
from flowdesigner.channels.sms_parts import (
    ALONE,
    ALONE_FOREIGN,
    GSM_BASIC,
    GSM_EXTENDED,
    count_sms,
)
from flowdesigner.model.channel import Alphabet, Channel, Count, Limits
from flowdesigner.model.outgoing import Outgoing, Rendered, numbered, written_out
from flowdesigner.texts import N_

ID = "sms"

TITLES: Mapping[str, str] = {
    "text": N_("Text"),
    "parts": N_("Parts that are billed"),
}


OTHER_TITLES: Mapping[str, str] = {
    "sender": N_("Name of the sender: letters and digits"),
}


def measure(text: str, limits: Limits) -> Count:
    """Units of the alphabet the text needs, and parts."""
    counted = count_sms(text)
    note = N_("standard letters") if counted.gsm else N_("special letters: dearer")
    return Count(
        used=counted.units, most=counted.room, parts=counted.parts, unit="units", note=note
    )


def draw(outgoing: Outgoing, limits: Limits) -> tuple[Rendered, ...]:
    """One text: what it says, its answers numbered, its link and file as addresses.

    A name as sender, as in Indonesia, cannot be answered: links are what is left to do then.
    """
    options = outgoing.options if outgoing.answerable else ()
    rest = written_out(replace(outgoing, header="", text="", footer=""))
    said = (outgoing.header, outgoing.text, numbered(options), rest)
    text = "\n".join(filter(None, said))
    return (
        Rendered(
            shape="numbered" if options else "text",
            text=text,
            options=options,
            parts=count_sms(text).parts,
        ),
    )


SMS = Channel(
    id=ID,
    title="SMS",
    icon="smartphone",
    colour="#5b6b82",
    bounds=dated_limits(ID, TITLES),
    other_bounds=dated_limits(ID, OTHER_TITLES),
    draw=draw,
    measure=measure,
    can=frozenset({"typed"}),
    alphabet=Alphabet(characters=GSM_BASIC | GSM_EXTENDED, room=ALONE, other_room=ALONE_FOREIGN),
    unsaid=frozenset({"footer", "description", "section", "button", "subject", "preheader"}),
    reached_by="phone",
)
