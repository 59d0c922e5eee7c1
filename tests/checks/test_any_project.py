"""Whatever stands in a project, it can be checked, every issue can be worded, every fix applied."""

import re

from hypothesis import HealthCheck, given, settings

from flowdesigner.checks.check import check
from flowdesigner.model.project import Project
from flowdesigner.texts import LANGUAGES, set_language
from tests.strategies import projects

_UNFILLED = re.compile(
    r"\{(variable|language|field|exit|target|flow|channel|name|names|other|key|id|label|written)\}"
)


@given(projects())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_it_can_be_checked(project: Project) -> None:
    issues = check(project)
    for language in LANGUAGES:
        set_language(language)
        assert not [each for each in issues if _UNFILLED.search(str(each.message))]
    set_language("en")
    for issue in issues:
        flow = project.flows.get(issue.flow) if issue.flow is not None else None
        assert (flow is None) is (issue.flow is None)
        if issue.block is not None:
            assert flow is not None
            assert issue.block in flow.blocks
        for fix in issue.fixes:
            fixed = fix.edit.apply(project)
            assert isinstance(fixed, Project)
            assert str(fix.title)
