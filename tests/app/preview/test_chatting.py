"""Chatting through a journey by tapping and typing."""

from msgspec.structs import replace
from PySide6.QtCore import Qt

from flowdesigner.app.preview.lines import MOST, NoteLine, lines_of
from flowdesigner.edits.edit import Where


def test_the_words_that_start_the_flow_are_offered_and_start_it(preview) -> None:
    assert preview.suggestions == ["pesanan", "order"]

    preview.press("pesanan")

    assert preview.chat == ["customer: pesanan", "bot: Halo Kak!", "bot: Mau apa?"]
    assert preview.answers == ["Cek pesanan", "Katalog"]
    assert preview.suggestions == []


def test_other_words_start_nothing(preview) -> None:
    preview.write("selamat pagi")

    assert preview.last == "No flow begins with these words, so nobody answers them."
    preview.write("order")
    assert preview.last == "bot: Mau apa?"


def test_a_chat_by_tapping_and_typing_to_the_end(preview) -> None:
    preview.write("pesanan")
    preview.tap("Cek pesanan")
    preview.write("A7")

    assert preview.chat[3:] == [
        "customer: Cek pesanan",
        "bot: Nomornya?",
        "customer: A7",
        "Answered with the sample.",
        "bot: Pesanan A7 dikirim.",
        "The conversation ended: done.",
    ]
    assert not preview.talk.composer.line.isEnabled()
    assert preview.lit == [("main", "what"), ("main", "number"), ("", "")]


def test_only_the_last_question_can_be_answered(preview) -> None:
    preview.write("pesanan")
    preview.tap("Katalog")

    assert preview.answers == ["Lihat"]
    assert preview.dead_answers == ["Cek pesanan", "Katalog"]


def test_a_list_opens_its_rows(preview) -> None:
    preview.write("pesanan")
    preview.tap("Katalog")
    preview.tap("Lihat")
    assert [each.reply.label for each in preview.talk.sheet.rows] == ["Sepatu", "Topi"]

    preview.choose_in_list("Topi")

    assert "customer: Topi" in preview.chat
    assert preview.talk.sheet is None


def test_escape_closes_a_list(preview, qtbot) -> None:
    preview.write("pesanan")
    preview.tap("Katalog")
    preview.tap("Lihat")

    qtbot.keyClick(preview.talk.sheet.rows[0], Qt.Key.Key_Escape)

    assert preview.talk.sheet is None
    assert preview.last == "bot: Pilih:"


def test_a_link_tells_where_it_leads_as_plain_text(preview) -> None:
    preview.write("pesanan")
    preview.tap("Katalog")
    preview.tap("Lihat")
    preview.choose_in_list("Sepatu")

    link = preview.talk.chat.rows[-2].buttons[0]
    assert link.words == "Buka"
    assert "&lt;b&gt;x&lt;/b&gt;" in link.toolTip()


def test_answers_are_reached_and_given_by_keyboard(preview, qtbot) -> None:
    preview.write("pesanan")
    first = preview.talk.chat.live_buttons()[0]
    first.setFocus()

    qtbot.keyClick(first, Qt.Key.Key_Return)

    assert preview.last == "bot: Nomornya?"
    assert preview.panel.focusWidget() is preview.talk.composer.line


def test_stepping_back_takes_one_input_back(preview) -> None:
    preview.write("pesanan")
    preview.tap("Cek pesanan")
    preview.step_back()

    assert preview.last == "bot: Mau apa?"
    assert preview.answers == ["Cek pesanan", "Katalog"]
    preview.step_back()
    assert preview.chat == []
    assert not preview.talk.bar.back.isEnabled()


def test_restarting_forgets_what_was_said(preview) -> None:
    preview.write("pesanan")
    preview.tap("Cek pesanan")
    preview.restart()

    assert preview.chat == []
    assert preview.suggestions == ["pesanan", "order"]


def test_a_colleague_writes_and_closes_the_chat(preview) -> None:
    preview.write("pesanan")
    preview.write("cs")
    preview.write("Halo?")
    preview.write_as_colleague("Ada yang bisa dibantu?")

    assert preview.last == "agent: Ada yang bisa dibantu?"
    preview.press("Close the chat")
    assert preview.last == "The conversation goes on where it was."
    assert preview.answers == ["Cek pesanan", "Katalog"]
    assert not preview.talk.waits.agent.isVisible()


def test_on_sms_answers_are_numbers_to_be_typed(preview) -> None:
    preview.switch(channel="sms")
    preview.write("pesanan")

    assert preview.last == "bot: Mau apa?\n1. Cek pesanan\n2. Katalog"
    assert preview.answers == []
    assert preview.suggestions == ["1", "2"]
    assert "1 part" in preview.talk.chat.bubbles[-1].content.time
    preview.press("1")
    assert preview.last == "bot: Nomornya?"


def test_a_picture_can_be_sent(preview) -> None:
    preview.write("pesanan")
    preview.tap("Cek pesanan")
    preview.talk.composer.menu.actions()[0].trigger()

    sent = preview.talk.chat.bubbles[-2]
    assert sent.content.card is not None
    assert sent.content.card.title == "Picture"


def test_clicking_a_bubble_selects_its_block(preview) -> None:
    preview.write("pesanan")
    places: list[Where] = []
    preview.focus.place_asked.connect(places.append)

    preview.click_bubble("Halo")

    assert preview.focus.blocks == ("hello",)
    assert places == [Where("main", ("hello",))]
    assert [b.content.text for b in preview.talk.chat.bubbles if b.lit] == ["Halo Kak!"]


def test_bubbles_are_said_to_a_screen_reader(preview) -> None:
    preview.write("pesanan")

    names = [each.accessibleName() for each in preview.talk.chat.bubbles]
    assert names == [
        "Customer, 10:00: pesanan",
        "Bot, 10:00: Halo Kak!",
        "Bot, 10:00: Mau apa?\n[Cek pesanan]\n[Katalog]",
    ]


def test_the_chat_is_copied_as_plain_text(preview) -> None:
    preview.write("pesanan")
    preview.from_menu("Copy the chat")

    assert preview.clipboard.splitlines()[1:3] == [
        "10:00  Customer: pesanan",
        "10:00  Bot: Halo Kak!",
    ]


def test_arrows_go_from_bubble_to_bubble_and_tab_to_the_answers(preview, qtbot) -> None:
    preview.write("pesanan")
    preview.talk.chat.setFocus()

    qtbot.keyClick(preview.talk.chat, Qt.Key.Key_Up)
    question = preview.panel.focusWidget()
    assert question is preview.talk.chat.bubbles[2]
    qtbot.keyClick(question, Qt.Key.Key_Up)
    hello = preview.panel.focusWidget()
    assert hello is preview.talk.chat.bubbles[1]
    qtbot.keyClick(hello, Qt.Key.Key_Tab)

    assert preview.panel.focusWidget() is preview.talk.chat.live_buttons()[0]


def test_tab_goes_round_in_an_open_list(preview, qtbot) -> None:
    preview.write("pesanan")
    preview.tap("Katalog")
    preview.tap("Lihat")
    rows = preview.talk.sheet.rows

    qtbot.keyClick(rows[0], Qt.Key.Key_Backtab)
    qtbot.keyClick(preview.panel.focusWidget(), Qt.Key.Key_Tab)
    assert rows[0].hasFocus()
    qtbot.keyClick(rows[0], Qt.Key.Key_Down)
    assert rows[1].hasFocus()


def test_of_a_very_long_chat_the_end_is_shown(preview) -> None:
    preview.write("pesanan")
    session = preview.panel.player.session
    long = replace(session, transcript=session.transcript * 100)

    lines = lines_of(long)

    assert lines[0] == NoteLine("Earlier lines are not shown.")
    assert len(lines) == MOST + 2, "and the day"
    assert lines[-1].entry == session.transcript[-1]
