"""What import-linter cannot say: no import hides in a function, or from the reader's eyes."""

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.source import PACKAGE, ROOT, named, source_files

# Slow to load and not always used: the one reason to import inside a function.
HEAVY = {"babel", "jsonschema", "jsonschema_rs", "networkx", "numpy", "phonenumbers"}
ON_ONE_SYSTEM_ONLY = {"fcntl", "msvcrt"}
CHOOSES_WHAT_TO_LOAD = {
    "flowdesigner/__main__.py", "flowdesigner/app/panels.py", "flowdesigner/app/canvas/later.py",
    "flowdesigner/app/canvas/arrange.py",
}  # fmt: skip


def imported(node: ast.AST) -> Iterator[str]:
    """Yield the top-level name of each module that a statement imports."""
    if isinstance(node, ast.Import):
        yield from (alias.name.split(".")[0] for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        yield (node.module or "").split(".")[0]


def hides(node: ast.AST) -> bool:
    """Tell whether an import below this statement may be late, or there for types only."""
    if isinstance(node, ast.If):
        return "TYPE_CHECKING" in ast.unparse(node.test)
    return isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)


def hidden_imports(path: Path) -> set[str]:
    """Return what a file imports in functions or for types only, the exceptions left out."""
    hiding = (node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if hides(node))
    inside = (node for outer in hiding for node in ast.walk(outer))
    return {name for node in inside for name in imported(node)} - HEAVY - ON_ONE_SYSTEM_ONLY


def test_no_import_hides_in_a_function_or_is_for_types_only() -> None:
    late = {named(path): hidden_imports(path) for path in source_files()}
    found = {name: what for name, what in late.items() if what and name not in CHOOSES_WHAT_TO_LOAD}
    assert found == {}


def test_the_contract_on_qt_names_everything_but_the_window() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    (contract,) = [one for one in contracts if one["name"] == "Only app knows Qt"]
    parts = {path.stem for path in PACKAGE.glob("*.py")}
    parts |= {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    without_qt = {f"flowdesigner.{part}" for part in parts - {"__init__", "__main__", "app"}}
    assert set(contract["source_modules"]) >= without_qt
