"""The marks that say of which words of the first language a translation was made."""

import unicodedata
from hashlib import sha256

from flowdesigner.model.part import changed
from flowdesigner.model.place import value_at
from flowdesigner.model.project import Project


def mark_of(text: str) -> str:
    """The mark of a text in the first language."""
    plain = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    return sha256(plain.encode()).hexdigest()[:8]


def with_marks_kept(before: Project, after: Project) -> Project:
    """The project in which translations that were up to date are so still.

    For edits that change words without changing what they say, such as the name of a variable.
    """
    marks = {
        language: {key: _kept(before, after, key, mark) for key, mark in keys.items()}
        for language, keys in before.translated_from.items()
    }
    return after if marks == before.translated_from else changed(after, translated_from=marks)


def _kept(before: Project, after: Project, key: str, mark: str) -> str:
    was, now = _base_text(before, key), _base_text(after, key)
    return mark_of(now) if was != now and mark_of(was) == mark else mark


def _base_text(project: Project, key: str) -> str:
    flow, _, rest = key.partition(".")
    block, _, path = rest.partition(".")
    text = value_at(project.block(flow, block), tuple(path.split(".")))
    return str(text.get(project.base_language, "")) if isinstance(text, dict) else ""
