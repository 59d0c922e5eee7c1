# mypy: ignore-errors
"""Flows: how they begin, are called, interrupt and end."""

from actions import flow_facts
from actions.flow_action import Named
from rasa_sdk.events import ActiveLoop, ReminderCancelled, SlotSet


class StartFlow(Named):
    """Begin a journey; after an earlier one with nothing known but the contact."""

    words = ()

    def act(self, dispatcher, talk):
        typed = _typed_word(talk)
        return [*_afresh(talk), SlotSet("keyword", typed if typed in self.words else None)]


def _afresh(talk):
    tracker = talk.tracker
    before = tracker.get_slot("outcome") is not None or tracker.get_slot("calls")
    events = talk.save(dict.fromkeys(flow_facts.SLOTS)) if before else []
    return [*events, SlotSet("calls", []), SlotSet("outcome", None), SlotSet("tries", 0)]


def _typed_word(talk):
    return (talk.tracker.latest_message.get("text") or "").strip().casefold()


class CallFlow(Named):
    """Begin another flow with variables of its own, and remember where to come back to."""

    returns = {}
    give = {}
    take = ()

    def act(self, dispatcher, talk):
        given = {name: talk.raw_data(value) for name, value in self.give.items()}
        return _call(talk, {"returns": self.returns, "take": list(self.take)}, given)


class Interrupt(Named):
    """Leave the question that waits for the flow of a keyword, and remember the question."""

    flow = ""
    returns = {}

    def act(self, dispatcher, talk):
        tracker = talk.tracker
        waiting = (tracker.active_loop or {}).get("name")
        events = [ActiveLoop(None), SlotSet("requested_slot", None), ReminderCancelled()]
        word = SlotSet("keyword", _typed_word(talk))
        if waiting not in self.returns:
            return [*events, *_afresh(talk), word]
        frame = {
            "keyword": self.flow,
            "returns": {"*": self.returns[waiting]},
            "take": [],
            "tries": tracker.get_slot("tries"),
        }
        return [*events, *_call(talk, frame, {}), word]


def _call(talk, frame, given):
    calls = talk.tracker.get_slot("calls") or []
    known = {name: talk.values[name] for name in flow_facts.SLOTS}
    frame = {**frame, "values": known, "word": talk.values["keyword"]}
    # The same keyword again begins its flow anew instead of piling it up.
    same = [at for at, each in enumerate(calls) if each.get("keyword") and _same(each, frame)]
    calls = calls[: same[0] + 1] if same else [*calls, frame]
    fresh = {**dict.fromkeys(flow_facts.SLOTS), **given}
    return [SlotSet("calls", calls), SlotSet("keyword", None), *talk.save(fresh)]


def _same(frame, other):
    return frame["keyword"] == other.get("keyword")


class EndFlow(Named):
    """End a flow: go back to who called it, or end the conversation."""

    outcome = "done"

    def act(self, dispatcher, talk):
        calls = talk.tracker.get_slot("calls") or []
        if not calls:
            return [SlotSet("outcome", self.outcome), SlotSet("back_to", "nobody")]
        frame = calls[-1]
        taken = {name: talk.values.get(name) for name in frame["take"]}
        taken = {name: value for name, value in taken.items() if value is not None}
        back = frame["returns"].get(self.outcome) or frame["returns"].get("*") or "nobody"
        return [
            SlotSet("calls", calls[:-1]),
            *talk.save({**frame["values"], **taken}),
            SlotSet("keyword", frame["word"]),
            SlotSet("quiet", bool(frame.get("keyword"))),
            SlotSet("tries", frame.get("tries") or 0),
            SlotSet("back_to", back),
        ]


class LeaveFlow(Named):
    """Stop what waits in a flow, and everything it has called; the end of the flow comes next."""

    forms = ()
    """The questions and waits of the flow."""
    calls = ()
    """Where a flow that it has called leads back to."""

    def act(self, dispatcher, talk):
        tracker, mine = talk.tracker, set(self.calls)
        calls = tracker.get_slot("calls") or []
        called = [at for at, each in enumerate(calls) if mine & set(each["returns"].values())]
        if not called and (tracker.active_loop or {}).get("name") not in self.forms:
            return []  # the flow does not run
        events = [ActiveLoop(None), SlotSet("requested_slot", None), ReminderCancelled()]
        if called:
            events += talk.save(calls[called[0]]["values"])
            events.append(SlotSet("calls", calls[: called[0]]))
        return events
