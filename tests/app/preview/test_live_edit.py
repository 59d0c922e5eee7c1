"""Changing the journey while chatting: the chat follows and stays where it was."""

from flowdesigner.edits.blocks import DeleteBlocks

PARTED = "After your change the conversation goes another way from here."


def test_an_edited_sentence_changes_in_place(preview) -> None:
    preview.write("pesanan")
    preview.tap("Cek pesanan")
    kept = preview.talk.chat.rows[1]

    preview.edit("main", "hello", ("text", "id"), "Selamat datang!")

    assert preview.chat == [
        "customer: pesanan",
        "bot: Selamat datang!",
        "bot: Mau apa?",
        "customer: Cek pesanan",
        "bot: Nomornya?",
    ]
    assert preview.talk.chat.rows[1] is kept, "what did not change is not drawn anew"


def test_a_removed_answer_is_told_and_undo_brings_the_chat_back(preview) -> None:
    preview.write("pesanan")
    preview.tap("Cek pesanan")
    before = preview.chat

    preview.do(DeleteBlocks("main", ("what",)))

    assert PARTED in preview.chat
    assert "bot: Nomornya?" not in preview.chat
    preview.undo()
    assert preview.chat == before


def test_an_edit_of_what_comes_is_silent(preview) -> None:
    preview.write("pesanan")
    preview.edit("main", "tell", ("text", "id"), "Sudah.")

    assert PARTED not in preview.chat
    preview.tap("Cek pesanan")
    preview.write("A7")
    assert "bot: Sudah." in preview.chat


def test_writing_before_the_chat_has_followed_uses_the_new_words(preview) -> None:
    from flowdesigner.edits.blocks import SetValue

    preview.write("pesanan")
    preview.document.do(SetValue("main", "number", ("text", "id"), "Berapa nomornya?"))
    preview.tap("Cek pesanan")

    assert preview.last == "bot: Berapa nomornya?"


def test_an_author_who_scrolled_up_is_left_there(preview) -> None:
    preview.panel.resize(380, 420)
    preview.write("pesanan")
    preview.tap("Katalog")
    bar = preview.talk.chat.verticalScrollBar()
    assert bar.value() == bar.maximum() > 0

    bar.setValue(0)
    preview.edit("main", "pick", ("text", "id"), "Pilih satu dari daftar ini ya, Kak:\n" * 5)

    assert bar.value() == 0
    preview.talk.chat.scroll_to_end()
    assert bar.value() == bar.maximum()
