"""The canonical text of a file in any style: the same project, and every comment still there."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field

from hypothesis import given, settings
from hypothesis import strategies as st

from flowdesigner.formats.native.canonical import canonical_text
from flowdesigner.formats.native.dump import plain, write_project
from flowdesigner.formats.native.read import read_project
from flowdesigner.model.project import Project
from tests.formats.native.foreign_style import ForeignStyle
from tests.strategies import projects


@dataclass
class NumberedComments(ForeignStyle):
    """Writes many comments, no two of them the same."""

    written: list[str] = field(default_factory=list)

    def _above(self, pad: str) -> Iterator[str]:
        if self.chance.random() < 0.2:
            yield pad + self._comment()

    def _behind(self) -> str:
        return f" {self._comment()}" if self.chance.random() < 0.2 else ""

    def _comment(self) -> str:
        self.written.append(f"# no. {len(self.written)} §")
        return self.written[-1]


@given(projects(), st.integers(0, 10**6), st.sampled_from((2, 4)), st.booleans())
@settings(max_examples=100, deadline=None)
def test_style_changes_neither_the_project_nor_loses_a_comment(
    project: Project, seed: int, indent: int, windows: bool
) -> None:
    style = NumberedComments(random.Random(seed), indent)
    opened = read_project(style.file(plain(project), windows=windows, bom=windows))
    text = canonical_text(opened.project, opened.tree)
    again = read_project(text.encode())

    assert again.project == project
    assert [text.count(comment) for comment in style.written] == [1] * len(style.written)
    assert canonical_text(again.project, again.tree) == text
    assert text.endswith("# the end\n")


@given(projects())
@settings(max_examples=50, deadline=None)
def test_what_the_program_wrote_is_in_style(project: Project) -> None:
    text = write_project(project)
    opened = read_project(text.encode())

    assert canonical_text(opened.project, opened.tree) == text
