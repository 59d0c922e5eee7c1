"""FLOIP, the Flow Interoperability specification: a container that its runner 1.0.11 takes."""

from flowdesigner.formats.floip.write import write
from flowdesigner.formats.format import Format, lost, nearly, said
from flowdesigner.texts import N_

_PLATFORM_ASKS = N_(
    "Your platform asks again by itself, in its own words and as often as it likes."
)
_NO_TIME = N_(
    "FLOIP has no timeout for one question, only one for the whole flow; it waits for an answer."
)
_AS_TEXT = N_("The answer is taken as text; it is not checked or brought into one form.")
_TEXT_ONLY = N_("The runner takes text only, so any text is the answer.")
_NOT_CHECKED = N_("FLOIP cannot check it; your platform would have to.")
_PLATFORM_STARTS = N_("FLOIP does not say what starts a flow; your platform does.")

FLOIP = Format(
    id="floip",
    title="FLOIP",
    describe=N_("A container of the Flow Interoperability Project, for its runner 1.0.11."),
    writer=write,
    sayings={
        "message": said(N_("Message, with a resource by language and mode.")),
        "menu": said(N_("SelectOneResponse; your platform shows the choices.")),
        "ask": nearly(
            N_("OpenResponse or NumericResponse; your platform asks again when it is wrong.")
        ),
        "condition": said(N_("Case with expressions.")),
        "set": said(N_("Output that sets properties of the contact.")),
        "webhook": nearly(
            N_("A block of our own, FlowDesigner.Webhook, that your platform has to run.")
        ),
        "handoff": nearly(
            N_("A block of our own, FlowDesigner.Handoff, that your platform has to run.")
        ),
        "subflow": nearly(N_("RunFlow, then a Case; both flows share the contact's variables.")),
        "end": said(N_("Output that keeps the outcome; the flow ends behind it.")),
        "template": nearly(N_("Sent as an ordinary message; your platform sends the template.")),
        "answer": nearly(
            N_("A block of our own, FlowDesigner.Answer, that your platform has to run.")
        ),
        "consent": nearly(
            N_("A property of the contact; your platform asks again where it is not clear.")
        ),
        "otp": nearly(
            N_("A block of our own, FlowDesigner.OneTimeCode, that your platform has to run.")
        ),
        "hours": nearly(N_("A Case that looks at the clock of your platform.")),
        "split": nearly(
            N_("Drawn once and kept as a property of the contact, not as in the preview.")
        ),
        "wait": nearly(N_("A block of our own, FlowDesigner.Wait, that your platform has to run.")),
        "goal": nearly(N_("A line in the log of the run; your platform has to count.")),
        "message.media": nearly(N_("The address of the file, in the resource.")),
        "message.link": nearly(N_("The address stands in the text.")),
        "message.failed": lost(
            N_("FLOIP does not hear whether a message was delivered; it goes on as if it was.")
        ),
        "menu.options_from": lost(
            N_("Choices are fixed when the container is made; it goes on as if none was chosen.")
        ),
        "template.buttons": nearly(N_("Replies are choices; other buttons stand in the text.")),
        "template.other": lost(_PLATFORM_ASKS),
        "template.no_reply": lost(_NO_TIME),
        "menu.words": nearly(N_("Told to your platform with the block; it reads what is typed.")),
        "menu.description": lost(N_("Choices have a label only; the rest is left out.")),
        "menu.retry": lost(_PLATFORM_ASKS),
        "menu.other": lost(_PLATFORM_ASKS),
        "menu.no_reply": lost(_NO_TIME),
        "ask.pattern": lost(_NOT_CHECKED),
        "ask.limits": said(N_("The smallest and largest number of NumericResponse.")),
        "ask.longest": said(N_("The longest answer of OpenResponse.")),
        "ask.date": nearly(_AS_TEXT),
        "ask.phone": nearly(_AS_TEXT),
        "ask.email": nearly(_AS_TEXT),
        "ask.location": lost(_TEXT_ONLY),
        "ask.media": lost(_TEXT_ONLY),
        "ask.retry": lost(_PLATFORM_ASKS),
        "ask.invalid": lost(_PLATFORM_ASKS),
        "ask.no_reply": lost(_NO_TIME),
        "condition.matches": lost(N_("Expressions have no patterns; the case is never true.")),
        "set.add": said(N_("An expression.")),
        "set.to_now": said(N_("An expression.")),
        "webhook.retries": nearly(N_("Told to your platform in the block's settings.")),
        "handoff.hours": nearly(N_("A Case that looks at the clock of your platform.")),
        "handoff.longest_wait": nearly(N_("Told to your platform in the block's settings.")),
        "subflow.give": nearly(N_("The values are set before the call and stay set after it.")),
        "variants": said(N_("Values of the resource for the mode of the channel.")),
        "hours.hold": nearly(
            N_("A block of our own, FlowDesigner.Wait, that your platform has to run.")
        ),
        "wait.event": nearly(N_("Your platform has to tell the block that it happened.")),
        "wait.status": nearly(N_("Your platform has to tell the block what became of it.")),
        "consent.no_reply": lost(_NO_TIME),
        "channel": lost(
            N_("A run of FLOIP stays in the mode it began in; the message is sent there.")
        ),
        "project.keywords": lost(
            N_("Nothing interrupts a flow of FLOIP; the word is an answer to the question.")
        ),
        "project.words": lost(_PLATFORM_STARTS),
        "project.any_message": nearly(N_("Your platform starts the flow with a first message.")),
        "project.events": lost(_PLATFORM_STARTS),
        "project.leave_on": lost(N_("Nothing ends a flow of FLOIP from outside; it goes on.")),
    },
)
