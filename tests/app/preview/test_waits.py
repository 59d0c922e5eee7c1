"""What the chat waits for is said beside the field, with what can be done about it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from flowdesigner.app.theme import LIGHT
from tests.app.drivers.preview import PreviewDriver
from tests.simulate.projects import project_from

CODE = """
languages: [en]
channels: [whatsapp, sms]
settings: {sms: {two_way: false}}
flows:
  main:
    starts: [{trigger: event, name: login}]
    first: code
    blocks:
      code:
        type: otp
        text: {en: "Your code is {{ code }}."}
        wrong: {en: "That is not it."}
        ladder: [{channel: whatsapp}, {channel: sms, after: 30s}]
        expires_after: 5m
        attempts: 2
        exits: {verified: good, failed: bad, expired: late}
      good: {type: message, text: {en: "Welcome."}, exits: {next: bye}}
      bad: {type: message, text: {en: "Too often."}, exits: {next: bye}}
      late: {type: message, text: {en: "Too late."}, exits: {next: bye}}
      bye: {type: end}
"""

WAITS = """
languages: [en]
channels: [whatsapp]
flows:
  main:
    starts: [{trigger: event, name: sent}]
    first: told
    blocks:
      told: {type: message, text: {en: "On its way."}, exits: {next: news}}
      news:
        type: wait
        kind: status
        status: delivered
        at_most: 2h
        exits: {happened: paid, timeout: bye}
      paid: {type: wait, kind: event, event: order_paid, exits: {happened: thanks, timeout: bye}}
      thanks: {type: message, text: {en: "Thank you."}, exits: {next: rest}}
      rest: {type: wait, kind: duration, duration: 1h, exits: {next: bye}}
      bye: {type: end}
"""

ASKED_BY_SMS = """
languages: [en]
channels: [sms]
settings: {sms: {two_way: false}}
flows:
  main:
    starts: [{trigger: event, name: sent}]
    first: what
    blocks:
      what:
        type: menu
        text: {en: "Which?"}
        options: [{id: one, label: {en: "One"}}]
        %s
        exits: {one: bye, other: bye, no_reply: bye}
      bye: {type: end}
"""


@pytest.fixture
def code(qtbot) -> PreviewDriver:
    preview = PreviewDriver(qtbot, project_from(CODE))
    preview.press("Start")
    return preview


def test_a_code_is_typed_rightly_or_wrongly_beside_the_field(code) -> None:
    sent = code.last.removeprefix("bot: Your code is ").removesuffix(".")
    assert code.asked[0] == f"The customer has to type {sent}"

    code.press("Type a wrong code")
    assert code.last == "bot: That is not it."
    code.press("Type the right code")

    assert code.chat[-2] == "bot: Welcome."
    assert "Type the right code" not in code.offered


def test_a_code_runs_out_after_every_channel_had_its_turn(code) -> None:
    code.press("Let it run out")

    assert [line for line in code.chat if line.startswith("bot:")][1:] == [
        code.chat[0], "bot: Too late.",
    ]  # fmt: skip
    assert code.clock == "Mon 23 Nov, 10:05"
    code.step_back()
    assert len(code.chat) == 1, "it was one step"


def test_a_code_can_be_typed_where_customers_cannot_write(code) -> None:
    code.switch(channel="sms")
    assert code.why_not == "Customers cannot answer by SMS"
    assert len(code.asked) == 2, "nothing but the code and the time"

    code.press("Type the right code")

    assert "bot: Welcome." in code.chat


def test_news_of_the_last_message_comes_where_it_is_waited_for(qtbot) -> None:
    preview = PreviewDriver(qtbot, project_from(WAITS))
    preview.press("Start")
    assert preview.asked == [
        "What becomes of the last message?", "Waits 2 hours, until 12:00",
    ]  # fmt: skip

    preview.press("It could not be delivered")
    assert preview.asked[0] == "What becomes of the last message?", "that is not waited for"
    preview.press("It is read")
    assert preview.asked == ["Waits until “order_paid” happens"]
    preview.press("Let it happen")

    assert "bot: Thank you." in preview.chat
    assert preview.asked == ["Waits 1 hour, until 11:00"]


def test_the_strips_are_reached_and_pressed_by_keyboard(qtbot) -> None:
    preview = PreviewDriver(qtbot, project_from(CODE))
    preview.press("Start")
    line = preview.talk.composer.line
    line.setFocus()
    for _ in range(20):
        qtbot.keyClick(preview.panel.focusWidget(), Qt.Key.Key_Backtab)
        if preview.panel.focusWidget().text() == "Type the right code":
            break
    button = preview.panel.focusWidget()
    assert isinstance(button, QPushButton)
    assert button.text() == "Type the right code"

    qtbot.keyClick(button, Qt.Key.Key_Space)

    assert "bot: Welcome." in preview.chat


def test_buttons_say_what_they_are_for_to_a_screen_reader(code) -> None:
    strip = code.talk.waits.code

    assert [each.accessibleDescription() for each in strip.buttons] == [strip.label.text()] * 3


@pytest.mark.parametrize(
    ("wait", "told"),
    [
        ("no_reply_after: 1h", "It goes on when its time is over."),
        ("", "It waits for ever: say how long it waits, or ask on another channel."),
    ],
)
def test_a_question_that_cannot_be_answered_says_why(qtbot, wait: str, told: str) -> None:
    preview = PreviewDriver(qtbot, project_from(ASKED_BY_SMS % wait))
    preview.press("Start")

    assert preview.last == "bot: Which?"
    assert preview.talk.chat.bubbles[-1].accessibleName() == "Bot, 10:00: Which?"
    assert preview.suggestions == []
    assert preview.why_not == "Customers cannot answer by SMS"
    assert preview.asked[0].startswith("By SMS customers only read")
    assert preview.asked[0].endswith(told)


ASKED_BY_MAIL = """
languages: [en]
channels: [email]
flows:
  main:
    starts: [{trigger: message}]
    first: what
    blocks:
      what:
        type: menu
        text: {en: "Which?"}
        options: [{id: one, label: {en: "One"}}]
        no_reply_after: 1h
        exits: {one: how, other: bye, no_reply: bye}
      how: {type: ask, text: {en: "How many?"}, answer: number, exits: {answered: bye}}
      bye: {type: end}
"""


def test_mails_are_answered_by_links_only(qtbot) -> None:
    preview = PreviewDriver(qtbot, project_from(ASKED_BY_MAIL))
    preview.press("Start")
    assert preview.why_not == "By Email customers only tap links"
    assert preview.asked == ["Waits 1 hour for an answer, until 11:00"]

    preview.tap("One")

    assert preview.asked == [
        "By Email customers can only tap links, and this question has none. "
        "It waits for ever: say how long it waits, or ask on another channel."
    ]


def test_the_keyboard_goes_where_something_can_be_done(qtbot) -> None:
    preview = PreviewDriver(qtbot, project_from(ASKED_BY_SMS % "no_reply_after: 1h"))
    preview.panel.start()

    assert preview.panel.focusWidget().text() == "Skip"


def test_strips_keep_their_words_in_another_theme(code) -> None:
    before = code.asked
    code.panel.set_theme(LIGHT)

    assert code.asked == before
