"""How long a text is on each channel, with its placeholders filled in by sample values."""

from collections.abc import Iterator
from dataclasses import dataclass

from flowdesigner.channels import BY_ID
from flowdesigner.checks.sayings import sample_run
from flowdesigner.model.block import Block
from flowdesigner.model.channel import Channel, Limit
from flowdesigner.model.outgoing import Outgoing, Rendered
from flowdesigner.model.project import Project
from flowdesigner.model.run import Run
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


@dataclass(frozen=True)
class Length:
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


def channels_at(project: Project, flow: str, block: Block | None, path: Path) -> list[Channel]:
    """The channels on which a text is sent as it stands at a path."""
    if path and path[0] == "variants":
        ids: tuple[str, ...] = (str(path[1]),)
    elif block is not None and block.channel:
        ids = (block.channel,)
    else:
        found = project.flows.get(flow)
        ids = project.channels_of(found) if found else project.channels
        own = (block.variants or {}) if block is not None else {}
        field = str(path[0]) if path else ""
        ids = tuple(id for id in ids if id not in own or getattr(own[id], field, None) is None)
    return [BY_ID[id] for id in ids if id in BY_ID]


def lengths(
    project: Project, flow: str, block: Block | None, path: Path, language: str, text: str
) -> Iterator[Length]:
    """How long a text is on every channel that bounds it."""
    if not text:
        return
    for channel in channels_at(project, flow, block, path):
        run = sample_run(project.facts, channel.id, language)
        yield from _on(channel, run, block, path, run.filled(text))


def _on(
    channel: Channel, run: Run, block: Block | None, path: Path, filled: str
) -> Iterator[Length]:
    own = path[2:] if path[0] == "variants" else path
    name = str(own[-1])
    if name == "text":
        yield _of_text(channel, run, block, filled, whole=len(own) == 1)
        return
    bound = _BY_FIELD.get(name, "")
    if name == "label":
        bound = "link_button" if own[0] == "link" else _label_bound(channel, run, block)
    limit = channel.limits.get(bound)
    if limit is not None:
        yield _bounded(channel, limit, len(filled))


def _bounded(channel: Channel, limit: Limit, used: int) -> Length:
    over = used > limit.most
    return Length(channel.title, used, limit.most, over=over, what=translate(limit.title))


def _of_text(
    channel: Channel, run: Run, block: Block | None, filled: str, *, whole: bool
) -> Length:
    first = _rendered(channel, run, block)
    if first is not None and first.shape in _TAPPED and "text_with_buttons" in channel.limits:
        return _bounded(channel, channel.limits["text_with_buttons"], len(filled))
    if whole and first is not None and filled in first.text:
        filled = first.text
    counted = channel.count(filled)
    limit, parts = channel.limits.get("text"), channel.limits.get("parts")
    over = limit is not None and len(filled) > limit.most
    over = over or (parts is not None and counted.parts > parts.most)
    split = "parts" in channel.limits
    return Length(
        channel.title, counted.used, counted.most, counted.parts if split else 0, over,
        note=translate(counted.note),
    )  # fmt: skip


def _label_bound(channel: Channel, run: Run, block: Block | None) -> str:
    first = _rendered(channel, run, block)
    return {"buttons": "button_label", "list": "row_label"}.get(first.shape if first else "", "")


def _rendered(channel: Channel, run: Run, block: Block | None) -> Rendered | None:
    """The message that carries the block's text on a channel."""
    if block is None:
        return None
    said: tuple[Outgoing, ...] = getattr(block.enter(run), "say", ())
    made = [each for outgoing in said for each in channel.render(outgoing)]
    return made[-1] if made else None
