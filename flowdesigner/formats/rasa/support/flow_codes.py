# mypy: ignore-errors
"""One-time codes: drawn here, sent as messages, and good for some time and some tries.

A code stands in the slot `one_time_code` while it is good, so whoever reads the tracker reads it.
A response for another channel than the conversation's is a custom JSON message
`{"send_on": CHANNEL, "text": ...}`, which your connector has to send there.
"""

import secrets
from datetime import datetime, timedelta

from actions.flow_action import Named
from actions.flow_questions import Check, reminder
from rasa_sdk.events import ReminderCancelled, SlotSet


def draw(digits):
    """A new code."""
    return str(secrets.randbelow(10**digits)).zfill(digits)


def standing(talk, block):
    """How far the code of a block has come."""
    return (talk.tracker.get_slot("one_time_code") or {}).get(block)


def kept(talk, block, code):
    """The event that keeps how far the code of a block has come."""
    others = talk.tracker.get_slot("one_time_code") or {}
    return SlotSet("one_time_code", {**others, block: code})


class SendCode(Named):
    """Say what is due: the code on its channel, that a code was wrong, or nothing."""

    block = ""
    wrong = ""
    ladder = ()
    """The channels the code goes over: (channel, seconds after the one before, response)."""
    expires_after = 0

    def act(self, dispatcher, talk):
        code = standing(talk, self.block)
        quiet = talk.tracker.get_slot("quiet")  # back from a keyword, which does not ask again
        if code["due"] == "code" and not quiet:
            self._send(dispatcher, talk, code)
        elif code["due"] == "wrong" and self.wrong:
            self.utter(dispatcher, talk, self.wrong)
        return [
            SlotSet("quiet", False),
            kept(talk, self.block, {**code, "due": ""}),
            *self._reminders(talk, code),
        ]

    def _send(self, dispatcher, talk, code):
        talk.values["code"] = code["code"]
        channel, _after, response = self.ladder[code["rung"]]
        here = channel in ("", talk.channel)
        self.utter(dispatcher, talk, f"utter_ask_{self.block}" if here else response)

    def _reminders(self, talk, code):
        """When it is too late, and when it is the next channel's turn."""
        found = []
        if self.expires_after:
            ends = _moment(code["began"], self.expires_after)
            found += reminder(f"expired_{self.block}", _seconds(ends, talk), dies=False)
        if code["rung"] + 1 < len(self.ladder):
            turn = _moment(code["sent"], self.ladder[code["rung"] + 1][1])
            found += reminder(f"next_rung_{self.block}", _seconds(turn, talk), dies=False)
        return found


def _moment(since, seconds):
    return datetime.fromisoformat(since) + timedelta(seconds=seconds)


def _seconds(moment, talk):
    return max((moment - talk.now).total_seconds(), 1)


class CheckCode(Check):
    """Compare what is typed with the code; send it again when asked."""

    digits = 6
    attempts = None
    expires_after = 0
    resend = {"times": 0, "cooldown": 0, "words": ()}

    def act(self, dispatcher, talk):
        tracker = talk.tracker
        if tracker.get_slot("requested_slot") == self.block:
            return super().act(dispatcher, talk)
        now = talk.now.isoformat()
        fresh = {"code": draw(self.digits), "began": now, "sent": now, "due": "code"}
        fresh.update(rung=0, tries=0, resent=0)
        known = standing(talk, self.block) if tracker.get_slot("quiet") else None
        return [SlotSet(self.block, None), kept(talk, self.block, known or fresh)]

    def chosen(self, talk, way):
        if way == "expired":
            return self.leave_with(talk, way)
        code = standing(talk, self.block)
        return self._again(talk, code, rung=code["rung"] + 1, sent=talk.now.isoformat(), due="code")

    def read(self, talk, typed):
        """Whatever is typed may be the code."""
        return typed

    def knows(self, talk, typed):
        return self._is_code(talk, typed) or self._asks_again(typed)

    def _is_code(self, talk, typed):
        return "".join(typed.split()) == standing(talk, self.block)["code"]

    def _asks_again(self, typed):
        return typed.strip().casefold() in self.resend["words"]

    def answered(self, talk, typed):
        code = standing(talk, self.block)
        if self.expires_after and talk.now >= _moment(code["began"], self.expires_after):
            return self.leave_with(talk, "expired")
        if self._is_code(talk, typed):
            return self.leave_with(talk, "verified")
        if self._asks_again(typed):
            return self._send_again(talk, code)
        tries = code["tries"] + 1
        if self.attempts is not None and tries >= self.attempts:
            return self.leave_with(talk, "failed")
        return self._again(talk, code, tries=tries, due="wrong")

    def _send_again(self, talk, code):
        early = talk.now < _moment(code["sent"], self.resend["cooldown"])
        if early or code["resent"] >= self.resend["times"]:
            return self._again(talk, code)
        sent = talk.now.isoformat()
        return self._again(talk, code, resent=code["resent"] + 1, sent=sent, due="code")

    def _again(self, talk, code, **changed):
        return [SlotSet(self.block, None), kept(talk, self.block, {**code, **changed})]

    def leave_with(self, talk, way):
        """Forget the code and go on."""
        return [
            *self.leave(way),
            kept(talk, self.block, None),
            ReminderCancelled(name=f"expired_{self.block}"),
            ReminderCancelled(name=f"next_rung_{self.block}"),
        ]
