"""Words of four characters that begin or end as others do, sought at places of a text."""

from __future__ import annotations

import pytest

from core.checks.writing.idioms import idioms_beside
from core.language.segmentation import dictionary_words


@pytest.mark.parametrize(
    ("text", "start", "idiom"),
    [
        pytest.param("后来据上", 0, "后来居上", id="the third character"),
        pytest.param("他们𠮷后莱居上", 3, "后来居上", id="behind a character beyond the first plane"),
    ],
)
def test_an_idiom_with_a_wrong_character_is_beside_it(text: str, start: int, idiom: str) -> None:
    assert idiom in idioms_beside(text, [start])[start]


@pytest.mark.parametrize(("text", "starts"), [("", []), ("后", [0]), ("后来居", [0]), ("他后来居上", [2])])
def test_where_four_characters_do_not_fit_or_are_like_none_there_is_nothing(
    text: str, starts: list[int]
) -> None:
    assert not idioms_beside(text, starts)


def test_they_are_all_of_the_dictionary_that_share_a_half_in_its_order() -> None:
    text = "众志成城共克时艰欢天喜地"
    starts = range(len(text) - 3)
    words = dictionary_words(4)
    for start in starts:
        head, tail = text[start : start + 2], text[start + 2 : start + 4]
        expected = [word for word in words if word[:2] == head] + [word for word in words if word[2:] == tail]
        assert list(idioms_beside(text, starts).get(start, [])) == expected
