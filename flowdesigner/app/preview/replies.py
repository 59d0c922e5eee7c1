"""Whether a customer can answer on the channel of a chat, and why not."""

from flowdesigner.app.preview.wording import channel_title
from flowdesigner.channels import BY_ID
from flowdesigner.simulate.session import Session
from flowdesigner.texts import N_, Message, message


def can_write(session: Session) -> bool:
    """Whether customers can write on its channel at all; mails are answered by links only."""
    return why_silent(session) is None


def why_silent(session: Session) -> Message | None:
    """Why customers cannot write on its channel; nothing when they can."""
    title = channel_title(session.channel)
    if not session.project.facts.hears(session.channel):
        return message(N_("Customers cannot answer by {channel}"), channel=title)
    known = BY_ID.get(session.channel)
    if known is not None and "typed" not in known.can:
        return message(N_("By {channel} customers only tap links"), channel=title)
    return None


def why_no_answer(session: Session) -> tuple[Message, ...]:
    """Why the question at hand cannot be answered, and what follows; nothing when it can."""
    waiting = session.waiting
    if waiting is None or not waiting.hears or waiting.mute or waiting.code or waiting.request:
        return ()
    if can_write(session) or _is_tapped(session):
        return ()
    why = (
        N_("By {channel} customers can only tap links, and this question has none.")
        if session.project.facts.hears(session.channel)
        else N_("By {channel} customers only read: the settings say that they cannot write back.")
    )
    then = (
        N_("It waits for ever: say how long it waits, or ask on another channel.")
        if session.due is None
        else N_("It goes on when its time is over.")
    )
    return message(why, channel=channel_title(session.channel)), message(then)


def _is_tapped(session: Session) -> bool:
    """Whether the question at hand shows answers to tap."""
    asked = next((each for each in reversed(session.transcript) if each.who == "bot"), None)
    return asked is not None and bool(asked.offered)
