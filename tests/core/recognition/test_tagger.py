"""The network in NumPy: packing, the best sequence, and the same answer alone and in company."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.recognition.recurrent import pack, viterbi
from core.recognition.tagger import GUIDELINES, LABELS, load_tagger

SENTENCES = ["重庆市长张三访问北京大学。", "天气晴好。", "", "𠮷🙂\ud7ff", "新华社北京电" * 20, "甲"]
LENGTHS = st.lists(st.integers(1, 9), min_size=1, max_size=5).map(lambda sizes: sorted(sizes, reverse=True))


@settings(max_examples=50, deadline=None)
@given(LENGTHS)
def test_the_packed_layout_holds_every_character_once(lengths: list[int]) -> None:
    packing = pack(lengths, list(range(len(lengths))))
    rows = [packing.rows(i).tolist() for i in range(len(lengths))]
    assert sorted(row for each in rows for row in each) == list(range(sum(lengths)))
    for each in rows:
        assert packing.turned[each].tolist() == each[::-1]


@settings(max_examples=30, deadline=None)
@given(LENGTHS.map(lambda sizes: [min(size, 4) for size in sizes[:3]]), st.integers(0, 1000))
def test_the_best_sequence_is_the_best_of_all(lengths: list[int], seed: int) -> None:
    draw = np.random.default_rng(seed)
    packing = pack(lengths, list(range(len(lengths))))
    scores = draw.normal(size=(sum(lengths), 3)).astype(np.float32)
    transitions = draw.normal(size=(3, 3)).astype(np.float32)
    tags = viterbi(scores, packing, transitions)
    for i, length in enumerate(lengths):
        rows = packing.rows(i)

        def total(path: tuple[int, ...], rows: np.ndarray = rows) -> float:
            moves = zip((0, *path), path, strict=False)
            return float(scores[rows, path].sum() + sum(transitions[a, b] for a, b in moves))

        best = max(product(range(3), repeat=length), key=total)
        assert total(tuple(tags[rows].tolist())) == pytest.approx(total(best), abs=1e-4)


def test_sentences_are_tagged_alike_alone_and_in_company() -> None:
    tagger = load_tagger()
    together = tagger.tag(SENTENCES, GUIDELINES)
    for sentence, tagged in zip(SENTENCES, together, strict=True):
        (alone,) = tagger.tag([sentence], GUIDELINES)
        assert [(n.start, n.end, n.label) for n in alone.names] == [
            (n.start, n.end, n.label) for n in tagged.names
        ]
        np.testing.assert_allclose(alone.presence, tagged.presence, atol=1e-4)
        assert len(tagged.presence) == len(sentence)


def test_names_lie_inside_the_sentence_and_apart() -> None:
    for sentence, tagged in zip(SENTENCES, load_tagger().tag(SENTENCES, GUIDELINES), strict=True):
        place = 0
        for name in tagged.names:
            assert place <= name.start < name.end <= len(sentence)
            assert name.label in LABELS
            assert 0 < name.score <= 1
            place = name.end


def test_every_guideline_has_a_head() -> None:
    assert set(GUIDELINES) <= set(load_tagger().heads)
    assert sum(GUIDELINES.values()) == 1
