# mypy: ignore-errors
"""Blocks that go on by the clock, by a drawn share, or by what the customer agreed to."""

import logging
from bisect import bisect_right
from datetime import datetime, time, timedelta
from hashlib import sha256
from itertools import accumulate

from actions.flow_action import Named
from actions.flow_hours import DAYS, is_open, next_open
from actions.flow_questions import CheckHandover, CheckOffer, reminder
from rasa_sdk.events import ReminderCancelled, SlotSet

GOALS = logging.getLogger("goals")


class Hours:
    """Hours of the week, by one clock."""

    hours = {}
    by_customers_clock = False

    def clock(self, talk):
        return talk.customers_now if self.by_customers_clock else talk.business_now

    def when_open(self, talk):
        """The events that keep when they open next."""
        opens = next_open(self.hours, self.clock(talk))
        return talk.save({"hours.opens_at": opens and f"{opens:%H:%M}"})


class LookAtHours(Hours, Named):
    """Go on by whether the hours are open."""

    block = ""
    when_open_way = "open"

    def act(self, dispatcher, talk):
        there = is_open(self.hours, self.clock(talk))
        way = self.when_open_way if there else "closed"
        return [SlotSet(self.block, way), *self.when_open(talk)]


class Draw(Named):
    """Send every customer the same way each time, by a number drawn from who it is."""

    block = ""
    salt = ""
    arms = ()

    def act(self, dispatcher, talk):
        bounds = list(accumulate(weight for _arm, weight in self.arms))
        key = f"{self.salt}\0{talk.contact_key}"
        drawn = int.from_bytes(sha256(key.encode()).digest()[:8], "big") % bounds[-1]
        return [SlotSet(self.block, self.arms[bisect_right(bounds, drawn)][0])]


class LookAtConsent(Named):
    """Go on by whether the customer has agreed."""

    block = ""
    purpose = ""

    def act(self, dispatcher, talk):
        agreed = talk.value(f"consent.{self.purpose}") is True
        return [SlotSet(self.block, "has" if agreed else "has_not")]


class NoteConsent(Named):
    """Keep that the customer agrees, or no longer does."""

    purpose = ""
    agrees = False

    def act(self, dispatcher, talk):
        return talk.save({f"consent.{self.purpose}": self.agrees})


class CheckConsent(CheckOffer):
    """Only a clear yes is one; an answer that is not understood is a no."""

    purpose = ""
    options = ()

    def read(self, talk, typed):
        plain = typed.strip().casefold()
        for number, (way, label) in enumerate(self.options, start=1):
            if plain in (str(number), talk.words(label).strip().casefold()):
                return way
        return None

    def chosen(self, talk, way):
        return self.answered(talk, way) if way != "no_reply" else self.leave(way)

    def answered(self, talk, answer):
        given = answer == "given"
        kept = talk.save({f"consent.{self.purpose}": given})
        return [*self.leave("given" if given else "refused"), *kept]


class StandStill(Named):
    """Wait for a time or for news; other messages are not answered meanwhile."""

    block = ""
    late = ""
    """The way on when the time is over."""
    seconds = 0
    until = ""
    weekdays = ()

    def act(self, dispatcher, talk):
        if talk.tracker.get_slot("tries"):
            return []
        waits = reminder(f"{self.late}_{self.block}", self.length(talk), dies=False)
        return [SlotSet("tries", 1), *waits]

    def length(self, talk):
        """The seconds to wait; none for as long as it takes."""
        return self._until(talk.customers_now) if self.until else self.seconds

    def _until(self, now):
        """The seconds to the next moment, strictly later, at which it is this late."""
        at = time.fromisoformat(self.until)
        for ahead in range(8):
            day = now.date() + timedelta(days=ahead)
            moment = datetime.combine(day, at, now.tzinfo)
            if moment > now and (not self.weekdays or DAYS[day.weekday()] in self.weekdays):
                return moment.timestamp() - now.timestamp()
        return 0


class CheckWait(CheckHandover):
    """Be silent until the time is over or the news has come."""

    late = ""

    def leave(self, way):
        return [*super().leave(way), ReminderCancelled(name=f"{self.late}_{self.block}")]


class StandUntilOpen(Hours, StandStill):
    """Wait until the hours open."""

    late = "next"

    def length(self, talk):
        clock = self.clock(talk)
        opens = next_open(self.hours, clock)
        return opens.timestamp() - clock.timestamp() if opens else 0


class CheckOpen(Hours, CheckWait):
    """Be silent until the hours have opened."""

    late = "next"

    def chosen(self, talk, way):
        return [*self.leave(way), *self.when_open(talk)]


class Reach(Named):
    """Tell in the log that something the business wants was reached."""

    goal = ""
    worth = None

    def act(self, dispatcher, talk):
        GOALS.info("%s %s %s", talk.tracker.sender_id, self.goal, talk.raw_data(self.worth))
        return []
