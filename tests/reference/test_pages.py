"""The pages as a whole: all there, in both languages, and leading to one another."""

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from flowdesigner.blocks import BLOCK_TYPES
from flowdesigner.channels import BY_ID, CHANNELS
from flowdesigner.checks.rules import RULES
from flowdesigner.formats.platforms import FORMATS
from flowdesigner.reference.channel_page import page as channel_page
from flowdesigner.reference.channels_page import contents as channels_page
from flowdesigner.reference.contents import groups, start_page
from flowdesigner.reference.exits import word_of
from flowdesigner.reference.markdown import in_docs
from flowdesigner.texts import LANGUAGES, set_language
from scripts.generators.reference import WRITTEN, files

ROOT = Path(__file__).resolve().parents[2]
LINK = re.compile(r"\]\(([^)#]+\.md)\)")


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    set_language(request.param)
    yield request.param
    set_language("en")


def test_there_is_a_page_on_everything() -> None:
    addresses = {page.address for group in groups() for page in group.pages}
    assert addresses >= {f"blocks/{word_of(each)}" for each in BLOCK_TYPES}
    assert addresses >= {f"channels/{each.id}" for each in CHANNELS}
    assert addresses >= {f"checks/{each.name}" for each in RULES}
    assert addresses >= {f"formats/{each.id}" for each in FORMATS}


def test_every_page_begins_with_its_title_and_leads_to_pages_that_are_there(language: str) -> None:
    listed = groups()
    pages = {page.address: page for group in listed for page in group.pages}
    for page in pages.values():
        text = page.write()
        assert text.startswith("# ")
        if not page.address.endswith("README"):
            assert text.splitlines()[0] == f"# {page.title}"
        assert {each.removesuffix(".md") for each in LINK.findall(text)} <= set(pages)
    led_to = {each.removesuffix(".md") for each in LINK.findall(start_page(listed))}
    assert led_to == set(pages)


def test_links_of_a_file_lead_from_its_folder() -> None:
    text = "[a](checks/weak-code.md), [b](blocks/otp.md), [c](formats/rasa.md)"
    assert in_docs(text, "blocks/menu", "en") == (
        "[a](../checks/weak-code.md), [b](otp.md), [c](../formats/rasa.md)"
    )
    assert in_docs(text, "blocks/menu", "id") == (
        "[a](../../checks/id/weak-code.md), [b](otp.md), [c](../../formats/rasa.md)"
    )


def test_the_files_in_docs_are_current_and_there_are_no_others() -> None:
    pages = dict(files(ROOT))
    stale = [str(p) for p, text in pages.items() if not p.is_file() or p.read_bytes() != text]
    assert stale == [], "run scripts/generate"
    there = {path for folder in WRITTEN for path in (ROOT / "docs" / folder).rglob("*.md")}
    assert there == set(pages)


def test_links_of_the_files_in_docs_lead_somewhere() -> None:
    nowhere = set()
    for path, text in files(ROOT):
        for target in re.findall(r"\]\(([^):]+)\)", text.decode()):
            if not Path(posixpath.normpath(path.parent / target)).is_file():
                nowhere.add((path.name, target))
    assert nowhere == set()


# --------------------------------------------------------------------------- channels


@pytest.mark.parametrize("channel", CHANNELS, ids=lambda each: each.id)
def test_a_channel_tells_each_limit_with_its_source_and_dates(channel) -> None:
    lines = channel_page(channel).splitlines()
    for limit in (*channel.limits.values(), *channel.other_limits.values()):
        (line,) = [each for each in lines if each.startswith(f"| {limit.title} |")]
        assert f"{limit.most:,} " in line
        assert line.endswith(f" | {limit.source} | {limit.valid_from} | {limit.checked_on} |")


@pytest.mark.parametrize(
    ("channel", "line"),
    [
        ("whatsapp", "| A question with 3 answers | buttons |"),
        ("whatsapp", "| A question with 10 answers | list |"),
        ("whatsapp", "| A question with 14 answers | list, in 2 messages |"),
        ("whatsapp", "| A question with a picture | file, then buttons |"),
        ("sms", "| A text with a footer | text; without the footer |"),
        ("sms", "| A text with a picture | text; the file as its address |"),
        ("sms", "| A text with a link button | text; the link as its address |"),
        ("rcs", "| A question with 14 answers | suggested replies, in 2 messages |"),
        ("email", "| A question with 14 answers | links in a mail |"),
        ("webchat", "| A question with 10 answers | list |"),
        ("sms", "- A part holds 160 standard letters, or 70 as soon as there is another one."),
        ("email", "| A subject | yes |"),
        ("email", "- A customer is reached by an email address."),
        ("sms", "- [SMS texts use the standard letters](checks/emoji-in-sms.md) (Warning)"),
    ],
)  # fmt: skip
def test_a_channel_says_how_messages_look_and_what_is_checked(channel: str, line: str) -> None:
    assert line in channel_page(BY_ID[channel]).splitlines()


def test_the_page_shows_sms_that_cannot_be_answered_beside_sms_that_can() -> None:
    lines = channels_page().splitlines()
    heads = next(each for each in lines if "[WhatsApp]" in each).split(" | ")
    few = next(each for each in lines if each.startswith("| 2-3")).split(" | ")

    at = heads.index("[SMS](channels/sms.md)")
    assert heads[at + 1] == "SMS, customers cannot answer"
    assert few[at : at + 2] == ["numbered text", "text without the answers"]
