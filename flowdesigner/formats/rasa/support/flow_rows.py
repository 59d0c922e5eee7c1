# mypy: ignore-errors
"""Menus whose answers are the rows of a list that another system has given."""

from actions.flow_action import Named
from actions.flow_questions import Ask, CheckOffer
from rasa_sdk.events import SlotSet


class Rows:
    """The rows of a menu: a number and a label each, buttons where the channel has them."""

    variable = ""
    label = {}
    most = 10
    tapped = {}
    """By channel, the most rows it shows as buttons; more are numbered lines."""

    def rows(self, talk):
        found = talk.value(self.variable)
        return found[: self.most] if isinstance(found, list) else []

    def labels(self, talk):
        known = talk.values
        for number, row in enumerate(self.rows(talk), start=1):
            talk.values = {**known, "item": row}
            yield talk.words(self.label) or str(number)
        talk.values = known

    def utter(self, dispatcher, talk, response):
        """Utter the question with its rows; tapping one types its number."""
        labels = list(self.labels(talk))
        numbered, buttons = "", []
        if len(labels) > self.tapped.get(talk.channel, 0):
            numbered = "".join(f"\n{at}. {label}" for at, label in enumerate(labels, start=1))
        else:
            buttons = [
                {"title": label, "payload": str(at)} for at, label in enumerate(labels, start=1)
            ]
        dispatcher.utter_message(
            response=response, rows=numbered, buttons=buttons, **self.shown(talk)
        )


class AskRows(Rows, Ask):
    """Ask to choose a row."""


class LookForRows(Rows, Named):
    """Where there is nothing to choose from, ask and go on at once."""

    block = ""

    def act(self, dispatcher, talk):
        if self.rows(talk):
            return [SlotSet(self.block, "rows")]
        self.utter(dispatcher, talk, f"utter_ask_{self.block}")
        return [SlotSet(self.block, "other")]


class CheckRows(Rows, CheckOffer):
    """Look at which row was chosen, by its number or its label."""

    given_up = "other"

    def read(self, talk, typed):
        plain, rows = typed.strip().casefold(), self.rows(talk)
        if plain.isdecimal() and 0 < int(plain) <= len(rows):
            return rows[int(plain) - 1]
        for row, label in zip(rows, self.labels(talk), strict=True):
            if label.strip().casefold() == plain != "":
                return row
        return None

    def answered(self, talk, answer):
        if answer is None:
            return super().answered(talk, answer)
        saved = talk.save({self.save_to: answer}) if self.save_to else []
        return [*self.leave("chosen"), *saved]
