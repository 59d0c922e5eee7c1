"""A template as an ordinary message or menu, for platforms that send no templates themselves."""

from collections.abc import Iterable, Mapping

from flowdesigner.blocks.menu import Menu, Option
from flowdesigner.blocks.message import Message
from flowdesigner.blocks.template import Template, TemplateButton
from flowdesigner.model.media import Link
from flowdesigner.model.part import Text


def plain_template(block: Template) -> Message | Menu:
    """The block that says the same; only a reply is a choice, other buttons stand in the text."""
    replies = [each for each in block.buttons or () if each.kind == "reply" and each.id]
    header = block.header
    words = (header.text if header else None, block.body, *_written(block.buttons))
    shared = {"text": joined(words), "title": block.title, "exits": block.exits}
    if not replies:
        link = next((each for each in block.buttons or () if each.kind == "url"), None)
        page = Link(label=link.label, url=link.value) if link else None
        return Message.model_validate(
            shared
            | {"footer": block.footer, "link": page, "media": header.media if header else None}
        )
    options = tuple(Option(id=each.id, label=each.label) for each in replies)
    asked = {"text": joined((*words, block.footer)), "options": options}
    return Menu.model_validate(shared | asked | {"no_reply_after": block.no_reply_after})


def _written(buttons: Iterable[TemplateButton] | None) -> Iterable[Text | None]:
    """Numbers and codes; a web address is a link of its own."""
    for each in buttons or ():
        if each.kind in ("phone", "copy_code") and each.label:
            yield {
                language: f"{label} {each.value or ''}".strip()
                for language, label in each.label.items()
            }


def joined(texts: Iterable[Mapping[str, str] | None]) -> Text:
    """Texts below one another, each language on its own."""
    found: dict[str, list[str]] = {}
    for text in texts:
        for language, words in (text or {}).items():
            found.setdefault(language, []).append(words)
    return {language: "\n".join(words) for language, words in found.items()}
