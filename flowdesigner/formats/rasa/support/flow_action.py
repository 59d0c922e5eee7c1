# mypy: ignore-errors
"""What every action of a journey is."""

from actions.flow_talk import Talk
from rasa_sdk import Action


class Named(Action):
    """An action of the journey; `action` is the name that rules and domain call it by."""

    action = ""
    values = {}
    """The {placeholders} of its responses, with what they stand for."""
    in_addresses = {}
    """The same where they stand in a web address."""

    def name(self):
        return self.action or type(self).__name__

    def run(self, dispatcher, tracker, domain):
        return self.act(dispatcher, Talk(tracker))

    def act(self, dispatcher, talk):
        """Do it; say something or return events."""
        return []

    def utter(self, dispatcher, talk, response):
        """Utter a response with its {placeholders} filled in."""
        dispatcher.utter_message(response=response, **self.shown(talk))

    def shown(self, talk):
        """What the {placeholders} stand for."""
        shown = {name: talk.filled(source) for name, source in self.values.items()}
        shown.update((name, talk.raw_url(source)) for name, source in self.in_addresses.items())
        return shown
