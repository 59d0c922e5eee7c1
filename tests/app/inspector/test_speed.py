"""A keystroke's own work is small, however large the project."""

import statistics
import time
from collections.abc import Callable

import pytest

from flowdesigner.blocks import Menu, Message
from flowdesigner.model.project import Project
from tests.app.drivers.inspector import InspectorDriver, project_of, type_into

MOST = 0.02
"""Seconds of the processor for a keystroke; measured 0.003 to 0.005 on the slowest machine."""


@pytest.mark.parametrize("path", [("text", "id"), ("options", "o3", "label", "en"), ("title",)])
def test_typing_in_a_large_project(
    inspect: Callable[[Project], InspectorDriver], path: tuple[str, ...]
) -> None:
    blocks = {
        f"m{at}": Message(text={"id": "Halo {{ contact.name }}"}, exits={"next": f"m{at + 1}"})
        for at in range(999)
    }
    labels = [{"id": f"o{at}", "label": {"id": f"Opsi {at}", "en": "x"}} for at in range(10)]
    menu = Menu.model_validate({"text": {"id": "Mau apa?"}, "options": labels})
    author = inspect(project_of(menu=menu, **blocks))
    author.select("menu")
    field = author.go_to(*path)

    spent = []
    for letter in "abcdefghijklmnopqrst":
        start = time.process_time()
        type_into(field, letter)
        spent.append(time.process_time() - start)

    assert statistics.median(spent) < MOST
    assert author.steps == 1
