"""What speaks for a name and against it, and what its confidence says then."""

from __future__ import annotations

import pytest

from core import assets
from core.article import ReadingText
from core.recognition.name_confidence import evidence_of
from core.recognition.names import find_names, found_under

ARTICLE = "江州市长王强说，青溪县医院由王强主持扩建。"

PAIRS = [
    # a name in a text, a more doubtful one, comment
    (
        ("市长王强说，路通了。", "王强"),
        ("他昨天在白鲜喝茶。", "白鲜"),
        "an office beside it, a place that none knows",
    ),
    (("重庆市渝北区的企业", "重庆市"), ("星芒微的产品", "星芒微"), "a place of the lexicon, a coined word"),
    (("本报讯（记者 彭瑜）天晴了。", "彭瑜"), ("田野说，天晴了。", "田野"), "the byline, a word as a name"),
]


def confidences(text: str) -> dict[str, float]:
    reading = ReadingText.of_body(text, text)
    return {name.span.of(text): name.confidence for name in find_names(reading)}


@pytest.mark.parametrize(("certain", "doubtful", "comment"), PAIRS)
def test_doubtful_names_come_first(certain: tuple[str, str], doubtful: tuple[str, str], comment: str) -> None:
    doubt = confidences(doubtful[0]).get(doubtful[1], 0.0)
    assert 1 > confidences(certain[0])[certain[1]] > doubt, comment


def test_evidence_is_that_of_the_weights() -> None:
    weights = assets.load_toml("models/name_confidence.toml")["weights"]
    found = found_under(ReadingText.of_body(ARTICLE, ARTICLE), None)
    kinds = {kind for evidence in evidence_of(found) for kind in evidence}
    assert {kind for kind in kinds if not kind.startswith("origin")} <= set(weights)
    assert all(kind.startswith(("origin ", "label ", "tagger ")) for kind in set(weights) - kinds)


def test_a_name_that_stands_often_is_surer() -> None:
    found = found_under(ReadingText.of_body(ARTICLE, ARTICLE), None)
    often = [
        evidence["often"]
        for name, evidence in zip(found.names, evidence_of(found), strict=True)
        if name.span.of(ARTICLE) == "王强"
    ]
    assert len(often) == 2
    assert min(often) > 0
    assert assets.load_toml("models/name_confidence.toml")["weights"]["often"] > 0


def test_a_confidence_is_the_same_on_every_system() -> None:
    """Its last digits would follow the C library's exponential, and sidecars of two systems differ."""
    assert all(value == round(value, 4) for value in confidences(ARTICLE).values())
