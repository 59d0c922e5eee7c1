"""How long a text is on each channel, with its placeholders filled in by sample values."""

from collections.abc import Iterator

from msgspec import Struct

from flowdesigner.channels import BY_ID
from flowdesigner.model.block import Block
from flowdesigner.model.channel import Channel, Limit
from flowdesigner.model.outgoing import Outgoing, Rendered
from flowdesigner.model.project import Project
from flowdesigner.model.run import Run
from flowdesigner.model.samples import sample_run
from flowdesigner.model.walk import Path
from flowdesigner.texts import N_, translate

_BY_FIELD = {
    "footer": "footer",
    "caption": "caption",
    "button": "list_button",
    "description": "row_description",
    "section": "section",
}
_TAPPED = ("buttons", "list")
_LABELS = {"buttons": "button_label", "list": "row_label"}


class Length(Struct, frozen=True):
    """A text as a channel counts it."""

    channel: str
    used: int
    most: int
    parts: int = 0
    """How many messages are billed, on a channel that splits."""
    over: bool = False
    what: str = ""
    """What is bounded, in words."""
    note: str = ""

    def __str__(self) -> str:
        told = f"{self.channel} {self.used} / {self.most}"
        if not self.parts:
            return told
        many = (
            translate(N_("1 part")) if self.parts == 1 else translate(N_("{n} parts"), n=self.parts)
        )
        return f"{told}, {many}"


def channels_at(project: Project, flow: str, block: Block, path: Path) -> list[Channel]:
    """The channels on which a text is sent as it stands at a path."""
    if path and path[0] == "variants":
        ids: tuple[str, ...] = (str(path[1]),)
    elif block.channel:
        ids = (block.channel,)
    else:
        found = project.flows.get(flow)
        ids = project.channels_of(found) if found else project.channels
        own = block.variants or {}
        field = str(path[0]) if path else ""
        ids = tuple(id for id in ids if id not in own or getattr(own[id], field, None) is None)
    return [BY_ID[id] for id in ids if id in BY_ID]


class Meter:
    """Counts the texts of one block; what they share is worked out once for each state of it."""

    def __init__(self) -> None:
        self._of: tuple[object, ...] = ()
        self._runs: dict[tuple[str, str], Run] = {}
        self._first: dict[tuple[str, str], Rendered | None] = {}

    def lengths(
        self, project: Project, flow: str, block: Block, path: Path, language: str, text: str
    ) -> Iterator[Length]:
        """How long a text is on every channel that bounds it."""
        if not text:
            return
        self._begin(project, block)
        for channel in channels_at(project, flow, block, path):
            yield from self._on(channel, project, block, path, language, text)

    def _begin(self, project: Project, block: Block) -> None:
        settings, variables = project.settings, project.variables
        now = (block, settings, variables, project.languages)
        if self._of and self._of[1:] != now[1:]:
            self._runs.clear()
        if not self._of or self._of[0] is not block or self._of != now:
            self._first.clear()
        self._of = now

    def _run(self, channel: Channel, project: Project, language: str) -> Run:
        key = (channel.id, language)
        if key not in self._runs:
            self._runs[key] = sample_run(project.facts, channel.id, language)
        return self._runs[key]

    def _on(
        self,
        channel: Channel,
        project: Project,
        block: Block,
        path: Path,
        language: str,
        text: str,
    ) -> Iterator[Length]:
        run = self._run(channel, project, language)
        own = path[2:] if path[0] == "variants" else path
        name, filled = str(own[-1]), run.filled(text)
        if name == "text":
            first = self._rendered(channel, run, block)
            yield _of_text(channel, first, filled, whole=len(own) == 1)
            return
        bound = _BY_FIELD.get(name, "")
        if name == "label" and own[0] == "link":
            bound = "link_button"
        elif name == "label":
            first = self._rendered(channel, run, block)
            bound = _LABELS.get(first.shape if first else "", "")
        limit = channel.limits.get(bound)
        if limit is not None:
            yield _bounded(channel, limit, len(filled))

    def _rendered(self, channel: Channel, run: Run, block: Block) -> Rendered | None:
        """The message that carries the block's text on a channel."""
        key = (channel.id, run.language)
        if key not in self._first:
            said: tuple[Outgoing, ...] = getattr(block.enter(run), "say", ())
            made = [each for outgoing in said for each in channel.rendered(outgoing, run.facts)]
            self._first[key] = made[-1] if made else None
        return self._first[key]


def _bounded(channel: Channel, limit: Limit, used: int) -> Length:
    over = used > limit.most
    return Length(channel.title, used, limit.most, over=over, what=translate(limit.title))


def _of_text(channel: Channel, first: Rendered | None, filled: str, *, whole: bool) -> Length:
    if first is not None and first.shape in _TAPPED and "text_with_buttons" in channel.limits:
        return _bounded(channel, channel.limits["text_with_buttons"], len(filled))
    if whole and first is not None and filled in first.text:
        filled = first.text
    counted = channel.count(filled)
    limit, parts = channel.limits.get("text"), channel.limits.get("parts")
    over = limit is not None and len(filled) > limit.most
    over = over or (parts is not None and counted.parts > parts.most)
    return Length(
        channel.title,
        counted.used,
        counted.most,
        counted.parts if parts is not None else 0,
        over,
        note=translate(counted.note),
    )
