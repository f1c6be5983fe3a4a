"""Relations between figures: what is proposed, and what nearly holds but for a slip of the pen."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest

from core.checks.material import Material
from core.checks.numbers.reckoning import candidates_of
from core.checks.numbers.reckoning.operands import operands_of, slips_of
from core.checks.numbers.reckoning.sieve import Sieve
from core.checks.numbers.reckoning.sums import sum_of
from core.checks.numbers.reckonings import MOST, parts_of

# An article's words, and what reckons with what in them: the kind, then what is reckoned and what from.
HOLD = [
    ("全县有中学48所，其中初中36所、高中12所。", "sum", "48所 36所 12所"),
    ("营业收入18.4亿元，上年同期为16亿元，同比增长15%。", "rise", "15% 18.4亿元 16亿元"),
    ("路灯由60盏减到45盏，减少25%。", "fall", "25% 45盏 60盏"),
    ("参赛1250人，入选875人，占70%。", "share", "70% 875人 1250人"),
    ("新馆面积1.2万平方米，是老馆3000平方米的4倍。", "multiple", "4倍 1.2万平方米 3000平方米"),
    ("抢修队36支，每支8人，共288人。", "product", "8人 288人 36支"),
    ("橙子2.1万吨，每公斤6元，卖出1.26亿元。", "product", "6元 1.26亿元 2.1万吨"),
    ("竞得三块地，分别为5.4亿元、4亿元和3.8亿元，共13.2亿元。", "sum", "13.2亿元 5.4亿元 4亿元 3.8亿元"),
    ("失业率30%，比上年同期的26.5%提高3.5个百分点。", "sum", "30% 26.5% 3.5个百分点"),
    ("赛场座位4800个，观众4320人，上座率90%。", "rate", "90% 4320人 4800个"),
]

# Words in which no such relation holds, though it nearly does.
NEARLY = [
    ("全县有中学48所，其中初中36所、高中16所。", "sum", "48所 36所 16所"),
    ("营业收入18.4亿元，上年同期为16亿元，同比增长13%。", "rise", "13% 18.4亿元 16亿元"),
    ("抢修队36支，每支8人，共268人。", "product", "8人 268人 36支"),
    ("竞得三块地，分别为5.4亿元、4亿元和3.6亿元，共13.2亿元。", "sum", "13.2亿元 5.4亿元 4亿元 3.6亿元"),
]


@pytest.fixture
def proposed(marked):
    """The relations in an article: whether each holds, by its kind and its figures."""

    def make(body):
        operands = operands_of(Material(marked(body)))
        return {
            (each.kind, " ".join(operands[slot].quote for slot in each.slots)): each.holds
            for each in candidates_of(operands)
        }

    return make


@pytest.mark.parametrize(("body", "kind", "figures"), HOLD)
def test_what_reckons_is_seen_to(proposed, body, kind, figures):
    assert proposed(body).get((kind, figures)) is True


@pytest.mark.parametrize(("body", "kind", "figures"), NEARLY)
def test_a_slip_keeps_it_from_holding(proposed, body, kind, figures):
    assert proposed(body).get((kind, figures)) is False


def test_no_sum_is_sieved_out(marked):
    words = (
        "、".join(f"{n * n % 97 + 3}万元" for n in range(12))
        + "、"
        + "、".join(str(n * 37 % 800) + "人" for n in range(9, 21))
    )
    operands = operands_of(Material(marked(f"投入{words}。")))
    families = [[n for n, each in enumerate(operands) if each.unit == unit] for unit in ("元", "人")]
    triples = [
        (whole, one, other)
        for places in families
        for whole in places
        for one, other in combinations([place for place in places if place != whole], 2)
    ]
    wanted = [triple for triple in triples if sum_of(operands, triple[0], triple[1:])]
    passed = set(Sieve(operands).passed(triples))
    assert wanted
    assert passed.issuperset(wanted)
    assert len(passed) < len(triples) / 2


def test_a_collection_is_asked_about_in_parts(marked):
    filler = "共有7人。\n" * 600
    operands = operands_of(Material(marked(f"抢修队36支，每支8人，共268人。\n{filler}")))
    parts = list(parts_of(operands))
    assert [each for part in parts for each in part] == operands
    assert len(parts) == 1 + len(operands) // MOST
    assert all(one[-1].paragraph < other[0].paragraph for one, other in pairwise(parts))


def test_what_is_no_row_of_digits_has_no_slips():
    assert slips_of("-4") == ()
    assert 40 in slips_of("46")
