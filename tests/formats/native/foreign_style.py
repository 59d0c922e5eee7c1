"""Writes a plain tree as people and other programs might: any legal style, with comments."""

import json
import random
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from flowdesigner.formats.native.write_scalars import literal, quoted

COMMENTS = ("# why", "# Rp1.000: {not: yaml}", "#", '# - "quote', "# éß 👍")

_WORD = re.compile("[A-Za-z][A-Za-z0-9_ ]*[A-Za-z0-9_]|[A-Za-z]")
_RETYPED = {"null", "true", "false"}


@dataclass
class ForeignStyle:
    """One person's way of writing, different in every line but the same for the same seed."""

    chance: random.Random
    indent: int = 2

    def file(self, root: Mapping[str, Any], *, windows: bool, bom: bool) -> bytes:
        """The bytes of a whole file."""
        lines = [*self._above(""), *self._entries(root, "")]
        text = "\n".join((*lines, "# the end", ""))
        if windows:
            text = text.replace("\n", "\r\n")
        return (b"\xef\xbb\xbf" if bom else b"") + text.encode()

    def _entries(self, mapping: Mapping[str, Any], pad: str) -> Iterator[str]:
        for key, value in mapping.items():
            yield from self._above(pad)
            yield from self._entry(f"{pad}{self._text(key)}:", value, pad)

    def _entry(self, start: str, value: Any, pad: str) -> Iterator[str]:
        deeper = pad + " " * self.indent
        if self._one_line(value):
            mark = literal(value) if isinstance(value, str) and type(value) is str else None
            if mark and self.chance.random() < 0.7:
                yield f"{start} {mark}"
                lines = value.removesuffix("\n").split("\n")
                yield from (deeper + line if line else "" for line in lines)
            else:
                yield f"{start}{self._gap()}{self._flow(value)}{self._behind()}"
            return
        yield f"{start}{self._behind()}"
        if isinstance(value, Mapping):
            yield from self._entries(value, deeper)
        else:
            for item in value:
                yield from self._above(deeper)
                yield from self._item(item, deeper)

    def _item(self, value: Any, pad: str) -> Iterator[str]:
        if not isinstance(value, Mapping) or not value or self._one_line(value):
            yield f"{pad}- {self._flow(value)}{self._behind()}"
            return
        first, *others = self._entries(value, pad + "  ")
        while not first.strip() or first.lstrip().startswith("#"):
            yield first
            first, *others = others
        yield f"{pad}- {first.lstrip()}"
        yield from others

    def _one_line(self, value: Any) -> bool:
        return not isinstance(value, dict | list) or not value or self.chance.random() < 0.3

    def _flow(self, value: Any) -> str:
        gap = " " * self.chance.randrange(2)
        if isinstance(value, Mapping):
            inner = f",{gap} ".join(f"{self._text(k)}: {self._flow(v)}" for k, v in value.items())
            return f"{{{gap}{inner}{gap}}}"
        if isinstance(value, list | tuple):
            return f"[{gap}{', '.join(map(self._flow, value))}{gap}]"
        return self._text(value) if isinstance(value, str) else json.dumps(value)

    def _text(self, text: str) -> str:
        """With one or two quotes; the latter with every code JSON knows."""
        plain = text.isprintable() and self.chance.random() < 0.5
        if plain and _WORD.fullmatch(text) and text.lower() not in _RETYPED:
            return text
        if plain:
            return "'" + text.replace("'", "''") + "'"
        return json.dumps(text) if text.isascii() else quoted(text)

    def _above(self, pad: str) -> Iterator[str]:
        if self.chance.random() < 0.15:
            yield ""
        if self.chance.random() < 0.15:
            yield pad + self.chance.choice(COMMENTS)

    def _behind(self) -> str:
        return f"  {self.chance.choice(COMMENTS)}" if self.chance.random() < 0.15 else ""

    def _gap(self) -> str:
        return " " * self.chance.choice((1, 1, 1, 3))
