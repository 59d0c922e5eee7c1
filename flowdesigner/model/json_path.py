"""Places in an answer: `$.a.b[0]`, names and list positions only."""

import re

from flowdesigner.model.accepted import JsonValue

_PATH = re.compile(r"\$(?:\.[A-Za-z_][\w-]*|\[\d{1,6}\])*")
_STEP = re.compile(r"\.([A-Za-z_][\w-]*)|\[(\d{1,6})\]")


def is_json_path(written: str) -> bool:
    """Whether a place is written so."""
    return _PATH.fullmatch(written) is not None


def at_path(data: JsonValue, path: str) -> JsonValue:
    """What stands at a place, or nothing."""
    if not is_json_path(path):
        return None
    for step in _STEP.finditer(path):
        name, position = step.groups()
        if name is not None and isinstance(data, dict):
            data = data.get(name)
        elif position is not None and isinstance(data, list) and int(position) < len(data):
            data = data[int(position)]
        else:
            return None
    return data
