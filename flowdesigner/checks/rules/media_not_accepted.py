"""The rule *media-not-accepted*."""

import re
from collections.abc import Mapping

from flowdesigner.checks.about import having
from flowdesigner.checks.context import BlockContext
from flowdesigner.checks.rule import Finding, Findings, Fix, Manual, Rule, Severity
from flowdesigner.edits.blocks import SetValue
from flowdesigner.model.fields import Kind
from flowdesigner.model.media import MEDIA_LABELS, Media
from flowdesigner.model.walk import Path
from flowdesigner.texts import N_, Message, message

_WHATSAPP = "whatsapp"
_MEGABYTE = 1024 * 1024
_ACCEPTED: Mapping[str, tuple[str, ...]] = {
    "image": ("jpg", "jpeg", "png"),
    "video": ("mp4", "3gp"),
    "audio": ("aac", "amr", "mp3", "m4a", "ogg"),
    "document": ("pdf", "txt", "doc", "docx", "xls", "xlsx", "ppt", "pptx"),
}
_OTHERS = frozenset({
    "webp", "gif", "svg", "bmp", "tif", "tiff", "heic", "avif", "mov", "avi", "mkv", "webm", "wmv",
    "wav", "flac", "wma", "zip", "rar", "csv", "odt", "ods", "odp",
})  # fmt: skip
"""What files are that WhatsApp never takes; other endings may be of pages that give a file."""
_ENDING = re.compile(r"\.([A-Za-z0-9]{2,4})(?:[?#].*)?$")


def _of_block(context: BlockContext) -> Findings:
    media = [spot for spot in context.of_kind(Kind.PART) if isinstance(spot.value, Media)]
    if not media or not any(each.id == _WHATSAPP for each in context.channels):
        return
    own = context.block.spoken("media", _WHATSAPP)
    for spot in media:
        if spot.path[0] == "variants" and spot.path[1] != _WHATSAPP:
            continue
        if isinstance(spot.value, Media) and (spot.path != ("media",) or spot.value is own):
            yield from _wrong(context, spot.path, spot.value)
            yield from _too_large(context, spot.path, spot.value)


def _too_large(context: BlockContext, place: Path, media: Media) -> Findings:
    size = context.around.files.get(media.file or "", 0)
    limit = context.around.all_channels[_WHATSAPP].other_limits.get(media.kind or "")
    if limit is not None and size > limit.most * _MEGABYTE:
        told = N_("This file has {used} megabytes. WhatsApp takes at most {most} here.")
        used = f"{size / _MEGABYTE:.1f}"
        yield Finding(message=message(told, used=used, most=limit.most), field=(*place, "file"))


def _wrong(context: BlockContext, place: Path, media: Media) -> Findings:
    name = "url" if media.url else "file"
    hit = _ENDING.search(getattr(media, name) or "")
    if hit is None or media.kind is None:
        return
    ending = hit[1].casefold()
    fitting = next((kind for kind, endings in _ACCEPTED.items() if ending in endings), None)
    if fitting == media.kind or (fitting is None and ending not in _OTHERS):
        return
    fixes: tuple[Fix, ...] = ()
    if fitting is not None:
        title = message(N_("Send it as: {kind}"), kind=Message(MEDIA_LABELS[fitting]))
        edit = SetValue(context.flow, context.id, (*place, "kind"), fitting, title)
        fixes = (Fix(title=title, edit=edit),)
    yield Finding(
        message=message(
            N_("WhatsApp takes no .{ending} file here, only {accepted}."),
            ending=ending,
            accepted=", ".join(_ACCEPTED[media.kind]),
        ),
        field=(*place, name),
        fixes=fixes,
    )


RULE = Rule(
    name="media-not-accepted",
    alias="WA018",
    severity=Severity.ERROR,
    title=N_("WhatsApp takes the files that are sent"),
    manual=Manual(
        means=N_(
            "A picture, film, sound or document that goes out on WhatsApp is of a sort that "
            "WhatsApp does not take, told by the ending of its name, or it lies beside the project "
            "and is too large."
        ),
        why=N_(
            "WhatsApp refuses the message (error 131053): pictures are JPEG or PNG, films MP4 or "
            "3GP, sounds AAC, AMR, MP3, M4A or OGG, and documents PDF, text, Word, Excel or "
            "PowerPoint. A picture has at most 5 megabytes, a film or a sound 16, a document 100 "
            "(AWS, supported media types, and Meta's page on media, seen in November 2026)."
        ),
        cure=N_("Save the file as one of these, make it smaller, or say rightly what kind it is."),
        source="AWS, supported media types, November 2026; Meta, media, March 2026",
    ),
    of_block=_of_block,
    blocks=having(Kind.PART),
    channels=lambda channel: channel.id == _WHATSAPP,
)
