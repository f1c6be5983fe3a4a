"""The sample and ten siblings with other figures and dates: nothing is known by heart."""

from tests.figure_siblings import GOLD, make_figure_siblings, sibling_scores
from tests.gold_format import load_gold


def test_most_figures_of_a_sibling_are_others():
    gold = load_gold(GOLD)
    before = [mark.span.of(gold.text) for mark in gold.marks if mark.value]
    for sibling in make_figure_siblings(gold, 3):
        after = [mark.span.of(sibling.text) for mark in sibling.marks if mark.value]
        assert sum(a != b for a, b in zip(before, after, strict=True)) >= 0.6 * len(before)


def test_all_but_two_figures_are_found_with_their_values_and_no_false_ones():
    for name, score in sibling_scores():
        assert score.false == 0, (name, score.notes)
        assert score.right_values >= score.right + score.missed - 2, (name, score.notes)
