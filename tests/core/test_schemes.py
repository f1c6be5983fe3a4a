"""Label schemes: the shipped one, a dataset's own, what is said of a broken one, and writing one down."""

import pickle
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.document import SchemeRecord
from core.errors import FileMissing, SchemeBroken
from core.schemes import (
    SCHEME_FILE,
    ArticleLabelSpec,
    AttributeSpec,
    LabelSpec,
    RelationSpec,
    Scheme,
    default_scheme,
    guidelines_of,
    load_scheme,
    problems_of,
    scheme_for,
    scheme_from,
    toml_of,
)

NAMES = "PER LOC ORG WORK TERM DATE TIME DURATION SET MONEY PERCENT MEASURE COUNT ORDINAL NUMBER"


def test_the_default_scheme_holds_the_labels_of_the_guideline():
    scheme = default_scheme()
    assert sorted(label.name for label in scheme.labels) == sorted(NAMES.split())
    assert [label.key for label in scheme.labels[:10]] == [*"1234567890"]
    assert all(label.titles["zh"] and label.titles["en"] for label in scheme.labels)
    assert {label.name: label.shape for label in scheme.labels}["DATE"] == "ruler"
    assert len(scheme.record.sha256) == 64
    assert scheme.overlap == "none"
    assert "标注" in guidelines_of(scheme)


OWN = """\
name = "财经"
version = 2
overlap = "nested"
guidelines = "规范.md"

[[labels]]
name = "公司"
title = { zh = "公司", en = "Company" }
hue = "org"
key = "1"
holds = ["人物"]
recognizes = ["ORG"]

[[labels.attributes]]
name = "listed"
choices = ["沪", "深"]

[[labels.attributes]]
name = "code"
kind = "text"

[[labels]]
name = "人物"
recognizes = ["PER"]

[[relations]]
name = "works_for"
title = { zh = "任职" }
from = ["人物"]
to = ["公司"]

[[article_labels]]
name = "topic"
choices = ["股市", "楼市"]
multiple = true
"""


@pytest.fixture
def own(tmp_path: Path) -> Scheme:
    (tmp_path / SCHEME_FILE).write_text(OWN, encoding="utf-8")
    (tmp_path / "规范.md").write_text("# 公司\n全称优先。\n", encoding="utf-8")
    return scheme_for(tmp_path / "a.txt")


def test_a_dataset_brings_its_own_scheme(own: Scheme, tmp_path: Path):
    company = own.labels[0]
    assert (own.record.name, own.record.version) == ("财经", "2")
    assert company.attributes == (
        AttributeSpec("listed", {}, "choice", ("沪", "深")),
        AttributeSpec("code", {}, "text"),
    )
    assert own.found_as == {"ORG": "公司", "PER": "人物"}
    assert [relation.name for relation in own.relations_between("人物", "公司")] == ["works_for"]
    assert own.relations_between("公司", "人物") == ()
    assert own.article_labels == (ArticleLabelSpec("topic", {}, ("股市", "楼市"), True),)
    assert guidelines_of(own) == "# 公司\n全称优先。\n"
    below = tmp_path / "一月" / "b.txt"
    below.parent.mkdir()
    assert scheme_for(below) == own, "a folder below follows the same scheme"


def test_an_article_elsewhere_follows_the_shipped_scheme(tmp_path: Path):
    assert scheme_for(tmp_path / "a.txt") is default_scheme()


LABEL = 'name = "n"\nversion = 1\n[[labels]]\nname = "A"\n'
BROKEN = [
    ("name =", "line 1: the file is not TOML"),
    ('version = "1"\n[[labels]]\nname = "A"', "“name” is missing"),
    ('name = "n"\n[[labels]]\nname = "A"', "“version” is missing"),
    ('name = "n"\nversion = 1', "at least one label"),
    ('name = "n"\nversion = 1\nlabels = [1]', "“labels” must be tables that begin with [[labels]]"),
    (LABEL + 'hue = "red"', "line 3, A: “hue” is “red”, which is none of per"),
    (LABEL + 'group = "things"', "line 3, A: “group” is “things”"),
    (LABEL + 'title = "甲"', "line 3, A: “title” must name languages"),
    (LABEL + "key = 1", "line 3, A: “key” must be words in quotation marks"),
    (LABEL + 'key = "q"', "line 3, A: the key “q” can't be used"),
    (LABEL + 'key = "1"\n[[labels]]\nname = "B"\nkey = "1"', "line 6, B: the key “1” is taken by A"),
    (LABEL + '[[labels]]\nname = "A"', "line 5, A: the name “A” is used twice"),
    (LABEL + '[[labels]]\nname = "B C"', "line 5, B C: a name needs letters or digits and no spaces"),
    (LABEL + 'colour = "per"', "line 3, A: “colour” is no key here; known are name title hue"),
    (LABEL + 'holds = ["Z"]', "line 3, A: “holds” names the label “Z”"),
    (LABEL + 'holds = "A"', "line 3, A: “holds” must be a list of words"),
    (LABEL + '[[labels.attributes]]\nname = "k"\nkind = "choice"', "line 5, A · k: a choice needs"),
    (LABEL + '[[labels.attributes]]\nname = "k"\nkind = "date"', "line 5, A · k: “kind” is “date”"),
    (LABEL + '[[labels]]\nname = "B"\nrecognizes = ["A"]', "line 5, B: what the recognizer finds as A"),
    (LABEL + '[[relations]]\nname = "r"\nto = ["Z"]', "line 5, r: “to” names the label “Z”"),
    (LABEL + '[[article_labels]]\nname = "t"', "line 5, t: a choice needs its “choices”"),
    (LABEL + '[[article_labels]]\nname = "t"\nchoices = ["a", "a"]', "“a” stands there twice"),
    (LABEL + '[[article_labels]]\nname = "t"\nchoices = ["a"]\nmultiple = 1', "must be true or false"),
    ('overlap = "some"\n' + LABEL, "“overlap” is “some”, which is none of none nested free"),
    ('guidelines = "../g.md"\n' + LABEL, "“guidelines” must be the name of a file beside the scheme"),
]


@pytest.mark.parametrize(("toml", "said"), BROKEN)
def test_a_broken_scheme_says_where_and_what_to_do(tmp_path: Path, toml: str, said: str):
    path = tmp_path / "s.toml"
    path.write_text(toml, encoding="utf-8")
    with pytest.raises(SchemeBroken) as caught:
        load_scheme(path)
    assert said in str(caught.value)
    assert pickle.loads(pickle.dumps(caught.value)).problems == caught.value.problems


def test_every_problem_is_told_at_once_in_the_order_of_the_file(tmp_path: Path):
    path = tmp_path / "s.toml"
    path.write_text(LABEL + 'hue = "red"\n[[labels]]\nname = "B"\nkey = "w"', encoding="utf-8")
    with pytest.raises(SchemeBroken) as caught:
        load_scheme(path)
    assert [problem.line for problem in caught.value.problems] == [3, 6]


def test_a_scheme_that_is_not_utf_8_or_not_there(tmp_path: Path):
    path = tmp_path / "s.toml"
    path.write_bytes(b'name = "\xff"')
    with pytest.raises(SchemeBroken, match="not UTF-8"):
        load_scheme(path)
    with pytest.raises(FileMissing):
        load_scheme(tmp_path / "none.toml")


def test_a_label_needs_no_more_than_its_name(tmp_path: Path):
    [label] = scheme_from(LABEL.encode(), None).labels
    assert (label.hue, label.group, label.key, label.shape) == ("term", "names", "", "tint")
    assert label.found_as == ("A",)


def test_the_shipped_scheme_written_down_reads_the_same():
    scheme = default_scheme()
    again = scheme_from(toml_of(scheme).encode(), None)
    assert replace(again, record=scheme.record) == scheme


WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8)
NAME = st.from_regex(r"\A[a-z一-龥]{1,6}\Z")
TITLES = st.dictionaries(st.sampled_from(["zh", "en"]), WORDS)


@given(st.data())
def test_any_scheme_written_down_reads_the_same(data: st.DataObject):
    names = data.draw(st.lists(NAME, min_size=1, max_size=4, unique=True))
    some = st.lists(st.sampled_from(names), unique=True).map(tuple)
    choices = st.lists(WORDS, min_size=1, max_size=3, unique=True).map(tuple)
    attribute = st.builds(AttributeSpec, NAME, TITLES, st.just("choice"), choices)
    labels = tuple(
        LabelSpec(
            name,
            data.draw(TITLES),
            key=str(number),
            attributes=tuple(data.draw(st.lists(attribute, max_size=2, unique_by=lambda each: each.name))),
            holds=data.draw(st.none() | some),
            recognizes=(name,),
        )
        for number, name in enumerate(names)
    )
    relation = st.builds(RelationSpec, NAME, TITLES, some, some)
    question = st.builds(ArticleLabelSpec, NAME, TITLES, choices, st.booleans())
    scheme = Scheme(
        SchemeRecord(data.draw(NAME), data.draw(WORDS), ""),
        labels,
        data.draw(st.sampled_from(["none", "nested", "free"])),
        tuple(data.draw(st.lists(relation, max_size=2, unique_by=lambda each: each.name))),
        tuple(data.draw(st.lists(question, max_size=2, unique_by=lambda each: each.name))),
    )
    assert list(problems_of(scheme)) == []
    again = scheme_from(toml_of(scheme).encode(), None)
    assert replace(again, record=scheme.record) == replace(scheme, record=replace(scheme.record, sha256=""))


def test_values_stand_under_labels_that_the_recognizer_gives_values_of_one_kind():
    labels = (
        LabelSpec("钱", recognizes=("MONEY",)),
        LabelSpec("数", recognizes=("COUNT", "NUMBER")),
        LabelSpec("人", recognizes=("PER",)),
        LabelSpec("新", recognizes=()),
    )
    scheme = Scheme(SchemeRecord("own", "1", ""), labels)
    kept = {(a.name, b.name) for a in labels for b in labels if scheme.keeps_value(a.name, b.name)}
    assert kept == {("钱", "钱"), ("钱", "数"), ("数", "钱"), ("数", "数")}
