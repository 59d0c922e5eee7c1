"""What the channels make of what a block says."""

import pytest
from msgspec.structs import replace

from flowdesigner.channels import BY_ID, CHANNELS
from flowdesigner.model.facts import Facts
from flowdesigner.model.outgoing import (
    Action,
    Approved,
    Outgoing,
    Rendered,
    Reply,
    SentLink,
    SentMedia,
)
from flowdesigner.model.settings import Settings, SmsFacts

WHATSAPP, SMS = BY_ID["whatsapp"], BY_ID["sms"]


def options(n: int, label: str = "Answer") -> tuple[Reply, ...]:
    return tuple(Reply(f"a{i}", f"{label} {i}") for i in range(n))


def test_three_short_answers_are_buttons_on_whatsapp() -> None:
    (message,) = WHATSAPP.render(Outgoing(text="Which?", options=options(3)))

    assert message.shape == "buttons"


def test_four_answers_are_a_list() -> None:
    (message,) = WHATSAPP.render(Outgoing(text="Which?", options=options(4)))

    assert message.shape == "list"


def test_a_label_too_long_for_a_button_makes_a_list() -> None:
    (message,) = WHATSAPP.render(Outgoing(text="Which?", options=options(2, "x" * 20)))

    assert message.shape == "list"


@pytest.mark.parametrize(
    ("count", "rows"), [(10, [10]), (11, [6, 5]), (14, [7, 7]), (20, [10, 10]), (21, [7, 7, 7])]
)
def test_more_answers_than_a_list_holds_are_shared_out(count: int, rows: list[int]) -> None:
    messages = WHATSAPP.render(Outgoing(text="Which?", options=options(count), button="See"))

    assert [len(each.options) for each in messages] == rows
    assert {(each.shape, each.text, each.button) for each in messages} == {
        ("list", "Which?", "See")
    }


def test_eleven_answers_are_numbered_if_the_author_wants_it_so() -> None:
    (message,) = WHATSAPP.render(Outgoing(text="Which?", options=options(11), draw_as="text"))

    assert message.shape == "numbered"
    assert message.text.endswith("11. Answer 10")


def test_a_list_that_the_author_insists_on_stays_one() -> None:
    (message,) = WHATSAPP.render(Outgoing(text="Which?", options=options(11), draw_as="list"))

    assert len(message.options) == 11, "the checks say that it is refused"


def test_the_authors_wish_is_followed() -> None:
    (message,) = WHATSAPP.render(Outgoing(text="Which?", options=options(2), draw_as="list"))

    assert message.shape == "list"


def test_a_picture_goes_before_a_question() -> None:
    picture = SentMedia("image", "https://example.com/a.png", "Look")

    shapes = [
        m.shape for m in WHATSAPP.render(Outgoing(text="?", options=options(2), media=picture))
    ]

    assert shapes == ["media", "buttons"]


def test_sms_numbers_answers_and_writes_addresses_out() -> None:
    (message,) = SMS.render(
        Outgoing(text="Which?", options=options(2), link=SentLink("See", "https://example.com"))
    )

    assert message.text == "Which?\n1. Answer 0\n2. Answer 1\nSee https://example.com"
    assert message.parts == 1


ONE_WAY = Facts(settings=Settings(sms=SmsFacts(two_way=False)))
LINK = SentLink("See", "https://example.com")


def test_sms_that_cannot_be_answered_has_links_and_no_answers() -> None:
    asked = Outgoing(text="Which?", options=options(2))
    assert SMS.rendered(asked, ONE_WAY) == (Rendered(shape="text", text="Which?"),)

    (linked,) = SMS.rendered(replace(asked, link=LINK), ONE_WAY)

    assert (linked.text, linked.options) == ("Which?\nSee https://example.com", ())


def test_what_the_settings_say_of_sms_concerns_no_other_channel() -> None:
    asked = Outgoing(text="Which?", options=options(14), link=LINK)
    for channel in CHANNELS:
        if channel is not SMS:
            assert channel.rendered(asked, ONE_WAY) == channel.render(asked), channel.id


@pytest.mark.parametrize("sms", [None, SmsFacts(), SmsFacts(two_way=True)])
def test_sms_is_answered_unless_the_settings_say_no(sms: SmsFacts | None) -> None:
    (message,) = SMS.rendered(
        Outgoing(text="Which?", options=options(2)), Facts(settings=Settings(sms=sms))
    )

    assert message.text == "Which?\n1. Answer 0\n2. Answer 1"


@pytest.mark.parametrize(
    ("text", "foreign"),
    [("", ""), ("Halo [Sari], €5", ""), ("“Halo” 👋 👋", "“”👋")],
)
def test_sms_knows_what_makes_it_dearer(text: str, foreign: str) -> None:
    assert SMS.alphabet is not None
    assert SMS.alphabet.foreign(text) == foreign


def test_an_alphabet_agrees_with_the_counter() -> None:
    for channel in CHANNELS:
        if channel.alphabet is not None:
            dear = next(iter({"€", "—"} - channel.alphabet.characters))
            assert channel.count("a" * channel.alphabet.room).parts == 1
            assert channel.count("a" * (channel.alphabet.room + 1)).parts == 2
            assert channel.count("a" * (channel.alphabet.other_room - 1) + dear).parts == 1
            assert channel.count("a" * channel.alphabet.other_room + dear).parts == 2


def test_every_limit_says_where_it_comes_from() -> None:
    for channel in CHANNELS:
        for limit in (*channel.limits.values(), *channel.other_limits.values()):
            assert limit.source
            assert limit.valid_from <= limit.checked_on


RCS, EMAIL, WEBCHAT = BY_ID["rcs"], BY_ID["email"], BY_ID["webchat"]


def test_rcs_suggests_up_to_eleven_replies_and_shares_more_out() -> None:
    (one,) = RCS.render(Outgoing(text="Which?", options=options(11)))
    first, second = RCS.render(Outgoing(text="Which?", options=options(14)))

    assert (one.shape, len(one.options)) == ("chips", 11)
    assert [len(first.options), len(second.options)] == [7, 7]
    assert first.options + second.options == options(14)
    assert (first.text, second.text) == ("Which?", "Which?"), "no message without words"


def test_a_mail_has_everything_in_one() -> None:
    told = Outgoing(
        subject="Your order", preheader="On its way", text="Hello", options=options(14),
        footer="TokoKita", link=SentLink("Track", "https://example.com"),
    )  # fmt: skip
    (mail,) = EMAIL.render(told)

    assert (mail.shape, mail.subject, mail.preheader) == ("mail", "Your order", "On its way")
    assert (mail.options, mail.link, mail.footer) == (options(14), told.link, "TokoKita")


def test_web_chat_has_chips_then_a_list() -> None:
    shapes = [
        WEBCHAT.render(Outgoing(text="Which?", options=options(n)))[0].shape for n in (3, 5, 6, 14)
    ]

    assert shapes == ["chips", "chips", "list", "list"]


def test_every_answer_can_be_given_on_every_channel() -> None:
    for channel in CHANNELS:
        for count in (1, 3, 8, 14, 30):
            told = Outgoing(text="Which?", options=options(count))
            offered = [each for message in channel.render(told) for each in message.options]
            assert tuple(offered) == told.options, (channel.id, count)


TEMPLATE = Outgoing(
    header="Good news",
    text="Your order is on its way.",
    footer="TokoKita",
    options=options(2),
    actions=(Action("url", "Track", "https://example.com/t"), Action("copy_code", "Copy", "HEMAT")),
    template=Approved("shipped", "utility"),
)


def test_a_template_is_one_message_of_whatsapp() -> None:
    (message,) = WHATSAPP.render(TEMPLATE)

    assert (message.header, message.text, message.footer) == (
        "Good news", "Your order is on its way.", "TokoKita",
    )  # fmt: skip
    assert (message.options, message.actions) == (TEMPLATE.options, TEMPLATE.actions)
    assert message.template == Approved("shipped", "utility")


def test_a_template_loses_nothing_elsewhere() -> None:
    for channel in CHANNELS:
        messages = channel.render(TEMPLATE)
        told = " ".join(
            " ".join(
                [each.header, each.subject, each.text, each.footer]
                + [action.label + action.value for action in each.actions]
            )
            for each in messages
        )
        assert "Good news" in told, channel.id
        assert "on its way" in told, channel.id
        assert "https://example.com/t" in told, channel.id


def test_a_link_beside_answers_is_not_lost() -> None:
    told = Outgoing(text="Which?", options=options(3), link=SentLink("See", "https://example.com"))
    for channel in (RCS, WEBCHAT, EMAIL):
        assert channel.render(told)[0].link == told.link, channel.id
    for channel in (RCS, WEBCHAT):
        (message,) = channel.render(replace(told, draw_as="text"))
        assert "https://example.com" in message.text, channel.id
