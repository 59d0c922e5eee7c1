"""domain.yml: what the bot knows, asks, says and does."""

from collections.abc import Mapping

from flowdesigner.formats.native.tree import Plain, Word
from flowdesigner.formats.rasa.leaves import leaves
from flowdesigner.formats.rasa.names import Names
from flowdesigner.formats.rasa.piece import ActionClass, Piece
from flowdesigner.model.project import Project

SLOT_TYPES = {"text": "text", "phone": "text", "email": "text", "date": "text", "time": "text"}
"""What Rasa calls a type of variable; anything else is any value."""

OWN_SLOTS = ("contact", "consent", "hours", "keyword", "calls", "tries", "quiet", "outcome")

_CUSTOM: Plain = [{"type": Word("custom")}]


def words(names: list[str]) -> list[Plain]:
    """Names as they stand in a file, without quotes."""
    return [Word(name) for name in names]


def domain(
    project: Project, names: Names, pieces: list[Piece], classes: list[ActionClass]
) -> Mapping[str, Plain]:
    """The whole domain."""
    keywords = [f"keyword_{flow}" for flow in flows_of_keywords(project)]
    return {
        "version": "3.1",
        "intents": words(intents(project, pieces)),
        "slots": slots(project, names, pieces, keywords),
        "forms": {
            piece.form: {"required_slots": words([piece.name])}
            for piece in pieces
            if piece.going == "by_form"
        },
        "responses": {name: said for piece in pieces for name, said in piece.responses.items()},
        "actions": words([each.name for each in classes]),
        "session_config": {
            "session_expiration_time": 0,
            "carry_over_slots_to_new_session": True,
        },
    }


def flows_that_start(project: Project) -> list[str]:
    """The flows that begin by themselves, not only when another flow calls them."""
    return [
        id
        for id, flow in project.flows.items()
        if any(start.trigger != "call" for start in flow.starts or ())
    ]


def flow_of_any_message(project: Project) -> str | None:
    """The flow that begins with a first message that nothing else is begun by."""
    for id, flow in project.flows.items():
        if any(not any((each.words or {}).values()) for each in flow.starting_with("message")):
            return id
    return None


def flows_of_keywords(project: Project) -> list[str]:
    """The flows that keywords call."""
    called = {keyword.flow for keyword in project.settings.keywords or ()}
    return [id for id in project.flows if id in called]


def intents(project: Project, pieces: list[Piece]) -> list[str]:
    """What a customer, a button, a reminder or the help desk can mean."""
    starts = [f"start_{flow}" for flow in flows_that_start(project)]
    keywords = [f"keyword_{flow}" for flow in flows_of_keywords(project)]
    left = [each.name for each in leaves(project)]
    return [*starts, *keywords, *left, *(intent for piece in pieces for intent in piece.intents)]


def slots(
    project: Project, names: Names, pieces: list[Piece], keywords: list[str]
) -> Mapping[str, Plain]:
    """What is remembered: the contact, the variables, and the way each block was left."""
    found: dict[str, Plain] = {
        "language": {
            "type": Word("categorical"),
            "values": words([*project.languages]),
            "initial_value": Word(project.base_language),
            "influence_conversation": False,
            "mappings": _CUSTOM,
        }
    }
    for name in OWN_SLOTS:
        found[name] = _slot("any")
    for id, name in names.variables.items():
        found[name] = _slot(SLOT_TYPES.get(project.variables[id].type, "any"))
    left = [each.name for each in leaves(project)]
    for piece in pieces:
        if piece.going in ("by_slot", "by_form"):
            heard = [] if piece.muted else keywords
            found[piece.name] = _way_on(piece, [*heard, *left])
        found |= {name: _slot("any") for name in piece.keeps}
    found["back_to"] = _categorical(back_to(project, pieces), _CUSTOM)
    return found


def _slot(kind: str) -> Plain:
    slot: dict[str, Plain] = {"type": Word(kind)}
    if kind != "any":
        slot["influence_conversation"] = False
    return slot | {"mappings": _CUSTOM}


def _way_on(piece: Piece, interrupting: list[str]) -> Plain:
    ways = [*piece.ways]
    if piece.gate is not None:
        ways += filter(None, (piece.gate.back, piece.gate.into))
    if piece.going == "by_slot":
        return _categorical(ways, _CUSTOM)
    typed: dict[str, Plain] = {"type": Word("from_text")}
    if interrupting:
        typed["not_intent"] = words(interrupting)
    typed["conditions"] = [{"active_loop": Word(piece.form), "requested_slot": Word(piece.name)}]
    return _categorical(ways, [typed])


def _categorical(values: list[str], mappings: Plain) -> Plain:
    return {"type": Word("categorical"), "values": words(values), "mappings": mappings}


def back_to(project: Project, pieces: list[Piece]) -> list[str]:
    """Where the end of a flow may lead back to."""
    called = [
        f"{piece.name}_{way}" for piece in pieces if piece.going == "call" for way in piece.ways
    ]
    waits = [piece.name for piece in pieces if piece.going == "by_form" and not piece.muted]
    again = [f"{name}_again" for name in waits] if project.settings.keywords else []
    return ["nobody", *called, *again]
