"""English words.

Sources: the keywords that Twilio and AWS document for SMS, the twelve journeys of the catalogue
of chat rules and its guides to conversation design; checked in November 2026.
"""

import re

from flowdesigner.checks.vocabulary.words import Vocabulary

ENGLISH = Vocabulary(
    yes=("yes", "y", "yeah", "yep", "ok", "okay", "sure", "correct", "right"),
    no=("no", "n", "nope", "no thanks", "no, thanks", "no thank you"),
    out=frozenset({
        "menu", "main menu", "cancel", "restart", "start over", "back", "exit", "quit", "home",
        "begin", "reset",
    }),
    back=("menu", "start over", "cancel"),
    person=frozenset({
        "agent", "human", "person", "operator", "help", "support", "talk to a person",
        "representative",
    }),
    asking_for_person=("agent", "human"),
    tapping=(("click on", "choose"), ("click", "choose"), ("clicking", "choosing")),
    blame=("wrong", "invalid", "incorrect", "illegal", "error", "your mistake", "your fault"),
    helping=frozenset({
        "reply", "type", "choose", "pick", "press", "send", "write", "call", "contact", "click",
        "example", "format", "please", "just", "answer", "see", "look", "it", "tap", "open",
        "e.g", "eg", "such", "or", "share", "if",
    }),
    greetings=("how are you", "how is it going", "how do you do", "how's it going"),
    sorry="Sorry, we did not understand that.",
    secret=re.compile(
        r"\b(?:pin|cvv|cvc|otp|password|passcode|(?:card|credit card|debit card) number"
        r"|(?:photo|picture|scan|copy) of (?:your )?(?:id|identity|national id|ktp)(?: card)?"
        r"|(?:national )?(?:id|identity) (?:card )?number|security code|verification code"
        r"|social security number)\b"
    ),
    harmless=re.compile(
        r"\b(?:do not|don't|never|without|no need|last (?:four|4|two|2|three|3)|forgot|change|reset"
        r"|new password|location pin|drop a pin|pin on|pin code|order id|member id|customer id)\b"
    ),
    silence=re.compile(
        r"\b(?:do not|don't|never|not)\b.{0,25}(?:share|give|tell|show|forward|send)"
        r"|\b(?:secret|confidential|to yourself|private)\b"
    ),
    limit=re.compile(
        r"\b(?:expires?|valid|good for|\d+ ?(?:minutes?|mins?|seconds?|hours?))\b"
    ),
    keep_silent="Do not share this code with anyone.",
    good_for="It is good for {length}.",
    send_again=("send again", "not received"),
    telltale=frozenset({
        "the", "and", "your", "you", "please", "is", "for", "with", "we", "this", "has", "are",
        "will", "have", "not", "of",
    }),
)  # fmt: skip
