# make run       set up if needed, and open the window (FILE=journey.flow.yaml opens that one)
# make test      set up if needed, and run every check but the real engines
# PYTHON=3.12 or PYTHON=/path/to/python3 chooses the Python; without it the newest that starts.

FILE ?=
BIN := .venv/bin

.PHONY: run test check test-engines generate benchmarks set-up clean

run: set-up
	@$(BIN)/flowdesigner $(if $(FILE),"$(FILE)")

test: set-up
	@scripts/check

check: test

test-engines: set-up
	@$(BIN)/python scripts/set_up_engines
	@$(BIN)/python -m pytest -q -m engines -rs

generate: set-up
	@$(BIN)/python scripts/generate

benchmarks: set-up
	@$(BIN)/python benchmarks/files.py
	@$(BIN)/python benchmarks/start.py
	@$(BIN)/python benchmarks/keystrokes.py
	@$(BIN)/python benchmarks/edits.py
	@$(BIN)/python benchmarks/layout.py
	@$(BIN)/python benchmarks/adversarial.py --quick

set-up:
	@scripts/set_up
	@$(BIN)/python scripts/system_packages

clean:
	rm -rf .venv .venv-* .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis build dist
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
