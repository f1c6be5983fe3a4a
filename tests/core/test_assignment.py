"""Dealing articles out: evenly, with a share for two, the same every time, and kept in the folder."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.assignment import FILE, Assignment, assign, assignment_for, read_assignment, write_assignment
from core.errors import BadRequest, FileUnreadable

NAMES = [f"{number}.txt" for number in range(100)]


def test_evenly_with_a_share_for_two():
    dealt = assign(NAMES, ["甲", "乙", "丙"], overlap=0.2, seed=3)
    assert sorted(map(len, dealt.articles.values())) == [40, 40, 40]
    assert dealt.shared == 20
    assert {name for given in dealt.articles.values() for name in given} == set(NAMES)


def test_what_was_dealt_out_stays_and_new_articles_are_dealt_out():
    before = assign(NAMES[:50], ["甲", "乙"], seed=1)
    after = assign(NAMES, ["甲", "乙", "丙"], seed=1, before=before)
    for name, given_before in before.articles.items():
        assert set(given_before) <= set(after.articles[name])
    assert sorted(map(len, after.articles.values())) == [33, 33, 34]
    only = assign(NAMES, ["丁"], before=after)
    assert only.articles["甲"] == after.articles["甲"]
    assert only.articles["丁"] == ()


@given(st.integers(0, 30), st.integers(1, 4), st.floats(0, 1), st.integers(0, 9))
def test_nobody_has_more_than_one_more_than_another(articles, people, overlap, seed):
    names = [f"人{number}" for number in range(people)]
    overlap = overlap if people > 1 else 0
    dealt = assign(NAMES[:articles], names, overlap=overlap, seed=seed)
    counts = [len(given) for given in dealt.articles.values()]
    assert max(counts) - min(counts) <= 1
    assert sum(counts) == articles + round(articles * overlap)
    assert all(len(set(given)) == len(given) for given in dealt.articles.values())
    assert dealt == assign(NAMES[:articles], names, overlap=overlap, seed=seed)


@pytest.mark.parametrize(
    ("names", "overlap"),
    [
        ([], 0),
        (["甲", "甲"], 0),
        (["a.b"], 0),
        ([""], 0),
        (["甲"], 0.5),
        (["甲", "乙"], 1.5),
        (["甲", "乙"], -1),
    ],
)
def test_what_cannot_be_dealt_out(names, overlap):
    with pytest.raises(BadRequest):
        assign(NAMES, names, overlap=overlap)


def test_it_is_kept_in_the_folder(tmp_path):
    dealt = assign(NAMES, ["甲", "乙"], overlap=0.1, seed=2, is_blind=True)
    assert read_assignment(tmp_path) is None
    write_assignment(tmp_path, dealt)
    assert read_assignment(tmp_path) == dealt
    assert assignment_for(tmp_path).annotators_of(dealt.articles["甲"][0])[0] == "甲"


@pytest.mark.parametrize("data", ["{", "[]", '{"articles": 3}', '{"articles": {"甲": 3}}', "{}"])
def test_a_broken_one_is_told(tmp_path, data):
    (tmp_path / FILE).write_text(data, encoding="utf-8")
    with pytest.raises(FileUnreadable):
        read_assignment(tmp_path)
    assert assignment_for(tmp_path) == Assignment()


def test_unknown_members_do_no_harm(tmp_path):
    (tmp_path / FILE).write_text(json.dumps({"articles": {"甲": ["a"]}, "x": 1}), encoding="utf-8")
    assert assignment_for(tmp_path).articles == {"甲": ("a",)}
