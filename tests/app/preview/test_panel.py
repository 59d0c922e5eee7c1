"""The preview as the window uses it: themes, languages, other projects, odd ones."""

import pytest

from flowdesigner.app.preview.bubble import Bubble
from flowdesigner.app.theme import DARK
from flowdesigner.blocks import BY_TYPE
from flowdesigner.model.flow import Flow
from flowdesigner.model.project import Project
from flowdesigner.texts import set_language
from tests.app.drivers.preview import PreviewDriver
from tests.simulate.projects import project_from


@pytest.fixture
def indonesian():
    set_language("id")
    yield
    set_language("en")


def test_f5_lets_the_author_type(preview) -> None:
    preview.panel.start()

    assert preview.panel.focusWidget() is preview.talk.composer.line


def test_f5_begins_a_flow_that_no_message_starts(preview) -> None:
    preview.switch(flow="talk_to_us")
    preview.panel.start()

    assert preview.chat[0] == "bot: Sebentar ya."


def test_another_theme_keeps_the_chat(preview) -> None:
    preview.write("pesanan")
    before = preview.chat

    preview.panel.set_theme(DARK)

    assert preview.chat == before
    assert preview.answers == ["Cek pesanan", "Katalog"]


def test_days_are_written_in_the_language_in_use(preview, indonesian) -> None:
    preview.write("pesanan")
    preview.panel.retranslate()

    assert preview.days == ["Senin, 23 November 2026"]


def test_another_project_begins_another_chat(preview) -> None:
    preview.write("pesanan")
    preview.document.open(project_from("flows: {only: {first: a, blocks: {a: {type: end}}}}"))

    assert preview.chat == []
    assert preview.lit[-1] == ("", "")
    preview.press("Start")
    assert preview.chat == ["The conversation ended: done."]


def test_of_two_flows_with_one_word_the_chosen_one_begins(qtbot) -> None:
    preview = PreviewDriver(
        qtbot,
        project_from("""
            languages: [en]
            flows:
              one:
                starts: [{trigger: message, words: {en: ["hi"]}}]
                first: say
                blocks: {say: {type: message, text: {en: "One"}}}
              two:
                starts: [{trigger: message, words: {en: ["hi"]}}]
                first: say
                blocks: {say: {type: message, text: {en: "Two"}}}
        """),
    )
    preview.switch(flow="two")
    preview.write("hi")

    assert preview.chat[1] == "bot: Two"


def test_a_project_without_flows_says_so(qtbot) -> None:
    preview = PreviewDriver(qtbot, Project())

    assert preview.talk.composer.line.placeholderText() == "The project has no flow yet."
    assert not preview.talk.empty.start.isVisible()


def test_text_of_a_project_is_never_read_as_html(qtbot) -> None:
    foreign = "<img src='http://x.example/a.png'><b>&amp;</b>"
    bubble = bubble_that_says(qtbot, foreign)

    assert bubble.words.plain == foreign


def test_a_long_word_does_not_leave_its_bubble(qtbot) -> None:
    bubble = bubble_that_says(qtbot, "w" * 400)

    assert bubble.geometry().right() < bubble.parentWidget().width()
    assert 0 < bubble.words.width <= bubble.width()


def test_the_colleague_reads_the_summary(qtbot) -> None:
    preview = PreviewDriver(
        qtbot,
        project_from("""
            languages: [en]
            flows:
              main:
                first: over
                blocks:
                  over: {type: handoff, summary: {en: "Wants <b>shoes</b>"}, exits: {}}
        """),
    )
    preview.press("Start")

    assert "They read:\nWants <b>shoes</b>" in preview.last


def test_parts_of_a_dear_sms_are_told(qtbot) -> None:
    content = bubble_that_says(qtbot, "a " * 300, channel="sms").content

    assert (content.time, content.dear) == ("10:00 · 4 parts", True)


def bubble_that_says(qtbot, text: str, channel: str = "whatsapp") -> Bubble:
    message = BY_TYPE["message"].model_validate({"type": "message", "text": {"en": text}})
    flow = Flow(first="say", blocks={"say": message})
    project = Project(languages=("en",), channels=(channel,), flows={"main": flow})
    preview = PreviewDriver(qtbot, project)
    preview.press("Start")
    return preview.talk.chat.bubbles[0]


def test_long_words_of_buttons_never_widen_the_panel(preview) -> None:
    strip = preview.talk.waits.over
    for button in strip.buttons:
        button.setText("Simpan percakapan ini untuk dicoba lagi nanti")
    preview.write("pesanan")
    preview.press("Skip")
    preview.panel.resize(320, 600)
    preview.bot.waitUntil(lambda: strip.buttons[1].y() > strip.buttons[0].y())

    assert preview.panel.minimumSizeHint().width() <= 320
