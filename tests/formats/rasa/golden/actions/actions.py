"""What the blocks of A small journey do, one class an action."""

from actions.flow_blocks import AskSystem, Decide, Say
from actions.flow_calls import CallFlow, EndFlow, Interrupt, StartFlow
from actions.flow_questions import (
    Ask,
    BackToQuestion,
    CheckAnswer,
    CheckChoice,
    CheckHandover,
    HandOver,
)


class ActionStartMain(StartFlow):
    action = "action_start_main"
    words = ["meja", "table!"]


class ActionKeywordPerson(Interrupt):
    action = "action_keyword_person"
    flow = "person"
    returns = {
        "form_main_where": "main_where_again",
        "form_main_how_many": "main_how_many_again",
    }


class ActionMainHello(Say):
    action = "action_main_hello"
    response = "utter_main_hello"
    values = {"contact_name": '{{ contact.name | default: "Kak" }}'}


class ActionAskMainWhere(Ask):
    action = "action_ask_main_where"
    block = "main_where"


class ValidateFormMainWhere(CheckChoice):
    action = "validate_form_main_where"
    block = "main_where"
    times = 0
    intents = {"ch_main_where_inside": "inside", "ch_main_where_anywhere": "anywhere"}
    options = [
        {"id": "inside", "label": {"id": "Di dalam", "en": "Inside"}},
        {"id": "anywhere", "label": {"id": "Bebas", "en": "Anywhere"}},
    ]
    save_to = "table"


class ActionAskMainHowMany(Ask):
    action = "action_ask_main_how_many"
    block = "main_how_many"
    retry = "utter_retry_main_how_many"
    no_reply_after = 600


class ValidateFormMainHowMany(CheckAnswer):
    action = "validate_form_main_how_many"
    block = "main_how_many"
    times = 1
    intents = {"no_reply_main_how_many": "no_reply"}
    kind = "number"
    accept = {"min": 1, "max": 12}
    save_to = "people"


class ActionMainIsLarge(Decide):
    action = "action_main_is_large"
    block = "main_is_large"
    cases = [("large", {"variable": "people", "op": "above", "value": 6})]


class ActionMainBook(AskSystem):
    action = "action_main_book"
    block = "main_book"
    method = "POST"
    url = "https://api.example.com/book/{{ table }}"
    headers = {}
    body = {"people": "{{ people }}"}
    save = {}
    seconds = 10
    retries = 0


class ActionMainBooked(Say):
    action = "action_main_booked"
    response = "utter_main_booked"
    values = {"people": "{{ people }}", "table": "{{ table }}"}


class ActionMainToPerson(CallFlow):
    action = "action_main_to_person"
    returns = {"done": "main_to_person_done"}


class ActionMainOver(EndFlow):
    action = "action_main_over"
    outcome = "done"


class ActionAskPersonHandOver(HandOver):
    action = "action_ask_person_hand_over"
    block = "person_hand_over"
    queue = "front"
    summary = {}
    keep = []
    longest_wait = 0
    response = "utter_person_hand_over"


class ValidateFormPersonHandOver(CheckHandover):
    action = "validate_form_person_hand_over"
    block = "person_hand_over"
    intents = {
        "closed_person_hand_over": "closed",
        "unavailable_person_hand_over": "unavailable",
    }


class ActionPersonBack(EndFlow):
    action = "action_person_back"
    outcome = "done"


class ActionBackToMainWhere(BackToQuestion):
    action = "action_back_to_main_where"
