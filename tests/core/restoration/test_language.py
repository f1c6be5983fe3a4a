"""The character model: one cost, several after the same two characters, and many at once are the same."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from core.restoration.language import BOUNDARY, language, normalized


def test_it_prefers_chinese() -> None:
    model = language()
    assert model.text_cost(normalized("我们都是中国人")) < model.text_cost(normalized("们我是都国中人"))


@given(st.lists(st.text("我们的国发展平0A，。㐀", min_size=3, max_size=3), min_size=1))
def test_costs_are_the_same_however_they_are_asked_for(grams: list[str]) -> None:
    model = language()
    codes = np.array([model.encode(gram) for gram in grams], np.int64)
    one_by_one = [model.cost(gram[0], gram[1], gram[2]) for gram in grams]
    assert model.costs(codes[:, 0], codes[:, 1], codes[:, 2]).tolist() == one_by_one
    first, second, _ = codes[0].tolist()
    after_the_same = [model.cost(grams[0][0], grams[0][1], gram[2]) for gram in grams]
    assert model.code_costs(first, second, codes[:, 2].tolist()) == after_the_same
    assert model.costs(first, second, codes[:, 2]).tolist() == after_the_same


def test_a_text_costs_what_its_characters_cost() -> None:
    text = "发展经济"
    around = BOUNDARY + text
    parts = [language().cost(*around[i : i + 3]) for i in range(len(text))]
    assert language().text_cost(text) == sum(parts)
