"""What the *consent* block becomes in Rasa."""

from collections.abc import Mapping

from flowdesigner.blocks.consent import Consent, ConsentLabels
from flowdesigner.formats.rasa.blocks.questions import question
from flowdesigner.formats.rasa.blocks.task import Task, by_slot, done
from flowdesigner.formats.rasa.piece import Piece
from flowdesigner.model.outgoing import Outgoing, Reply
from flowdesigner.model.part import Text
from flowdesigner.model.run import Run
from flowdesigner.model.speech import said

YES: Text = {"en": "Yes", "id": "Ya"}
NO: Text = {"en": "No", "id": "Tidak"}
"""What a consent is answered with, when the author does not say."""


def consent(block: Consent, task: Task) -> Piece:
    """A question, or an action that keeps or looks up the answer."""
    purpose = {"purpose": block.purpose or "marketing"}
    if block.action == "ask":
        return _asked_consent(block, task, purpose)
    if block.action == "look":
        return by_slot(task, block, "LookAtConsent", purpose)
    if block.action is None:
        return Piece(name=task.name, going="on")
    return done(task, "NoteConsent", purpose | {"agrees": block.action == "grant"})


def _asked_consent(block: Consent, task: Task, purpose: Mapping[str, object]) -> Piece:
    labels = block.labels or ConsentLabels()
    words = {"given": labels.given or YES, "refused": labels.refused or NO}
    intents = {task.names.choices[(*task.place, way)]: way for way in words}

    def asked(run: Run) -> Outgoing:
        replies = tuple(Reply(way, run.words(label)) for way, label in words.items())
        return said(block, run, options=replies)

    checks = {"options": list(words.items()), **purpose}
    return question(block, task, (asked, asked), ("CheckConsent", checks), intents)
