"""Reads YAML with the two readers that developers on Node use, npm's `yaml` and `js-yaml`."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

PACKAGES = ("yaml@2.9.1", "js-yaml@5.5.0")
SCRIPT = """
const fs = require("fs"), yaml = require("yaml"), jsYaml = require("js-yaml");
const texts = JSON.parse(fs.readFileSync(0, "utf8"));
const read = (parse) => texts.map((text) => {
  try { return {value: parse(text)}; } catch (error) { return {error: String(error)}; }
});
process.stdout.write(JSON.stringify({"yaml": read(yaml.parse), "js-yaml": read(jsYaml.load)}));
"""


def read_in_javascript(texts: list[str]) -> dict[str, list[dict[str, object]]]:
    """What each reader makes of each text: its value, or its error."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        pytest.skip("Node is not installed: nothing compared with npm's yaml and js-yaml")
    run = subprocess.run(
        [node, "-e", SCRIPT],
        cwd=_readers(npm),
        input=json.dumps(texts),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        timeout=60,
    )
    found: dict[str, list[dict[str, object]]] = json.loads(
        run.stdout, parse_int=float
    )  # JavaScript has one kind of number
    return found


def _readers(npm: str) -> Path:
    """The folder with both readers, outside the checkout; installed once."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    folder = cache / "flowdesigner-oracles" / "-".join(PACKAGES).replace("@", "-")
    if not (folder / "complete").exists():
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run(
            [npm, "install", "--no-audit", "--no-fund", "--prefix", str(folder), *PACKAGES],
            check=True,
            capture_output=True,
            timeout=100,
        )
        (folder / "complete").touch()
    return folder
