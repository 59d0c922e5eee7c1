"""The Python that every exported bot brings: how values are read, written and compared.

Reading and writing values is the model's own code, so that the bot does what the preview does;
what talks to Rasa lies in the folder `support`.
"""

import re
from collections.abc import Mapping
from importlib.resources import files

FROM_THE_MODEL = ("answers", "hours", "json_path", "template", "values")
"""Modules of the model that need nothing but the standard library, Babel, phonenumbers and one
another; what they import of the model besides comes along."""

OF_THEIR_OWN = (
    "action", "blocks", "calls", "codes", "conditions", "likeness", "pattern", "questions", "rows",
    "search", "talk", "variable", "ways", "web",
)  # fmt: skip

REQUIREMENTS = "Babel>=2.16,<3\nphonenumberslite>=9,<10\n"
"""What the action server needs besides rasa_sdk."""


_OF_THE_MODEL = re.compile(r"from flowdesigner\.model\.(\w+) import")


def support_files() -> Mapping[str, str]:
    """The files by their path in the exported project."""
    found = {"actions/__init__.py": ""}
    own = files("flowdesigner.formats.rasa") / "support"
    for name in OF_THEIR_OWN:
        found[f"actions/flow_{name}.py"] = _shipped((own / f"flow_{name}.py").read_text("utf-8"))
    wanted = list(FROM_THE_MODEL)
    while wanted:
        name = wanted.pop()
        source = _without_json_value(
            (files("flowdesigner.model") / f"{name}.py").read_text("utf-8")
        )
        found[f"actions/flow_{name}.py"] = _moved(source)
        others = set(_OF_THE_MODEL.findall(source)) - set(OF_THEIR_OWN)
        wanted += [other for other in others if f"actions/flow_{other}.py" not in found]
    return dict(sorted(found.items()))


def _moved(source: str) -> str:
    """The source of a module of the model as one of the exported project."""
    source = _OF_THE_MODEL.sub(r"from actions.flow_\1 import", source)
    # Rasa runs on Python 3.10, where UTC has no name of its own.
    source = re.sub(r"from datetime import UTC, (.+)", r"from datetime import \1, timezone", source)
    return re.sub(r"\bUTC\b", "timezone.utc", source)


def _without_json_value(source: str) -> str:
    ours = "from flowdesigner.model.accepted import JsonValue"
    return source.replace(ours, "from typing import Any as JsonValue")


def _shipped(source: str) -> str:
    """The source without the line that is for our own checks."""
    return source.removeprefix("# mypy: ignore-errors\n")
