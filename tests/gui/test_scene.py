"""What a scene finds by place is what a look at everything finds."""

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.document import Document, Finding, Place
from core.text.spans import Span
from gui.article.scene import Scene
from gui.look.metrics import load_metrics
from gui.look.theme import load_theme

spans = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 60), st.integers(0, 20))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(spans, max_size=12), spans)
def test_questions_are_found_by_place(document: Document, places: list[Span], span: Span) -> None:
    findings = tuple(
        Finding(f"f{number}", "sum", "low", "?", (Place(place, ""),)) for number, place in enumerate(places)
    )
    scene = Scene(replace(document, findings=findings), {}, load_theme("light"), load_metrics())
    found = list(scene.questions_in(span))
    assert found == [row for row in scene.questions if row[0].overlaps(span)]
    assert scene.is_in_doubt(span) == bool(found)
