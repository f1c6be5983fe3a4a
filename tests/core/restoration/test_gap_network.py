"""The gap network: which character is missing between two others."""

from __future__ import annotations

import pytest

from core.restoration.gap_network import gap_network

SENTENCE = "会议提出，要提高服务水，发展经济社会事业，建设人民的城市。"


def test_a_row_for_each_likely_place_and_a_column_for_each_character() -> None:
    places, scores = gap_network().scores(SENTENCE, "平近性")
    assert scores.shape == (len(places), 3)
    assert places.tolist() == sorted({*places.tolist()})
    assert SENTENCE.index("，发展") in places


@pytest.mark.parametrize(
    ("text", "character"),
    [
        ("要提高生活水|，", "平"),
        ("他努力学|外语。", "习"),
        ("这是根本|的变化。", "性"),
        ("|年来发展很快。", "近"),
    ],
)
def test_the_place_that_misses_a_character_stands_out(text: str, character: str) -> None:
    place, plain = text.index("|"), text.replace("|", "")
    places, scores = gap_network().scores(plain, [character])
    assert places[scores[:, 0].argmax()] == place


def test_scores_do_not_depend_on_where_a_long_text_is_cut() -> None:
    text = (SENTENCE * 120)[:3000]
    whole = _by_place(text)
    window = _by_place(text[1900:2300])
    inside = {place + 1900: score for place, score in window.items() if 100 <= place < 300}
    expected = {place: score for place, score in whole.items() if 2000 <= place < 2200}
    assert inside == pytest.approx(expected, abs=1e-3)
    assert inside


def _by_place(text: str) -> dict[int, float]:
    places, scores = gap_network().scores(text, "平")
    return dict(zip(places.tolist(), scores[:, 0].tolist(), strict=True))


def test_an_empty_text_misses_nothing() -> None:
    places, scores = gap_network().scores("", "平")
    assert (len(places), scores.shape) == (0, (0, 1))
