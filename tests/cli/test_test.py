"""`flowdesigner test`."""

from pathlib import Path

from tests.cli.conftest import SMALL, Run


def test_conversations_that_go_as_saved(run: Run, small: Path) -> None:
    ended = run("test", small)

    assert ended.code == 0
    assert ended.out.splitlines() == [
        "as saved   tea",
        f"{small}: 1 of 1 conversations went as saved; they take 2 of 6 exits",
    ]


def test_the_exits_that_none_takes_can_be_named(run: Run, small: Path) -> None:
    ended = run("test", small, "--coverage")

    assert ended.code == 0
    assert len(ended.out.splitlines()) == 2 + 6 - 2
    assert "not taken  main.drink: no_reply" in ended.out.splitlines()


def test_the_first_line_that_differs_is_told(run: Run, small: Path, sample: Path) -> None:
    text = SMALL.replace("      - tap: tea\n", '      - say: "milk"\n      - bot: main.sorry\n')
    small.write_text(text, "utf-8")
    line = text.splitlines().index("      - bot: main.sorry") + 1
    ended = run("test", small, sample)

    assert ended.code == 1
    assert ended.out.splitlines()[0] == (
        f"different  tea: {small}:{line}: step 4: expected: the bot says main.sorry; "
        "but: the conversation has ended"
    )


def test_an_unreadable_file_is_neither(run: Run, small: Path, tmp_path: Path) -> None:
    ended = run("test", tmp_path / "none.flow.yaml", small)

    assert ended.code == 2
    assert "as saved   tea" in ended.out
