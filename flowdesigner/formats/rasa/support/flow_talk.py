# mypy: ignore-errors
"""What is known of a conversation: its slots as variables, and how values are written."""

import os
from datetime import datetime
from urllib.parse import quote
from zoneinfo import ZoneInfo

from actions import flow_facts
from actions.flow_template import Placeholder, fill, parse_template
from actions.flow_values import Writer, look_up, raw_shown
from actions.flow_variable import VARIABLES
from rasa_sdk.events import SlotSet


def now():
    """This moment in the zone of the business."""
    return datetime.now(ZoneInfo(flow_facts.TIME_ZONE))


class Talk:
    """A conversation as the blocks of the journey see it."""

    def __init__(self, tracker):
        self.tracker = tracker
        self.language = tracker.get_slot("language") or flow_facts.BASE_LANGUAGE
        self.channel = tracker.get_latest_input_channel() or ""
        self.now = now()
        self.values = {name: tracker.get_slot(slot) for name, slot in flow_facts.SLOTS.items()}
        self.values.update(
            {
                "contact": tracker.get_slot("contact") or {},
                "contact.language": self.language,
                "contact.channel": self.channel,
                "consent": tracker.get_slot("consent") or {},
                "hours": tracker.get_slot("hours") or {},
                "keyword": tracker.get_slot("keyword"),
                "now": self.now.isoformat(),
                "secret": dict(os.environ),
            }
        )

    @property
    def business_now(self):
        """This moment by the clock of the business."""
        return self.now.astimezone(ZoneInfo(flow_facts.TIME_ZONE))

    @property
    def customers_now(self):
        """This moment by the customer's clock, else by that of the business."""
        try:
            return self.now.astimezone(ZoneInfo(self.value("contact.time_zone")))
        except (KeyError, TypeError, ValueError):  # none, or none of this name
            return self.business_now

    @property
    def contact_key(self):
        """What tells this contact from every other."""
        known = (self.value(f"contact.{each}") for each in ("phone", "email", "name"))
        return next((str(each) for each in known if each), self.tracker.sender_id)

    def value(self, path):
        """The value a path leads to, or nothing."""
        return look_up(path, self.values)

    def words(self, text):
        """A text of several languages in the customer's, filled in."""
        text = text or {}
        return self.filled(text.get(self.language) or text.get(flow_facts.BASE_LANGUAGE) or "")

    def filled(self, text):
        """A text with its values written for a reader."""
        writer = Writer(VARIABLES, self.language, flow_facts.BASE_LANGUAGE, flow_facts.CURRENCY)
        return fill(text, lambda place: writer.shown(place, self.value(place.path)))

    def raw(self, text):
        """A text with its values written for a machine."""
        return fill(text, lambda place: raw_shown(place, self.value(place.path)))

    def raw_url(self, url):
        """A web address with its values percent-encoded."""
        return fill(url, lambda place: quote(raw_shown(place, self.value(place.path)), safe=""))

    def raw_data(self, data):
        """JSON with its strings filled in; a string that is one placeholder keeps its type."""
        if isinstance(data, dict):
            return {key: self.raw_data(value) for key, value in data.items()}
        if isinstance(data, list):
            return [self.raw_data(value) for value in data]
        if not isinstance(data, str):
            return data
        parts = parse_template(data)
        if len(parts) == 1 and isinstance(parts[0], Placeholder) and not parts[0].filters:
            return self.value(parts[0].path)
        return self.raw(data)

    def save(self, values):
        """The events that keep values; `None` clears one."""
        events, parts = [], {}
        for name, value in values.items():
            root, _dot, rest = name.partition(".")
            if name == "contact.language":
                events.append(SlotSet("language", value))
            elif rest and root in ("contact", "consent", "hours"):
                parts.setdefault(root, dict(self.values[root]))[rest] = value
            elif name in flow_facts.SLOTS:
                events.append(SlotSet(flow_facts.SLOTS[name], value))
        return events + [SlotSet(root, value) for root, value in parts.items()]
