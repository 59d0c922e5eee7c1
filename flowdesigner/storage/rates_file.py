"""Reading a list of prices from a file of text (CSV)."""

from pathlib import Path

from flowdesigner.costs.rate_rows import Rate, rates_in
from flowdesigner.formats.native.read_bytes import decode, read_bytes


def read_rates(path: Path) -> tuple[Rate, ...]:
    """The prices in a file; raises a `FileError` or a `RatesError`."""
    text, _bom = decode(read_bytes(path))
    return rates_in(text)
