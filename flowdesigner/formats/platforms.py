"""The platforms a project can be exported to."""

from flowdesigner.formats.floip import FLOIP
from flowdesigner.formats.format import Format
from flowdesigner.formats.rasa import RASA

FORMATS: tuple[Format, ...] = (RASA, FLOIP)
"""In the order of the menu."""
