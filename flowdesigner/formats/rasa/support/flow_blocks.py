# mypy: ignore-errors
"""What the blocks of a journey do; actions.py says with which words and values.

A block that can be left in several ways keeps the way in a categorical slot of its own name, and
data/rules.yml goes on from there. A question is a form with that slot.
"""

from datetime import datetime, timedelta

from actions import flow_facts, flow_web
from actions.flow_answers import read_number, read_typed
from actions.flow_conditions import holds
from actions.flow_hours import is_open
from actions.flow_json_path import at_path
from actions.flow_pattern import matches
from actions.flow_talk import Talk
from actions.flow_values import type_of
from actions.flow_variable import VARIABLES
from rasa_sdk import Action
from rasa_sdk.events import ActiveLoop, ReminderScheduled, SlotSet


class Named(Action):
    """An action of the journey; `action` is the name that rules and domain call it by."""

    action = ""

    def name(self):
        return self.action or type(self).__name__

    def run(self, dispatcher, tracker, domain):
        return self.act(dispatcher, Talk(tracker))

    def act(self, dispatcher, talk):
        """Do it; say something or return events."""
        return []


class Say(Named):
    """Utter a response whose {placeholders} need more than a slot."""

    response = ""
    values = {}

    def act(self, dispatcher, talk):
        dispatcher.utter_message(response=self.response, **talk.shown(self.values))
        return []


class StartFlow(Named):
    """Begin a journey with nothing known but the contact."""

    def act(self, dispatcher, talk):
        return _afresh(talk)


def _afresh(talk):
    return [
        *talk.save(dict.fromkeys(flow_facts.SLOTS)),
        SlotSet("calls", []),
        SlotSet("outcome", None),
    ]


class BackToQuestion(Named):
    """Come back to the question that was just answered; a rule cannot hold a form twice."""


class Ask(Named):
    """Ask the question of a form: in full, or in other words when the answer was not understood."""

    block = ""
    retry = ""
    values = {}
    no_reply_after = 0

    def act(self, dispatcher, talk):
        again = self.retry and talk.tracker.get_slot("tries")
        response = self.retry if again else f"utter_ask_{self.block}"
        dispatcher.utter_message(response=response, **talk.shown(self.values))
        return _reminder(f"no_reply_{self.block}", self.no_reply_after, dies=True)


class HandOver(Named):
    """Tell the customer, and tell the help desk in JSON; then be silent."""

    block = ""
    response = ""
    values = {}
    queue = ""
    summary = {}
    keep = ()
    longest_wait = 0

    def act(self, dispatcher, talk):
        if talk.tracker.get_slot("tries"):
            return []
        if self.response:
            dispatcher.utter_message(response=self.response, **talk.shown(self.values))
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
            *_reminder(f"unavailable_{self.block}", self.longest_wait, dies=False),
        ]


def _reminder(intent, seconds, dies):
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
            return [SlotSet(self.block, None), SlotSet("tries", 0)]
        intent = (tracker.latest_message.get("intent") or {}).get("name")
        if intent in self.intents:
            return self.chosen(talk, self.intents[intent])
        answer = self.read(talk, tracker.latest_message.get("text") or "")
        if self.block not in tracker.slots_to_validate() and answer is None:
            return []  # a keyword that interrupts
        return self.answered(talk, answer)

    def chosen(self, talk, way):
        return self.leave(way)

    def read(self, talk, typed):
        """The answer in what was typed, or nothing."""
        return

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


class CheckChoice(Check):
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


class Open(Named):
    """Tell whether somebody is there to hand over to."""

    block = ""

    def act(self, dispatcher, talk):
        there = is_open(flow_facts.BUSINESS_HOURS, talk.now)
        return [SlotSet(self.block, "open" if there else "unavailable")]


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


class CallFlow(Named):
    """Begin another flow with variables of its own, and remember where to come back to."""

    returns = {}
    give = {}
    take = ()

    def act(self, dispatcher, talk):
        given = {name: talk.raw_data(value) for name, value in self.give.items()}
        return _call(talk, self.returns, self.take, given)


class Interrupt(Named):
    """Leave the question that waits for the flow of a keyword, and remember the question."""

    returns = {}

    def act(self, dispatcher, talk):
        waiting = (talk.tracker.active_loop or {}).get("name")
        events = [ActiveLoop(None), SlotSet("requested_slot", None)]
        if waiting not in self.returns:
            return [*events, *_afresh(talk)]
        return [*events, *_call(talk, {"*": self.returns[waiting]}, (), {})]


def _call(talk, returns, take, given):
    kept = {name: talk.values[name] for name in flow_facts.SLOTS}
    frame = {"returns": returns, "take": list(take), "values": kept}
    calls = [*(talk.tracker.get_slot("calls") or []), frame]
    fresh = {**dict.fromkeys(flow_facts.SLOTS), **given}
    return [SlotSet("calls", calls), *talk.save(fresh)]


class EndFlow(Named):
    """End a flow: go back to who called it, or end the conversation."""

    outcome = "done"

    def act(self, dispatcher, talk):
        calls = talk.tracker.get_slot("calls") or []
        if not calls:
            return [SlotSet("outcome", self.outcome), SlotSet("back_to", "nobody")]
        frame = calls[-1]
        taken = {name: talk.values.get(name) for name in frame["take"]}
        back = frame["returns"].get(self.outcome) or frame["returns"].get("*") or "nobody"
        return [
            SlotSet("calls", calls[:-1]),
            *talk.save({**frame["values"], **taken}),
            SlotSet("back_to", back),
        ]
