"""Where the real engines are, and why one is not there."""

import importlib.util
from importlib.machinery import SourceFileLoader
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def _set_up_engines() -> object:
    loader = SourceFileLoader("set_up_engines", str(ROOT / "scripts" / "set_up_engines"))
    spec = importlib.util.spec_from_loader("set_up_engines", loader)
    assert spec is not None
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    return module


FOLDER: Path = _set_up_engines().engines_folder()  # type: ignore[attr-defined]


def engine(name: str) -> Path:
    """The folder of an engine; the test is skipped, with the reason, where it is missing."""
    missing = FOLDER / f"{name}.missing"
    if missing.exists():
        pytest.skip(f"the engine {name} is missing: {missing.read_text('utf-8').strip()}")
    if not (FOLDER / name).exists():
        pytest.skip(f"the engine {name} is not set up: run make test-engines")
    return FOLDER / name
