"""Whatever stands in a project, what it costs can be told, in both languages."""

from hypothesis import HealthCheck, given, settings

from flowdesigner.costs import words
from flowdesigner.costs.assumptions import assumptions
from flowdesigner.costs.forecast import Asked, forecast
from flowdesigner.costs.likely_ways import likely_ways
from flowdesigner.model.project import Project
from flowdesigner.texts import LANGUAGES, set_language
from tests.strategies import projects


@given(projects())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_it_has_a_forecast(project: Project) -> None:
    for flow in project.flows or {"": None}:
        found = forecast(project, Asked(flow=flow))
        assert all(line.messages >= 0 for line in found.lines)
        assert 0 <= found.going_round <= 1 + 1e-6
        assert sum(way.share for way in likely_ways(found)) <= 1 + 1e-6
        for language in LANGUAGES:
            set_language(language)
            assert words.money_and_sum(found)
            assert all("{" not in str(each) for each in assumptions(found)[1:])
        set_language("en")
