"""File formats: the native project file, and one folder for each platform exported to."""

from flowdesigner.formats.floip import FLOIP
from flowdesigner.formats.format import Format
from flowdesigner.formats.rasa import RASA

FORMATS: tuple[Format, ...] = (RASA, FLOIP)
"""The platforms a project can be exported to, in the order of the menu."""
