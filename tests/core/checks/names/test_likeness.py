"""Characters that are taken for one another."""

from __future__ import annotations

import random

import pytest

from core.checks.names.likeness import alike, is_in_gb2312, likeness

CHARACTERS = [c for c in map(chr, range(0x4E00, 0x9FA6)) if is_in_gb2312(c)]


@pytest.mark.parametrize("character", random.Random(9).sample(CHARACTERS, 8))
def test_all_that_are_like_one_are_those_that_are_like_it_one_by_one(character):
    others = {other: likeness(character, other) for other in CHARACTERS if other != character}
    assert alike(character) == {other: like for other, like in others.items() if like}
