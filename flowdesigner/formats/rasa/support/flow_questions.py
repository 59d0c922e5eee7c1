# mypy: ignore-errors
"""Questions: a form with one slot, which says by which exit the block is left.

data/rules.yml goes on from the slot; actions.py says with which words and values.
"""

from datetime import datetime, timedelta

from actions import flow_facts
from actions.flow_action import Named
from actions.flow_answers import read_typed
from actions.flow_hours import is_open
from actions.flow_pattern import matches
from actions.flow_values import type_of
from actions.flow_variable import VARIABLES
from rasa_sdk.events import ReminderCancelled, ReminderScheduled, SlotSet


class BackToQuestion(Named):
    """Come back to the question that was just answered; a rule cannot hold a form twice."""


class Ask(Named):
    """Ask the question of a form: in full, or in other words when the answer was not understood."""

    block = ""
    retry = ""
    no_reply_after = 0

    def act(self, dispatcher, talk):
        tracker = talk.tracker
        again_later = reminder(f"no_reply_{self.block}", self.no_reply_after, dies=True)
        if tracker.get_slot("quiet"):  # back from a keyword, which does not ask again
            return [SlotSet("quiet", False), *again_later]
        again = self.retry and tracker.get_slot("tries")
        self.utter(dispatcher, talk, self.retry if again else f"utter_ask_{self.block}")
        return again_later


class HandOver(Named):
    """Tell the customer, and tell the help desk in JSON; then be silent."""

    block = ""
    response = ""
    queue = ""
    summary = {}
    keep = ()
    longest_wait = 0

    def act(self, dispatcher, talk):
        if talk.tracker.get_slot("tries"):
            return []
        if self.response:
            self.utter(dispatcher, talk, self.response)
        told = {
            "queue": self.queue,
            "summary": talk.words(self.summary),
            "known": {name: talk.value(name) for name in self.keep},
            "when_closed": f"closed_{self.block}",
            "when_unavailable": f"unavailable_{self.block}",
        }
        dispatcher.utter_message(json_message={"handoff": told})
        return [
            SlotSet("tries", 1),
            *reminder(f"unavailable_{self.block}", self.longest_wait, dies=False),
        ]


def reminder(intent, seconds, dies):
    """The events that send an intent after a time, unless the customer writes."""
    if not seconds:
        return []
    when = datetime.now() + timedelta(seconds=seconds)
    return [ReminderScheduled(intent, when, name=intent, kill_on_user_message=dies)]


class Check(Named):
    """Look at what came in while a form waits; its slot is the way on."""

    block = ""
    intents = {}
    """Intents that are an answer by themselves: tapped buttons, no reply, chat closed."""
    times = 0
    given_up = ""
    save_to = ""

    def act(self, dispatcher, talk):
        tracker = talk.tracker
        if tracker.get_slot("requested_slot") != self.block:
            quiet = tracker.get_slot("quiet")
            tries = tracker.get_slot("tries") if quiet else 0
            return [SlotSet(self.block, None), SlotSet("tries", tries)]
        intent = (tracker.latest_message.get("intent") or {}).get("name")
        if intent in self.intents:
            return self.chosen(talk, self.intents[intent])
        typed = tracker.latest_message.get("text") or ""
        if self.block not in tracker.slots_to_validate() and not self.knows(talk, typed):
            return []  # a keyword that interrupts
        return self.answered(talk, self.read(talk, typed))

    def chosen(self, talk, way):
        return self.leave(way)

    def read(self, talk, typed):
        """The answer in what was typed, or nothing."""
        return

    def knows(self, talk, typed):
        """Whether what was typed is for this block although it is a keyword."""
        return False

    def answered(self, talk, answer):
        """Go on with an answer, ask again, or give up."""
        tries = talk.tracker.get_slot("tries") or 0
        if tries >= self.times:
            return self.leave(self.given_up)
        return [SlotSet(self.block, None), SlotSet("tries", tries + 1)]

    def leave(self, way):
        return [SlotSet(self.block, way), SlotSet("tries", 0)]


class CheckAnswer(Check):
    """Look at the answer to a question."""

    given_up = "invalid"
    kind = "text"
    accept = {}

    def read(self, talk, typed):
        kind = self.kind
        if kind == "number" and type_of(self.save_to, VARIABLES) == "money":
            kind = "money"
        value = read_typed(kind, typed, talk.language, talk.now.date())
        return value if value is not None and self.accepts(value, typed.strip()) else None

    def accepts(self, value, typed):
        longest, pattern = self.accept.get("longest"), self.accept.get("pattern")
        if longest is not None and len(typed) > longest:
            return False
        if pattern and not matches(pattern, typed):
            return False
        if self.kind not in ("number", "rating"):
            return True
        low, high = self.accept.get("min"), self.accept.get("max")
        if self.kind == "rating":
            low, high = (1 if low is None else low), (5 if high is None else high)
            if value != int(value):
                return False
        return (low is None or low <= value) and (high is None or value <= high)

    def answered(self, talk, answer):
        if answer is None:
            return super().answered(talk, answer)
        saved = talk.save({self.save_to: answer}) if self.save_to else []
        return [*self.leave("answered"), *saved]


class CheckOffer(Check):
    """Look at what was chosen of what is offered; that comes before keywords."""

    def knows(self, talk, typed):
        return self.read(talk, typed) is not None


class CheckChoice(CheckOffer):
    """Look at the choice from a menu."""

    given_up = "other"
    options = ()

    def read(self, talk, typed):
        plain = typed.strip().casefold()
        if plain.isdecimal() and 0 < int(plain) <= len(self.options):
            return self.options[int(plain) - 1]["id"]
        for option in self.options:
            label = option.get("on", {}).get(talk.channel) or option["label"]
            if talk.words(label).strip().casefold() == plain != "":
                return option["id"]
        for option in self.options:
            known = {*option["label"].values()}.union(*option.get("words", {}).values())
            if plain in {word.strip().casefold() for word in known}:
                return option["id"]
        return None

    def chosen(self, talk, way):
        return self.answered(talk, way) if way != "no_reply" else self.leave(way)

    def answered(self, talk, answer):
        if answer is None:
            return super().answered(talk, answer)
        saved = talk.save({self.save_to: answer}) if self.save_to else []
        return [*self.leave(answer), *saved]


class CheckHandover(Check):
    """Be silent until the chat with a person is closed."""

    def answered(self, talk, answer):
        return [SlotSet(self.block, None)]

    def leave(self, way):
        # The customer's messages do not stop the reminder of the longest wait.
        return [*super().leave(way), ReminderCancelled(name=f"unavailable_{self.block}")]


class Open(Named):
    """Tell whether somebody is there to hand over to."""

    block = ""

    def act(self, dispatcher, talk):
        there = is_open(flow_facts.BUSINESS_HOURS, talk.now)
        return [SlotSet(self.block, "open" if there else "unavailable")]
