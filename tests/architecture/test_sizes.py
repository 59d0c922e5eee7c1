"""Files stay small and are called after what they hold."""

from tests.architecture.source import PACKAGE, named, source_files

LONGEST = 400
SAYS_NOTHING = {"utils", "util", "helpers", "helper", "manager", "managers", "misc"}


def test_no_file_is_longer_than_the_stop() -> None:
    lengths = {named(path): len(path.read_text("utf-8").splitlines()) for path in source_files()}
    assert lengths
    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}


def test_no_file_or_folder_has_a_name_that_says_nothing() -> None:
    vague = [
        named(path)
        for path in source_files()
        for part in path.relative_to(PACKAGE).with_suffix("").parts
        if SAYS_NOTHING & set(part.lower().split("_"))
    ]
    assert vague == []
