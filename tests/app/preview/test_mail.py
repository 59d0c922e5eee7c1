"""A mail looks like a mail: sender, subject, preview line, letter, links, and a way out."""

import pytest

from flowdesigner.app.preview.mail import Mail
from tests.app.drivers.preview import PreviewDriver
from tests.simulate.projects import project_from

MAIL = """
languages: [en]
channels: [email]
settings:
  brand: "TokoKita"
  senders: {email: "cs@tokokita.example"}
  email: {unsubscribe: "https://tokokita.example/stop"}
flows:
  main:
    starts: [{trigger: event, name: sent}]
    first: told
    blocks:
      told:
        type: message
        text: {en: "It is on its way."}
        link: {label: {en: "Track"}, url: "https://tokokita.example/t"}
        footer: {en: "See you soon"}
        variants:
          email: {subject: {en: "Your parcel"}, preheader: {en: "Today at ten"}}
        exits: {next: fine}
      fine:
        type: menu
        text: {en: "Will you be at home?"}
        options: [{id: yes_i_am, label: {en: "I am"}}, {id: not_i, label: {en: "I am not"}}]
        exits: {yes_i_am: bye, not_i: bye}
      bye: {type: end}
"""


def mails(preview: PreviewDriver) -> list[Mail]:
    return [each for each in preview.talk.chat.bubbles if isinstance(each, Mail)]


@pytest.fixture
def preview(qtbot) -> PreviewDriver:
    preview = PreviewDriver(qtbot, project_from(MAIL))
    preview.press("Start")
    return preview


def test_a_mail_has_a_head_and_a_letter(preview) -> None:
    told = mails(preview)[0]

    assert (told.head.sender, told.head.address) == ("TokoKita", "cs@tokokita.example")
    assert (told.head.subject, told.head.preheader) == ("Your parcel", "Today at ten")
    assert told.words.plain == "It is on its way."
    assert told.content.footer == "See you soon"
    assert [each.words for each in told.buttons] == ["Track", "Unsubscribe"]


def test_a_screen_reader_reads_what_it_is_about_first(preview) -> None:
    assert mails(preview)[0].accessibleName() == (
        "Bot, 10:00: Your parcel\nToday at ten\nIt is on its way.\n[Track]"
    )


def test_its_answers_are_links_that_answer(preview) -> None:
    assert [each.words for each in mails(preview)[1].buttons] == ["I am", "I am not", "Unsubscribe"]

    preview.tap("I am not")

    assert "customer: I am not" in preview.chat


def test_nothing_in_it_overlaps_or_hangs_over(preview) -> None:
    for mail in mails(preview):
        boxes = [each.geometry() for each in mail.buttons]
        assert all(mail.rect().contains(each) for each in boxes)
        for at, one in enumerate(boxes):
            assert not any(one.intersects(other) for other in boxes[at + 1 :])


def test_unsubscribing_only_says_where_it_would_lead(preview) -> None:
    leave = mails(preview)[0].buttons[-1]
    before = preview.chat

    leave.click()

    assert leave.accessibleDescription() == "Would open https://tokokita.example/stop"
    assert preview.chat == before


def test_the_whole_mail_is_copied(preview) -> None:
    mails(preview)[0].copy()

    assert preview.clipboard.splitlines() == [
        "Your parcel", "Today at ten", "It is on its way.", "See you soon",
    ]  # fmt: skip


def test_without_settings_there_is_a_mail_all_the_same(qtbot) -> None:
    head, _settings, rest = MAIL.partition("settings:")
    bare = head + rest[rest.index("flows:") :]
    preview = PreviewDriver(qtbot, project_from(bare))
    preview.press("Start")

    assert [each.words for each in mails(preview)[1].buttons] == ["I am", "I am not"]
    preview.panel.grab()
