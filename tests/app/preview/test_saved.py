"""Saving a chat as a conversation, and running what was saved."""


def chat_to_the_end(preview) -> None:
    preview.write("pesanan")
    preview.tap("Cek pesanan")
    preview.write("A7")


def test_a_chat_is_saved_as_a_conversation(preview) -> None:
    chat_to_the_end(preview)
    preview.press("Save as conversation…")
    preview.answer("Pesanan dikirim")

    saved = preview.document.project.conversations["pesanan_dikirim"]
    assert [step.kind() for step in saved.steps] == [
        "say", "bot", "bot", "tap", "bot", "say", "webhook", "bot", "ended",
    ]  # fmt: skip
    assert preview.document.history.undoText() == "Save conversation pesanan_dikirim"


def test_a_saved_conversation_runs_and_tells_the_first_difference(preview) -> None:
    chat_to_the_end(preview)
    preview.panel.save_as("shipped")
    preview.run_saved()
    assert preview.verdict("shipped") == "As it was saved"

    preview.edit("main", "tell", ("text", "id"), "Sudah sampai.")
    preview.run_saved()

    assert preview.verdict("shipped") == (
        "Step 8, expected: the bot says “Pesanan A7 dikirim.”\nInstead: “Sudah sampai.”"
    )


def test_a_saved_conversation_is_read_and_left_again(preview) -> None:
    chat_to_the_end(preview)
    preview.panel.save_as("shipped")
    preview.restart()
    preview.run_saved()
    preview.open_saved("shipped")

    assert "bot: Pesanan A7 dikirim." in preview.chat
    assert preview.answers == []
    preview.press("Back to the chat")
    assert preview.chat == []


def test_a_chat_from_the_middle_cannot_be_saved(preview) -> None:
    preview.focus.select("what")
    preview.panel.start_here()
    preview.tap("Cek pesanan")

    assert not preview.panel.player.can_save


def test_a_saved_conversation_is_deleted_and_comes_back_by_undo(preview, qtbot) -> None:
    chat_to_the_end(preview)
    preview.panel.save_as("shipped")
    preview.run_saved()
    preview.panel.saved.list.setCurrentRow(0)

    preview.panel.saved.delete.trigger()

    assert preview.document.project.conversations == {}
    preview.document.undo()
    assert list(preview.document.project.conversations) == ["shipped"]


def test_what_is_saved_is_told(preview) -> None:
    chat_to_the_end(preview)
    preview.panel.save_as("Pesanan dikirim")

    assert preview.told == "Saved as “pesanan dikirim”"


def test_words_that_nobody_answered_are_not_saved(preview) -> None:
    preview.write("selamat pagi")
    chat_to_the_end(preview)
    preview.panel.save_as("shipped")
    preview.run_saved()

    assert preview.document.project.conversations["shipped"].steps[0].say == "pesanan"
    assert preview.verdict("shipped") == "As it was saved"


def test_a_chat_that_waits_for_a_web_service_cannot_be_saved(preview) -> None:
    preview.from_menu("Ask me for the answers of web services")
    chat_to_the_end(preview)
    assert not preview.panel.player.can_save

    preview.press("Let it fail")
    preview.panel.save_as("broken")
    preview.run_saved()
    assert preview.verdict("broken") == "As it was saved"
