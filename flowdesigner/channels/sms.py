"""SMS: one alphabet of 160 characters a part, another of 70, and no buttons.

Part sizes from GSM 03.38 / 3GPP TS 23.038; the length a gateway takes from Twilio's documentation.
"""

from msgspec.structs import replace

from flowdesigner.channels.sms_parts import (
    ALONE,
    ALONE_FOREIGN,
    GSM_BASIC,
    GSM_EXTENDED,
    count_sms,
)
from flowdesigner.model.channel import Alphabet, Channel, Count, Limit
from flowdesigner.model.outgoing import Outgoing, Rendered, numbered, written_out
from flowdesigner.texts import N_

MOST_CHARACTERS = 1600

LIMITS = {
    "text": Limit(
        most=MOST_CHARACTERS,
        unit="characters",
        title=N_("Text"),
        source="Twilio, Programmable Messaging documentation",
        valid_from="2024-01-01",
        checked_on="2026-11-24",
    ),
    "parts": Limit(
        most=3,
        unit="units",
        title=N_("Parts that are billed"),
        source="House rule: three parts cost as much as three messages",
        valid_from="2026-11-24",
        checked_on="2026-11-24",
        warn=True,
    ),
}


OTHER_LIMITS = {
    "sender": Limit(
        most=11,
        unit="characters",
        title=N_("Name of the sender: letters and digits"),
        source="Twilio, glossary: alphanumeric sender id",
        valid_from="2024-01-01",
        checked_on="2026-11-24",
    ),
}


def count(text: str) -> Count:
    """Units of the alphabet the text needs, and parts."""
    counted = count_sms(text)
    note = N_("standard letters") if counted.gsm else N_("special letters: dearer")
    return Count(
        used=counted.units, most=counted.room, parts=counted.parts, unit="units", note=note
    )


def render(outgoing: Outgoing) -> tuple[Rendered, ...]:
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
    id="sms",
    title="SMS",
    icon="smartphone",
    colour="#5b6b82",
    limits=LIMITS,
    other_limits=OTHER_LIMITS,
    render=render,
    count=count,
    can=frozenset({"typed"}),
    alphabet=Alphabet(characters=GSM_BASIC | GSM_EXTENDED, room=ALONE, other_room=ALONE_FOREIGN),
    unsaid=frozenset({"footer", "description", "section", "button", "subject", "preheader"}),
    reached_by="phone",
)
