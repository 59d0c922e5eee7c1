"""README.md of an exported Rasa project: for the developers who get it."""

from collections.abc import Mapping

from flowdesigner.formats.rasa.leaves import leaves
from flowdesigner.formats.rasa.piece import Piece
from flowdesigner.model.project import Project

_TEXT = """\
# {name}

A Rasa 3.x project that Flow Designer wrote. It runs on Rasa Open Source 3.6 and Python 3.10.

```
python3.10 -m venv venv
venv/bin/pip install "rasa==3.6.21" "setuptools>=70.3,<70.4" -r requirements-actions.txt
venv/bin/rasa data validate --fail-on-warnings
venv/bin/rasa train
venv/bin/rasa run actions &
MAX_NUMBER_OF_PREDICTIONS=100 venv/bin/rasa shell
```

## Where things are
| file | what it holds |
|---|---|
| `domain.yml` | every text (a variation per language and channel), the forms, the slots |
| `data/rules.yml` | the arrows of the drawing: from each question and decision to the next |
| `data/nlu.yml` | the words that start the flows, and the keywords |
| `actions/actions.py` | what the blocks do that Rasa has no words for, one class an action |
| `actions/flow_*.py` | the code behind those classes; the same in every project |

A block `BLOCK` of a flow `FLOW` is called `FLOW_BLOCK` everywhere. A question is a form of one
slot, and the slot's value is the exit by which the block is left; data/rules.yml goes on from it.

## What your system has to do
- Rasa stops after 10 actions in a row: set `MAX_NUMBER_OF_PREDICTIONS` as above.
- Put what you know of the contact into the slots `contact` ({{"name": ..., "phone": ...}}) and
  `language` ({languages}) with `POST /conversations/ID/tracker/events`.
- Variations of texts go by the name of the channel ({channels}): name your connector so.
- Examples in `data/nlu.yml` are patterns (`^word$`) for KeywordIntentClassifier, so that only a
  whole message counts.
{more}"""

_HANDOFF = """\
- A chat handed to a person is a custom JSON message: `{{"handoff": {{"queue", "summary", "known",
  "when_closed", "when_unavailable"}}}}`. The bot is silent until you trigger the intent that
  `when_closed` or `when_unavailable` names: `POST /conversations/ID/trigger_intent`.
"""

_REMINDERS = """\
- "No reply" comes from Rasa's reminders. They are kept in memory and are lost at a restart.
"""


_WAITS = """\
- Waits, opening hours and the times of codes come from Rasa's reminders. They are kept in memory
  and are lost at a restart.
"""

_CODES = """\
- One-time codes are drawn and checked in `actions/flow_codes.py`. While a code is good, it stands
  in the slot `one_time_code`: keep your tracker store closed.
"""

_ELSEWHERE = """\
- A message for another channel than the conversation's is a custom JSON message `{"send_on":
  CHANNEL, "text": ...}`: your connector sends it there, and brings back what is answered to it.
"""

_LEAVES = """\
- A flow that ends when something happens has an intent `leave_FLOW_EVENT`: trigger it with
  `POST /conversations/ID/trigger_intent`.
"""

_SEARCH = """\
- Questions in free words are answered from the samples in `actions/actions.py`, as the preview of
  the drawing does. Put your own search into `best` of `actions/flow_search.py`.
"""


def readme(project: Project, pieces: list[Piece]) -> str:
    """The words for this project."""
    asks = [each for piece in pieces for each in piece.classes]
    more = [_HANDOFF.format()] if any(each.kind == "HandOver" for each in asks) else []
    if any("no_reply_after" in each.attributes for each in asks):
        more.append(_REMINDERS)
    kinds = {each.kind for each in asks}
    more += [_WAITS] if kinds & {"StandStill", "StandUntilOpen", "SendCode"} else []
    more += [_LEAVES] if leaves(project) else []
    more += [_CODES] if "SendCode" in kinds else []
    more += [_SEARCH] if "Search" in kinds else []
    more += [_ELSEWHERE] if any(map(_goes_elsewhere, pieces)) else []
    return _TEXT.format(
        name=project.name or project.id or "Journey",
        languages=", ".join(project.facts.languages),
        channels=", ".join(project.channels) or "none",
        more="".join(more),
    )


def _goes_elsewhere(piece: Piece) -> bool:
    return any(
        isinstance(said, Mapping) and "custom" in said
        for words in piece.responses.values()
        for said in words
    )
