"""Reads a window from the accessibility bus and presses a block; run by the system's Python.

Prints one JSON object. It stands alone, since the bindings belong to another Python.
"""

import json
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = 20.0
KEPT = []


def wait_for(find):
    """What is found at last."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        found = find()
        if found:
            return found
        time.sleep(0.1)
    raise SystemExit("nothing was found on the accessibility bus")


def children(of):
    """What lies under it."""
    return [each for at in range(of.get_child_count()) if (each := of.get_child_at_index(at))]


def below(of):
    """All that lies under it, itself too."""
    yield of
    for each in children(of):
        yield from below(each)


def application(name):
    """A program by its name."""
    desktop = Atspi.get_desktop(0)
    return next((each for each in children(desktop) if each.get_name() == name), None)


def told(of):
    """One thing as a screen reader has it."""
    states = of.get_state_set()
    box = Atspi.Component.get_extents(of, Atspi.CoordType.SCREEN)
    actions = range(Atspi.Action.get_n_actions(of))
    return {
        "name": of.get_name(),
        "role": of.get_role_name(),
        "description": of.get_description(),
        "box": [box.x, box.y, box.width, box.height],
        "states": [
            word
            for word in ("FOCUSABLE", "SELECTED", "FOCUSED", "SHOWING")
            if states.contains(getattr(Atspi.StateType, word))
        ],
        "actions": [Atspi.Action.get_action_name(of, at) for at in actions],
        "relations": {
            str(each.get_relation_type().value_nick): [
                each.get_target(at).get_name() for at in range(each.get_n_targets())
            ]
            for each in of.get_relation_set()
        },
        "children": [each.get_name() for each in children(of)],
    }


def listen(kind):
    """The names of what tells of an event, as they come in."""
    names = []
    listener = Atspi.EventListener.new(lambda event: names.append(event.source.get_name()))
    listener.register(kind)
    KEPT.append(listener)
    return names


def turn():
    """Let events come in."""
    while GLib.MainContext.default().iteration(False):
        pass
    return True


def main(name):
    """Read the canvas and the outline, press the third block, and read the window's title."""
    Atspi.init()
    program = wait_for(lambda: application(name))
    canvas = wait_for(
        lambda: next((e for e in below(program) if e.get_name() == "Drawing of the flow"), None)
    )
    blocks = [told(each) for each in children(canvas)]
    outline = next(e for e in below(program) if e.get_name() == "The flow as a conversation")
    lines = [(each.get_role_name(), each.get_name()) for each in children(outline)]
    focused = listen("object:state-changed:focused")
    Atspi.Action.do_action(canvas.get_child_at_index(2), 0)
    wait_for(lambda: turn() and "Message: Thank you" in focused)
    title = wait_for(lambda: (t := children(program)[0].get_name()).startswith("edit") and t)
    after = told(canvas.get_child_at_index(2))
    found = {
        "canvas": told(canvas),
        "blocks": blocks,
        "outline": [outline.get_role_name(), *lines],
        "title": title,
        "after": after,
        "focused": focused,
    }
    json.dump(found, sys.stdout)


main(sys.argv[1])
