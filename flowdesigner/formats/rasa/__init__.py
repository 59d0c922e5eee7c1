"""Rasa Open Source 3.x: a project in YAML, with actions in Python for what rules cannot say."""

from flowdesigner.formats.format import Format, lost, nearly, said
from flowdesigner.formats.rasa.write import write
from flowdesigner.texts import N_

_AN_ACTION = N_("A custom action in Python; rules go on by the slot it sets.")
_NOT_SENT = N_("Rasa brings no files and places of its own; what is typed is not understood.")

RASA = Format(
    id="rasa",
    title="Rasa 3",
    describe=N_("A project for Rasa Open Source 3.6: YAML files, and Python for the actions."),
    writer=write,
    sayings={
        "message": said(N_("A response, with a variation for each language and channel.")),
        "menu": said(N_("A form whose response has buttons; an action reads typed answers.")),
        "ask": said(N_("A form of one slot; an action reads the answer.")),
        "condition": said(_AN_ACTION),
        "set": said(_AN_ACTION),
        "webhook": said(N_("A custom action that sends the request.")),
        "handoff": nearly(
            N_("A custom message and silence; your help desk has to tell Rasa when it is over.")
        ),
        "subflow": said(N_("Rules of the other flow; an action remembers where to come back to.")),
        "end": said(N_("A custom action that goes back to the flow that called, or ends.")),
        "template": nearly(
            N_("An ordinary message; your connector sends the template and looks at consent.")
        ),
        "answer": nearly(
            N_("An action answers from your samples, as the preview does; put your search there.")
        ),
        "consent": nearly(N_("An action keeps it in a slot; your system has to fill and read it.")),
        "otp": nearly(
            N_("Actions make, say and check the code; your connector sends it to other channels.")
        ),
        "hours": said(N_("An action looks at the clock; rules go on by the slot it sets.")),
        "split": said(N_("An action draws the same way for the same phone, email or name.")),
        "wait": nearly(N_("A silent form and a reminder; what is written meanwhile is not kept.")),
        "goal": nearly(N_("The action writes it to its log; your system has to count.")),
        "message.media": nearly(N_("An image or attachment of the response; connectors differ.")),
        "message.link": nearly(N_("The address stands in the text.")),
        "message.failed": lost(
            N_("Rasa does not hear whether a message was delivered; it goes on as if it was.")
        ),
        "menu.options_from": said(N_("An action makes a button of each row.")),
        "template.buttons": nearly(N_("Replies are buttons; other buttons stand in the text.")),
        "template.other": said(N_("A value of the form's slot.")),
        "template.no_reply": nearly(N_("A reminder, which Rasa forgets when it is restarted.")),
        "menu.words": said(N_("The action reads them.")),
        "menu.description": lost(
            N_("Buttons of Rasa have no descriptions and sections; only the labels are shown.")
        ),
        "menu.retry": said(N_("The action counts the tries.")),
        "menu.other": said(N_("A value of the form's slot.")),
        "menu.no_reply": nearly(N_("A reminder, which Rasa forgets when it is restarted.")),
        "ask.pattern": said(N_("The action checks it.")),
        "ask.limits": said(N_("The action checks them.")),
        "ask.longest": said(N_("The action checks it.")),
        "ask.date": said(N_("The action reads it.")),
        "ask.phone": said(N_("The action reads it.")),
        "ask.email": said(N_("The action reads it.")),
        "ask.location": lost(_NOT_SENT),
        "ask.media": lost(_NOT_SENT),
        "ask.retry": said(N_("The action counts the tries.")),
        "ask.invalid": said(N_("A value of the form's slot.")),
        "ask.no_reply": nearly(N_("A reminder, which Rasa forgets when it is restarted.")),
        "condition.matches": said(N_("The action tests it.")),
        "set.add": said(N_("The action adds.")),
        "set.to_now": said(N_("The action looks at the clock.")),
        "webhook.retries": said(N_("The action tries again.")),
        "handoff.hours": said(N_("An action looks at the business hours.")),
        "handoff.longest_wait": nearly(N_("A reminder, which Rasa forgets when it is restarted.")),
        "subflow.give": said(N_("The action passes them.")),
        "variants": said(N_("Variations of the response for the channel.")),
        "hours.hold": nearly(
            N_("A silent form and a reminder; what is written meanwhile is not kept.")
        ),
        "wait.event": nearly(N_("Your system has to trigger the intent that says it happened.")),
        "wait.status": nearly(N_("Your connector has to trigger the intent that tells it.")),
        "consent.no_reply": nearly(N_("A reminder, which Rasa forgets when it is restarted.")),
        "channel": nearly(
            N_("A custom message that names the channel; your connector sends it there.")
        ),
        "project.keywords": said(N_("Intents, and rules that come back to the question.")),
        "project.words": said(N_("Intents whose examples are the words.")),
        "project.any_message": said(N_("A rule for every message that begins nothing else.")),
        "project.events": nearly(N_("Your system has to trigger the intent that starts the flow.")),
        "project.leave_on": nearly(N_("Your system has to trigger the intent that ends the flow.")),
    },
)
