"""How well a character reads where it is put in."""

from __future__ import annotations

from hashlib import sha256

import numpy as np
import pytest

from core.assets import path_of
from core.restoration.dropped import FILTERED
from core.restoration.insertions import MODEL, TAGGER, fitness

CASES = [
    ("要提高生活水|，发展经济。", "平"),
    ("他从小努力学|外语。", "习"),
    ("这是一次根本|的变化。", "性"),
    ("他住在学校附|的村子里。", "近"),
]


@pytest.mark.parametrize(("text", "character"), CASES)
def test_what_stood_there_reads_better_than_the_others(text: str, character: str) -> None:
    place, plain = text.index("|"), text.replace("|", "")
    odds = dict(zip(FILTERED, fitness(plain, [(place, other) for other in FILTERED]), strict=True))
    assert max(odds, key=odds.__getitem__) == character
    assert odds[character] > 0


@pytest.mark.parametrize(("text", "character"), CASES)
def test_it_reads_worse_at_nearly_every_other_place(text: str, character: str) -> None:
    place, plain = text.index("|"), text.replace("|", "")
    odds = fitness(plain, [(other, character) for other in range(len(plain) + 1)])
    assert (odds > odds[place]).sum() <= 1


def test_it_was_learnt_from_the_tagger_that_is_shipped() -> None:
    with np.load(path_of(MODEL)) as stored:
        assert str(stored["read_by"]) == sha256(path_of(TAGGER).read_bytes()).hexdigest()


def test_lines_around_do_not_matter_and_ends_of_the_text_do_no_harm() -> None:
    alone = fitness("提高水", [(3, "平"), (0, "平")])
    within = fitness("上一行\n提高水\n下一行", [(7, "平"), (4, "平")])
    assert within == pytest.approx(alone, abs=1e-4)
