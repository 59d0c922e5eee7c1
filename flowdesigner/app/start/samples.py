"""The journeys that come with the program."""

from dataclasses import dataclass
from pathlib import Path

from flowdesigner.places import samples_folder
from flowdesigner.texts import N_


@dataclass(frozen=True)
class Sample:
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
)
