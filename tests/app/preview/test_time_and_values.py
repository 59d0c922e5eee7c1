"""Moving the clock, forcing ways, and changing what the chat knows."""


def test_a_wait_is_shown_and_skipped(preview) -> None:
    preview.write("pesanan")
    assert preview.waits == "Waits 30 minutes for an answer, until 10:30"

    preview.press("Skip")

    assert preview.chat[-2:] == ["No reply.", "The conversation ended: done."]
    assert preview.clock == "Mon 23 Nov, 10:30"
    assert preview.waits == ""


def test_a_new_day_is_marked(preview) -> None:
    preview.write("pesanan")
    preview.tap("Katalog")
    preview.press("Skip")

    assert preview.days == ["Monday, 23 November 2026", "Tuesday, 24 November 2026"]


def test_a_block_is_left_by_force(preview) -> None:
    preview.write("pesanan")
    preview.from_menu("Leave this block by", "Katalog")

    assert preview.last == "bot: Pilih:"


def test_web_services_are_answered_by_hand(preview) -> None:
    preview.from_menu("Ask me for the answers of web services")
    preview.write("pesanan")
    preview.tap("Cek pesanan")
    preview.write("A7")
    preview.press("Let it fail")
    assert "bot: Sebentar ya." in preview.chat

    preview.step_back()
    preview.press("As in the sample")

    assert "bot: Pesanan A7 dikirim." in preview.chat


def test_a_web_service_answers_otherwise(preview) -> None:
    preview.from_menu("Ask me for the answers of web services")
    preview.write("pesanan")
    preview.tap("Cek pesanan")
    preview.write("A7")
    preview.press("Otherwise…")
    assert preview.talk.prompt.line.text() == '{"state": "dikirim"}'
    preview.answer('{"state": "hilang')
    assert preview.told == "That cannot be read: keep the quotes and the brackets."

    preview.press("Otherwise…")
    preview.answer('{"state": "hilang"}')

    assert "bot: Pesanan A7 hilang." in preview.chat


def test_the_contact_gets_a_name_and_the_chat_stays_where_it_is(preview) -> None:
    preview.write("pesanan")
    preview.tap("Cek pesanan")
    preview.from_menu("Name of the contact…")
    preview.answer("Sari")

    assert preview.chat[1] == "bot: Halo Sari!"
    assert preview.last == "bot: Nomornya?"


def test_an_event_happens(preview) -> None:
    preview.write("pesanan")
    preview.from_menu("Let something happen", "Another event…")
    preview.answer("paid")

    assert preview.last == "The event “paid” came."


def test_a_variable_is_set_by_hand(preview) -> None:
    preview.write("pesanan")
    preview.set_variable("state", "hilang")
    preview.set_variable("count", "tiga")
    assert preview.talk.variables.trouble.text() == (
        "That is no value for count, which is: Number."
    )
    preview.set_variable("count", "3")

    assert preview.panel.player.session.values["state"] == "hilang"
    assert preview.panel.player.session.values["count"] == 3
    assert preview.variable("count") == "3"


def test_the_chat_begins_at_the_selected_block_with_sample_values(preview) -> None:
    preview.focus.select("tell")
    preview.from_menu("Start at the selected block")

    assert preview.chat == ["bot: Pesanan A1 .", "The conversation ended: done."]


def test_a_flow_that_no_message_starts_begins_by_a_button(preview) -> None:
    preview.switch(flow="talk_to_us")
    assert preview.suggestions == []

    preview.press("Start")

    assert preview.chat[0] == "bot: Sebentar ya."
    preview.restart()
    assert preview.chat[0] == "bot: Sebentar ya."


def test_another_language_says_the_same_chat(preview) -> None:
    preview.write("pesanan")
    preview.tap("Cek pesanan")
    preview.switch(language="en")

    assert preview.chat[1:] == [
        "bot: Hi!",
        "bot: What can I do?",
        "customer: Track",
        "bot: Which number?",
    ]


def test_another_channel_says_the_same_chat(preview) -> None:
    preview.write("pesanan")
    preview.tap("Cek pesanan")
    preview.switch(channel="sms")

    assert preview.chat[2:] == [
        "bot: Mau apa?\n1. Cek pesanan\n2. Katalog",
        "customer: Cek pesanan",
        "bot: Nomornya?",
    ]
