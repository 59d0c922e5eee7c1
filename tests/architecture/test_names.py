"""Nothing in the repository names the place where it was made or where packages come from."""

import re
import subprocess

from tests.architecture.source import ROOT

# Written in pieces, so that this file does not name them either.
REGISTRIES = (
    "pypi" + ".org",
    "python" + "hosted.org",
    "npm" + "js.org",
    "npm" + "js.com",
    "deb." + "debian.org",
)
MACHINE_PATHS = r"(?<![\w.~])/(?:root|work|tmp|home/\w+)/\w"
FORBIDDEN = re.compile("|".join([*map(re.escape, REGISTRIES), MACHINE_PATHS]))


def tracked_files() -> list[str]:
    run = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return [name for name in run.stdout.split("\0") if name and (ROOT / name).is_file()]


def test_no_file_names_a_registry_or_a_path_of_a_machine() -> None:
    found = {}
    names = tracked_files()
    assert "pyproject.toml" in names
    for name in names:
        text = (ROOT / name).read_bytes().decode("utf-8", "ignore")
        if match := FORBIDDEN.search(text):
            found[name] = match.group()
    assert found == {}
