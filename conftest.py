"""What holds for every test: where windows are drawn, and how Hypothesis searches."""

import os

import hypothesis
import pytest

QT_SETTINGS = ("qt_api", "qt_log_level_fail", "qt_log_ignore")

# Windows are drawn into memory, so that tests neither need nor disturb a screen.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A busy machine is no failure (pytest-timeout ends what hangs), and CI says the same thing twice.
hypothesis.settings.register_profile(
    "flowdesigner", deadline=None, derandomize="CI" in os.environ, print_blob=True
)
hypothesis.settings.load_profile("flowdesigner")


def pytest_addoption(parser: pytest.Parser, pluginmanager: pytest.PytestPluginManager) -> None:
    # pytest-qt's settings stay in pyproject.toml where pytest-qt is not installed.
    if not pluginmanager.hasplugin("pytest-qt"):
        for name in QT_SETTINGS:
            parser.addini(name, "A setting of pytest-qt.")
