"""How a flow begins is chosen in the preview, from what the flow itself says."""

import pytest

from flowdesigner.edits.flows import SetFlowValue
from tests.app.drivers.preview import PreviewDriver
from tests.simulate.projects import project_from

PARCEL = r"""
languages: [en]
channels: [whatsapp, sms]
settings: {sms: {two_way: %s}}
variables:
  parcel: {type: text, sample: "A1"}
  due: {type: date, sample: "2026-12-10"}
flows:
  main:
    starts:
      - {trigger: event, name: "out", gives: [parcel]}
      - {trigger: message, words: {en: ["parcel", "where"]}}
      - {trigger: schedule, when: {at: "18:00", every: day}}
      - {trigger: schedule, when: {at: "09:00", before: 2d, of: due}, gives: [due]}
      - {trigger: audience, list: "loyal", gives: [parcel]}
      - {trigger: ad, ref: "spring"}
      - {trigger: call}
      - {trigger: message}
      - {trigger: event}
    first: told
    blocks:
      told: {type: message, text: {en: "Parcel {{ parcel | default: \"?\" }}."}, exits: {next: ok}}
      ok: {type: menu, text: {en: "Fine?"}, options: [{id: yes_it_is, label: {en: "Yes"}}]}
  empty:
    first: bye
    blocks: {bye: {type: end}}
"""


@pytest.fixture
def parcel(qtbot) -> PreviewDriver:
    return PreviewDriver(qtbot, project_from(PARCEL % "true"))


def test_the_starts_of_the_flow_are_listed_in_words(parcel) -> None:
    assert parcel.starts == [
        "“out” happens",
        "The customer writes: parcel, where",
        "Every day, at 18:00",
        "2 days before “due”, at 09:00",
        "It is sent to the list “loyal”",
        "A customer comes from the advertisement “spring”",
        "Another flow calls it",
        "The customer writes anything",
        "Something happens in another system",
    ]
    assert parcel.talk.bar.start.currentText() == "The customer writes: parcel, where"


def test_a_flow_that_nothing_starts_says_so_and_can_be_tried(parcel) -> None:
    parcel.switch(flow="empty")

    assert parcel.starts == []
    assert parcel.talk.bar.start.placeholderText() == "Nothing starts this flow yet"
    parcel.press("Start")
    assert parcel.chat == ["The conversation ended: done."]


@pytest.mark.parametrize(
    ("start", "first"),
    [
        ("“out” happens", "bot: Parcel A1."),
        ("Every day, at 18:00", "bot: Parcel ?."),
        ("It is sent to the list “loyal”", "bot: Parcel A1."),
        ("A customer comes from the advertisement “spring”", "bot: Parcel ?."),
        ("Another flow calls it", "bot: Parcel ?."),
        ("The customer writes: parcel, where", "customer: parcel"),
    ],
)
def test_choosing_a_start_begins_by_it_with_what_it_brings(parcel, start: str, first: str) -> None:
    parcel.begin_by(start)

    assert parcel.chat[0] == first
    assert parcel.talk.bar.start.currentText() == start, "it stays chosen"
    assert parcel.answers == ["Yes"]


def test_any_message_is_left_to_the_author(parcel) -> None:
    parcel.begin_by("The customer writes anything")
    assert parcel.chat == []

    parcel.write("good morning")

    assert parcel.chat[:2] == ["customer: good morning", "bot: Parcel ?."]


@pytest.mark.parametrize(
    ("start", "clock"),
    [
        ("Every day, at 18:00", "Mon 23 Nov, 18:00"),
        ("2 days before “due”, at 09:00", "Tue 8 Dec, 09:00"),
        ("“out” happens", "Mon 23 Nov, 10:00"),
    ],
)
def test_the_clock_stands_where_the_start_wants_it(parcel, start: str, clock: str) -> None:
    parcel.begin_by("Every day, at 18:00")
    parcel.begin_by(start)

    assert parcel.clock == clock


def test_beginning_anew_begins_by_the_same(parcel) -> None:
    parcel.begin_by("“out” happens")
    parcel.tap("Yes")
    parcel.restart()

    assert parcel.chat == ["bot: Parcel A1.", "bot: Fine?"]


def test_a_start_that_is_edited_away_is_not_tried(parcel) -> None:
    parcel.begin_by("Something happens in another system")
    starts = parcel.document.project.flows["main"].starts
    parcel.do(SetFlowValue("main", "starts", starts[:2]))

    assert parcel.talk.bar.start.currentText() == "The customer writes: parcel, where"


def test_where_customers_cannot_write_the_flow_begins_when_the_author_says_so(qtbot) -> None:
    preview = PreviewDriver(qtbot, project_from(PARCEL % "false"))
    preview.write("parcel")
    preview.switch(channel="sms")

    assert preview.chat == []
    assert preview.why_not == "Press Start to begin"
    assert preview.suggestions == []
    preview.press("Start")
    assert preview.chat == ["bot: Parcel ?.", "bot: Fine?"]
    assert preview.answers == []
    assert preview.suggestions == []
    assert preview.why_not == "Customers cannot answer by SMS"


@pytest.mark.parametrize("start", ["“out” happens", "2 days before “due”, at 09:00"])
def test_a_chat_that_no_message_began_is_saved_and_goes_the_same_way(parcel, start: str) -> None:
    parcel.begin_by(start)
    parcel.tap("Yes")
    parcel.from_menu("Save as conversation…")
    parcel.answer("Fine for me")
    parcel.run_saved()

    assert parcel.verdict("fine_for_me") == "As it was saved"
