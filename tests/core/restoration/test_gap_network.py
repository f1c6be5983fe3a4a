"""The gap network: which character is missing between two others."""

from __future__ import annotations

import numpy as np
import pytest

from core.restoration.gap_network import gap_network

SENTENCE = "会议提出，要提高服务水，发展经济社会事业，建设人民的城市。"


def test_a_row_for_each_place_and_a_column_for_each_character() -> None:
    scores = gap_network().scores(SENTENCE, "平近性")
    assert scores.shape == (len(SENTENCE) + 1, 3)


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
    scores = gap_network().scores(plain, [character])[:, 0]
    assert scores.argmax() == place


def test_scores_do_not_depend_on_where_a_long_text_is_cut() -> None:
    text = (SENTENCE * 120)[:3000]
    whole = gap_network().scores(text, "平")
    window = gap_network().scores(text[1900:2300], "平")
    assert np.allclose(whole[2000:2200], window[100:300], atol=1e-3)


def test_an_empty_text_has_one_place() -> None:
    assert gap_network().scores("", "平").shape == (1, 1)
