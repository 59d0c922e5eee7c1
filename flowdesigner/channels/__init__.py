"""The channels, one a file: limits and capabilities as data, and how messages are made."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from flowdesigner.channels.email import EMAIL
from flowdesigner.channels.rcs import RCS
from flowdesigner.channels.sms import SMS
from flowdesigner.channels.webchat import WEBCHAT
from flowdesigner.channels.whatsapp import WHATSAPP
from flowdesigner.model.channel import Channel

CHANNELS: tuple[Channel, ...] = (WHATSAPP, SMS, RCS, EMAIL, WEBCHAT)

BY_ID: Mapping[str, Channel] = {each.id: each for each in CHANNELS}
"""The channels by the word the file calls them, as they are today."""

_DAYS_KEPT = 64


@lru_cache(maxsize=_DAYS_KEPT)
def channels_on(day: date) -> Mapping[str, Channel]:
    """The channels as they are on a day, by the word the file calls them."""
    return {id: each.on(day) for id, each in BY_ID.items()}
