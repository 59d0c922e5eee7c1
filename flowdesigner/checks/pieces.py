"""The pieces of a message that a channel bounds, and the fields they were written in."""

from collections.abc import Iterator
from typing import NamedTuple

from flowdesigner.checks.sayings import Saying
from flowdesigner.model.outgoing import Rendered
from flowdesigner.model.walk import Path

_TAPPED = ("buttons", "list", "chips")
"""The messages whose answers are tapped."""


class Piece(NamedTuple):
    """Some words of a message, the limit they come under, and the field they stand in."""

    limit: str
    words: str
    field: Path


def pieces(saying: Saying) -> Iterator[Piece]:
    """Everything in what is said that may be too long."""
    for rendered in saying.rendered:
        if rendered.template is not None:
            yield from _of_template(rendered)
            continue
        yield _words(saying, rendered)
        if not saying.again:
            yield from _small(rendered)


def text_field(saying: Saying) -> Path:
    """The field in which the author wrote the text."""
    if saying.outgoing.template is not None:
        return ("body",)
    return ("retry", "text") if saying.again else ("text",)


def _words(saying: Saying, rendered: Rendered) -> Piece:
    if rendered.shape == "media":
        captioned = rendered.media is not None and rendered.media.caption
        return Piece(
            "caption", rendered.text, ("media", "caption") if captioned else text_field(saying)
        )
    limit = "text_with_buttons" if rendered.shape in ("buttons", "list", "link") else "text"
    return Piece(limit, rendered.text, text_field(saying))


def _of_template(rendered: Rendered) -> Iterator[Piece]:
    yield Piece("template_header", rendered.header, ("header", "text"))
    yield Piece("template_text", rendered.text, ("body",))
    yield Piece("template_footer", rendered.footer, ("footer",))
    for id, label in _buttons(rendered):
        yield Piece("template_button", label, ("buttons", id, "label"))


def _buttons(rendered: Rendered) -> Iterator[tuple[str, str]]:
    yield from ((each.id, each.label) for each in rendered.options)
    yield from ((each.id, each.label) for each in rendered.actions)


def _small(rendered: Rendered) -> Iterator[Piece]:
    if rendered.shape == "list":
        yield Piece("list_button", rendered.button, ("button",))
    if rendered.shape == "mail":
        yield Piece("subject", rendered.subject, ("subject",))
        yield Piece("preheader", rendered.preheader, ("preheader",))
    if rendered.shape != "text":
        yield Piece("footer", rendered.footer, ("footer",))
    if rendered.link is not None:
        yield Piece("link_button", rendered.link.label, ("link", "label"))
    for option in rendered.options if rendered.shape in _TAPPED else ():
        listed = rendered.shape == "list"
        label = ("options", option.id, "label")
        yield Piece("row_label" if listed else "button_label", option.label, label)
        if listed:
            yield Piece(
                "row_description", option.description, ("options", option.id, "description")
            )
            yield Piece("section", option.section, ("options", option.id, "section"))
