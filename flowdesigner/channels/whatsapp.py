"""WhatsApp: the limits of Meta's Cloud API for messages within the 24-hour window.

Numbers from Meta's OpenAPI schema v23.0 (facebook/openapi, business-messaging-api_v23.0.yaml,
21 November 2025) and Meta's documentation pages.
"""

from collections.abc import Mapping

from flowdesigner.channels.dated_limits import dated_limits
from flowdesigner.model.channel import Channel, Count, Limits
from flowdesigner.model.outgoing import Outgoing, Rendered, Reply, numbered, shared_out
from flowdesigner.texts import N_

ID = "whatsapp"

TITLES: Mapping[str, str] = {
    "text": N_("Text"),
    "text_with_buttons": N_("Text with buttons or a list"),
    "button_label": N_("Button"),
    "buttons": N_("Buttons"),
    "list_rows": N_("Rows of a list"),
    "row_label": N_("Row of a list"),
    "row_description": N_("Description of a row"),
    "list_button": N_("Button that opens the list"),
    "link_button": N_("Link button"),
    "section": N_("Section of the list"),
    "footer": N_("Footer"),
    "caption": N_("Caption"),
    "template_text": N_("Text of a template"),
    "template_header": N_("Heading of a template"),
    "template_footer": N_("Footer of a template"),
    "template_button": N_("Button of a template"),
    "template_buttons": N_("Buttons of a template"),
    "code": N_("Code that a button copies"),
}


OTHER_TITLES: Mapping[str, str] = {
    "header": N_("Heading of buttons or a list"),
    "list_text": N_("Text of a list, by the schema; Meta's page says 4,096"),
    "sections": N_("Sections of a list"),
    "button_id": N_("Id of a button"),
    "row_id": N_("Id of a row"),
    "flow_button": N_("Button that opens a form; refused above 30"),
    "template_name": N_("Name of a template"),
    "template_links": N_("Link buttons of a template"),
    "template_phones": N_("Phone buttons of a template"),
    "template_codes": N_("Buttons of a template that copy a code"),
    "template_forms": N_("Buttons of a template that open a form"),
    "template_address": N_("Web address of a template's button"),
    "template_phone": N_("Phone number of a template's button"),
    "image": N_("Picture (JPEG, PNG)"),
    "video": N_("Video (MP4, 3GP)"),
    "audio": N_("Sound (AAC, AMR, MP3, M4A, OGG)"),
    "document": N_("Document (PDF, Word, Excel, PowerPoint, text)"),
    "window": N_("Time to answer freely after the customer wrote"),
}


def measure(text: str, limits: Limits) -> Count:
    """Characters, as Meta counts them."""
    return Count(used=len(text), most=limits["text"].most)


def draw(outgoing: Outgoing, limits: Limits) -> tuple[Rendered, ...]:
    """Reply buttons up to three, a list up to ten, more lists beyond; media before the text."""
    if outgoing.template is not None:
        return (_template(outgoing),)
    media = outgoing.media
    before: tuple[Rendered, ...] = ()
    if media is not None and (outgoing.options or outgoing.link or media.caption):
        before = (Rendered(shape="media", media=media, text=media.caption),)
        media = None
    if outgoing.options:
        return (*before, *_question(outgoing, limits))
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


def _question(outgoing: Outgoing, limits: Limits) -> tuple[Rendered, ...]:
    """One message; left to choose, as many lists as the answers need, each asking anew."""
    options, shape = outgoing.options, outgoing.draw_as
    if shape == "text":
        return (Rendered(shape="numbered", text=_with_numbers(outgoing), options=options),)
    if shape == "auto" and not _fits_buttons(options, limits):
        most = limits["list_rows"].most
        return tuple(_tapped(outgoing, some) for some in shared_out(options, most))
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


def _fits_buttons(options: tuple[Reply, ...], limits: Limits) -> bool:
    return len(options) <= limits["buttons"].most and all(
        len(each.label) <= limits["button_label"].most and not each.description for each in options
    )


WHATSAPP = Channel(
    id=ID,
    title="WhatsApp",
    icon="message-circle",
    colour="#25a35a",
    bounds=dated_limits(ID, TITLES),
    other_bounds=dated_limits(ID, OTHER_TITLES),
    draw=draw,
    measure=measure,
    can=frozenset({"buttons", "list", "media", "link", "typed", "two_way"}),
    marks=True,
    reached_by="phone",
)
