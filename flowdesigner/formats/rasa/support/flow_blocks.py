# mypy: ignore-errors
"""Blocks that say, decide or do something; actions.py says with which words and values.

A block that can be left in several ways keeps the way in a categorical slot of its own name, and
data/rules.yml goes on from there.
"""

from actions import flow_facts, flow_web
from actions.flow_action import Named
from actions.flow_answers import read_number
from actions.flow_conditions import holds
from actions.flow_json_path import at_path
from actions.flow_values import type_of
from actions.flow_variable import VARIABLES
from rasa_sdk.events import SlotSet


class Say(Named):
    """Utter a response whose {placeholders} need more than a slot."""

    response = ""

    def act(self, dispatcher, talk):
        self.utter(dispatcher, talk, self.response)
        return []


class Decide(Named):
    """Go on by the first case that is true."""

    block = ""
    cases = ()

    def act(self, dispatcher, talk):
        for way, when in self.cases:
            if holds(when, talk.values, VARIABLES):
                return [SlotSet(self.block, way)]
        return [SlotSet(self.block, "else")]


class Change(Named):
    """Change variables, one after the other."""

    changes = ()

    def act(self, dispatcher, talk):
        before, changed = talk.values, {}
        for change in self.changes:
            talk.values = {**before, **changed}
            changed[change["variable"]] = _new_value(change, talk)
        talk.values = before
        return talk.save(changed)


def _new_value(change, talk):
    if change.get("clear"):
        return None
    kind = type_of(change["variable"], VARIABLES)
    if change.get("to_now"):
        return talk.now.strftime("%H:%M") if kind == "time" else talk.now.date().isoformat()
    if change.get("add") is not None:
        more = _typed(talk.raw_data(change["add"]), kind)
        return _sum(talk.value(change["variable"]), more)
    to = change.get("to")
    if isinstance(to, dict) and to and set(to) <= set(flow_facts.LANGUAGES):
        to = to.get(talk.language) or to.get(flow_facts.BASE_LANGUAGE) or ""
    return _typed(talk.raw_data(to), kind)


def _typed(value, kind):
    if kind in ("number", "money") and isinstance(value, str):
        return read_number(value, "en")
    if kind == "boolean" and isinstance(value, str):
        return {"true": True, "false": False}.get(value.strip().casefold())
    return value


def _sum(before, more):
    if isinstance(before, list):
        return [*before, more]
    if isinstance(more, bool) or not isinstance(more, (int, float)):
        return before
    return (before if isinstance(before, (int, float)) else 0) + more


class AskSystem(Named):
    """Ask another system, and keep parts of its answer."""

    block = ""
    method = "GET"
    url = ""
    headers = {}
    body = None
    save = {}
    seconds = 10
    retries = 0

    def act(self, dispatcher, talk):
        headers = {name: talk.raw(value) for name, value in self.headers.items()}
        url, body = talk.raw_url(self.url), talk.raw_data(self.body)
        for _try in range(self.retries + 1):
            good, answer = flow_web.send(self.method, url, headers, body, self.seconds)
            if good:
                found = {name: at_path(answer, path) for name, path in self.save.items()}
                return [SlotSet(self.block, "ok"), *talk.save(found)]
        return [SlotSet(self.block, "failed")]
