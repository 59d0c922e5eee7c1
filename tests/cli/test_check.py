"""`flowdesigner check`."""

from pathlib import Path

from tests.cli.conftest import SMALL, Run


def test_a_project_without_errors(run: Run, sample: Path) -> None:
    ended = run("check", sample)

    assert ended.code == 0
    assert ended.out == f"{sample}: 0 errors, 0 warnings, 0 hints\n"


def test_an_error_is_told_with_its_place(run: Run, small: Path) -> None:
    small.write_text(SMALL.replace("other: bye", "other: gone"), "utf-8")
    line = next(n for n, text in enumerate(SMALL.splitlines(), 1) if "other: bye" in text)
    ended = run("check", small)

    assert ended.code == 1
    assert f"{small}:{line}:" in ended.out
    assert "main.drink" in ended.out


def test_json_says_everything_of_every_issue(run: Run, small: Path) -> None:
    small.write_text(SMALL.replace('label: {en: "Tea"}', "label: {}"), "utf-8")
    ended = run("check", small, "--format", "json")
    [file] = ended.json["files"]
    [issue] = [each for each in file["issues"] if each["rule"] == "field-missing"]

    assert ended.code == 1
    assert file["file"] == str(small)
    assert set(file["summary"]) == {"errors", "warnings", "hints"}
    assert file["summary"]["errors"] >= 1
    assert set(issue) == {
        "rule", "alias", "severity", "flow", "block", "field", "message", "path", "line", "column",
    }  # fmt: skip
    assert (issue["flow"], issue["block"]) == ("main", "drink")
    assert issue["field"] == "options.tea.label"
    at = SMALL.splitlines().index('            label: {en: "Tea"}') + 1
    assert (issue["line"], issue["column"]) == (at, 13)


def test_the_way_that_shows_an_issue_is_in_json(run: Run, small: Path) -> None:
    ended = run("check", small, "--format", "json")
    paths = [issue["path"] for issue in ended.json["files"][0]["issues"] if issue["path"]]

    assert paths
    assert all(set(step) == {"flow", "block", "exit"} for path in paths for step in path)


def test_a_hint_is_no_error(run: Run, small: Path) -> None:
    ready = SMALL.replace("{{ total }}", "{{ total | default: 0 }}")
    small.write_text(ready.replace("exits: {tea", "surprise: 1\n        exits: {tea"), "utf-8")
    ended = run("check", small, "--rule", "unknown-key", "--format", "json")

    assert ended.code == 0
    [file] = ended.json["files"]
    assert file["summary"] == {"errors": 0, "warnings": 0, "hints": 1}


def test_one_unreadable_file_does_not_hide_the_others(
    run: Run, small: Path, sample: Path, tmp_path: Path
) -> None:
    ended = run("check", tmp_path / "none.flow.yaml", sample, tmp_path, "--format", "json")

    assert ended.code == 2
    assert [file["file"] for file in ended.json["files"]] == [str(sample)]
    assert len(ended.err.splitlines()) == 2


def test_only_the_rules_that_are_named(run: Run, small: Path) -> None:
    small.write_text(SMALL.replace('label: {en: "Tea"}', "label: {}"), "utf-8")
    named = run("check", small, "--rule", "field-missing", "--rule", "VA01", "--format", "json")
    rules = {issue["rule"] for issue in named.json["files"][0]["issues"]}

    assert rules == {"field-missing", "variable-not-set"}
    assert run("check", small, "--rule", "filed-missing").err == (
        "There is no rule “filed-missing”. Did you mean “field-missing”?\n"
    )


def test_a_day_is_written_as_year_month_day(run: Run, small: Path) -> None:
    assert run("check", small, "--as-of", "2025-01-01").out == run("check", small).out
    ended = run("check", small, "--as-of", "31.12.2026")
    assert ended.code == 2
    assert ended.err == (
        "“31.12.2026” is no date. Write it as year-month-day, such as 2026-12-31.\n"
    )


def test_files_beside_the_project_are_measured(run: Run, small: Path) -> None:
    media = 'media: {kind: image, file: "big.png"}'
    drink = "      drink:\n        type: menu"
    assert drink in SMALL
    shown = f"      show:\n        type: message\n        {media}\n        exits: {{next: drink}}\n"
    small.write_text(SMALL.replace(drink, shown + drink), "utf-8")

    (small.parent / "big.png").write_bytes(bytes(5 * 1024 * 1024))
    assert "megabytes" not in run("check", small).out
    (small.parent / "big.png").write_bytes(bytes(6 * 1024 * 1024))
    assert "This file has 6.0 megabytes. WhatsApp takes at most 5 here." in run("check", small).out
