"""What is known to go wrong with journeys and is not checked, with the reason."""

from typing import NamedTuple

from flowdesigner.texts import N_


class LeftOut(NamedTuple):
    """A number of the catalogue of chat rules for which there is no check."""

    number: str
    about: str
    """What would be checked; an English key."""
    why: str
    """Why it is not; an English key."""


LEFT_OUT = (
    LeftOut(
        "RCS04",
        N_("A message by RCS is taken back before it is sent by another channel"),
        N_("A message by RCS has no time within which it must arrive in the file yet."),
    ),
    LeftOut(
        "TG01",
        N_("Answers on Telegram are short enough"),
        N_("Journeys do not run on Telegram."),
    ),
    LeftOut(
        "MSG01",
        N_("Answers on Messenger are few and short enough"),
        N_("Journeys do not run on Messenger."),
    ),
    LeftOut(
        "IVR01",
        N_("Menus on the phone are short and can be repeated"),
        N_("Journeys do not run on the phone."),
    ),
    LeftOut(
        "VA06",
        N_("A list of customers has what the texts need"),
        N_("The lists of customers are not in the file. Contacts to try out with are checked."),
    ),
)
