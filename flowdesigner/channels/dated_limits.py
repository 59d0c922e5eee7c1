"""The limits of a channel, read from the file of numbers that lies beside its code."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from msgspec import json
from msgspec.structs import replace

from flowdesigner.model.channel import DatedLimits, Limit

_FOLDER = Path(__file__).resolve().parent


def dated_limits(channel: str, titles: Mapping[str, str]) -> DatedLimits:
    """The limits that have a title here, each with its times."""
    rows = rows_of(channel)
    return {
        name: tuple(replace(row, title=title) for row in rows[name])
        for name, title in titles.items()
    }


@cache
def rows_of(channel: str) -> DatedLimits:
    """All limits in the file of a channel, not yet named."""
    written = (_FOLDER / f"{channel}.json").read_bytes()
    return json.decode(written, type=dict[str, tuple[Limit, ...]])
