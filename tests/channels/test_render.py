"""What the channels make of what a block says."""

from flowdesigner.channels import BY_ID
from flowdesigner.model.outgoing import Outgoing, Reply, SentLink, SentMedia

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


def test_eleven_answers_are_numbered() -> None:
    (message,) = WHATSAPP.render(Outgoing(text="Which?", options=options(11)))

    assert message.shape == "numbered"
    assert message.text.endswith("11. Answer 10")


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


def test_every_limit_says_where_it_comes_from() -> None:
    for channel in (WHATSAPP, SMS):
        for limit in channel.limits.values():
            assert limit.source
            assert limit.valid_from <= limit.checked_on
