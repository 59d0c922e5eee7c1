# mypy: ignore-errors
"""Answers to questions in free words.

`best` looks for the answer among the questions in actions.py, as the preview of the drawing does.
Put your own search in its place: it is given the question, and returns the number of the answer,
or `None` when it is not sure enough.
"""

import re

from actions.flow_action import Named
from actions.flow_likeness import likeness
from actions.flow_questions import Check
from rasa_sdk.events import SlotSet


def best(question, samples, at_least):
    """The number of the sample whose question is most like the one asked, if it is like it."""
    sure = [likeness(question, sample["question"]) for sample in samples]
    return sure.index(max(sure)) if max(sure) >= at_least else None


class Search(Named):
    """Answer what was written last; without anything, wait for a question."""

    block = ""
    samples = ()
    at_least = 0.0

    def act(self, dispatcher, talk):
        question = _written_last(talk.tracker)
        if not question:
            return [SlotSet(self.block, "nothing_asked")]
        if not self.samples:
            return [SlotSet(self.block, "failed")]
        found = best(question, self.samples, self.at_least)
        if found is None:
            return [SlotSet(self.block, "unsure")]
        self.utter(dispatcher, talk, self.samples[found]["response"])
        return [SlotSet(self.block, "answered")]


def _written_last(tracker):
    """What the customer wrote last; tapped buttons and reminders are not written."""
    for event in reversed(tracker.events):
        text = (event.get("text") or "").strip() if event.get("event") == "user" else ""
        if text and not re.match("/|EXTERNAL: ", text):
            return text
    return ""


class Listen(Named):
    """Wait for a question without a word."""

    def act(self, dispatcher, talk):
        return [SlotSet("quiet", False)]


class CheckQuestion(Check):
    """Any words are a question."""

    def read(self, talk, typed):
        return typed

    def answered(self, talk, answer):
        return self.leave("asked")
