"""WhatsApp: the limits of Meta's Cloud API for messages within the 24-hour window.

Numbers from Meta's OpenAPI schema v23.0 (facebook/openapi, business-messaging-api_v23.0.yaml,
21 November 2025) and Meta's documentation pages.
"""

from flowdesigner.model.channel import Channel, Count, Limit, Unit
from flowdesigner.model.outgoing import Outgoing, Rendered, Reply, numbered, shared_out
from flowdesigner.texts import N_

_SCHEMA = "Meta, WhatsApp Business Messaging API schema v23.0"


def _limit(most: int, title: str, unit: Unit = "characters", *, warn: bool = False) -> Limit:
    return Limit(
        most=most, unit=unit, title=title, source=_SCHEMA,
        valid_from="2025-11-21", checked_on="2026-11-24", warn=warn,
    )  # fmt: skip


MOST_BUTTONS = 3
MOST_ROWS = 10
_BUTTON_LABEL = 20

LIMITS = {
    "text": _limit(4096, N_("Text")),
    "text_with_buttons": _limit(1024, N_("Text with buttons or a list")),
    "button_label": _limit(_BUTTON_LABEL, N_("Button")),
    "buttons": _limit(MOST_BUTTONS, N_("Buttons"), "options"),
    "list_rows": _limit(MOST_ROWS, N_("Rows of a list"), "options"),
    "row_label": _limit(24, N_("Row of a list")),
    "row_description": _limit(72, N_("Description of a row")),
    "list_button": _limit(20, N_("Button that opens the list")),
    "link_button": _limit(20, N_("Link button")),
    "section": _limit(24, N_("Section of the list")),
    "footer": _limit(60, N_("Footer")),
    "caption": _limit(1024, N_("Caption")),
    "template_text": _limit(1024, N_("Text of a template")),
    "template_header": _limit(60, N_("Heading of a template")),
    "template_footer": _limit(60, N_("Footer of a template")),
    "template_button": _limit(25, N_("Button of a template")),
    "template_buttons": _limit(10, N_("Buttons of a template"), "options"),
    "code": _limit(15, N_("Code that a button copies")),
}


OTHER_LIMITS = {
    "header": _limit(60, N_("Heading of buttons or a list")),
    "list_text": _limit(
        1024, N_("Text of a list, by the schema; Meta's page says 4,096"), warn=True
    ),
    "sections": _limit(10, N_("Sections of a list"), "options"),
    "button_id": _limit(256, N_("Id of a button")),
    "row_id": _limit(200, N_("Id of a row")),
    "flow_button": _limit(20, N_("Button that opens a form; refused above 30"), warn=True),
    "template_name": _limit(512, N_("Name of a template")),
    "template_links": _limit(2, N_("Link buttons of a template"), "options"),
    "template_phones": _limit(1, N_("Phone buttons of a template"), "options"),
    "template_codes": _limit(1, N_("Buttons of a template that copy a code"), "options"),
    "template_address": _limit(2000, N_("Web address of a template's button")),
    "template_phone": _limit(20, N_("Phone number of a template's button")),
    "image": _limit(5, N_("Picture (JPEG, PNG)"), "megabytes"),
    "video": _limit(16, N_("Video (MP4, 3GP)"), "megabytes"),
    "audio": _limit(16, N_("Sound (AAC, AMR, MP3, M4A, OGG)"), "megabytes"),
    "document": _limit(100, N_("Document (PDF, Word, Excel, PowerPoint, text)"), "megabytes"),
    "window": _limit(24, N_("Time to answer freely after the customer wrote"), "hours"),
}


def count(text: str) -> Count:
    """Characters, as Meta counts them."""
    return Count(used=len(text), most=LIMITS["text"].most)


def render(outgoing: Outgoing) -> tuple[Rendered, ...]:
    """Reply buttons up to three, a list up to ten, more lists beyond; media before the text."""
    if outgoing.template is not None:
        return (_template(outgoing),)
    media = outgoing.media
    before: tuple[Rendered, ...] = ()
    if media is not None and (outgoing.options or outgoing.link or media.caption):
        before = (Rendered(shape="media", media=media, text=media.caption),)
        media = None
    if outgoing.options:
        return (*before, *_question(outgoing))
    if outgoing.link is not None:
        link = Rendered(
            shape="link", text=outgoing.text, link=outgoing.link, footer=outgoing.footer
        )
        return (*before, link)
    if media is not None:
        return (Rendered(shape="media", media=media, text=outgoing.text),)
    if not outgoing.text and before:
        return before
    text = "\n\n".join(part for part in (outgoing.text, outgoing.footer) if part)
    return (*before, Rendered(shape="text", text=text))


def _question(outgoing: Outgoing) -> tuple[Rendered, ...]:
    """One message; left to choose, as many lists as the answers need, each asking anew."""
    options, shape = outgoing.options, outgoing.draw_as
    if shape == "text":
        return (Rendered(shape="numbered", text=_with_numbers(outgoing), options=options),)
    if shape == "auto" and not _fits_buttons(options):
        return tuple(_tapped(outgoing, some) for some in shared_out(options, MOST_ROWS))
    return (_tapped(outgoing, options, as_list=shape == "list"),)


def _tapped(outgoing: Outgoing, options: tuple[Reply, ...], *, as_list: bool = True) -> Rendered:
    return Rendered(
        shape="list" if as_list else "buttons",
        text=outgoing.text,
        options=options,
        button=outgoing.button,
        footer=outgoing.footer,
    )


def _with_numbers(outgoing: Outgoing) -> str:
    return "\n".join(filter(None, (outgoing.text, numbered(outgoing.options))))


def _template(outgoing: Outgoing) -> Rendered:
    """A template is one message, whatever is on it."""
    return Rendered(
        shape="buttons" if outgoing.options else "text",
        header=outgoing.header,
        media=outgoing.media,
        text=outgoing.text,
        footer=outgoing.footer,
        options=outgoing.options,
        actions=outgoing.actions,
        template=outgoing.template,
    )


def _fits_buttons(options: tuple[Reply, ...]) -> bool:
    return len(options) <= MOST_BUTTONS and all(
        len(each.label) <= _BUTTON_LABEL and not each.description for each in options
    )


WHATSAPP = Channel(
    id="whatsapp",
    title="WhatsApp",
    icon="message-circle",
    colour="#25a35a",
    limits=LIMITS,
    other_limits=OTHER_LIMITS,
    render=render,
    count=count,
    can=frozenset({"buttons", "list", "media", "link", "typed", "two_way"}),
    marks=True,
    reached_by="phone",
)
