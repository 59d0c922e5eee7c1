"""The journeys that come with the program."""

from pathlib import Path

from msgspec import Struct

from flowdesigner.places import samples_folder
from flowdesigner.texts import N_


class Sample(Struct, frozen=True):
    """A journey that comes with the program."""

    file: str
    title: str
    summary: str

    @property
    def path(self) -> Path:
        """Where it lies."""
        return samples_folder() / self.file


SAMPLES: tuple[Sample, ...] = (
    Sample(
        "order_status.flow.yaml",
        N_("Order status"),
        N_("Customers ask where their order is; a colleague takes over when they wish."),
    ),
    Sample(
        "faq.flow.yaml",
        N_("Questions and answers"),
        N_("Answers what customers write, and hands over when it does not know."),
    ),
    Sample(
        "delivery.flow.yaml",
        N_("Delivery today"),
        N_("Tells when a parcel comes, by SMS if need be, and lets customers choose another day."),
    ),
    Sample(
        "one_time_code.flow.yaml",
        N_("One-time code"),
        N_("Sends a sign-in code by WhatsApp, then by SMS, and stops guessing."),
    ),
    Sample(
        "broadcast.flow.yaml",
        N_("Offer to many customers"),
        N_("Sends an offer to those who agreed, compares two texts, and stops when asked."),
    ),
)
