from __future__ import annotations

import pytest

from core.document import Annotation
from core.entities import group, is_short_form
from core.spans import Span


def _annotations(text: str, *names: tuple[str, str]) -> list[Annotation]:
    found, place = [], 0
    for number, (label, words) in enumerate(names):
        place = text.index(words, place)
        span = Span(place, place + len(words))
        found.append(Annotation(f"a{number}", label, span, words, span))
        place = span.end
    return found


def _cards(text: str, *names: tuple[str, str]) -> list[tuple[str, tuple[str, ...], str | None]]:
    return [(e.name, e.variants, e.code) for e in group(_annotations(text, *names), text).entities]


def test_a_division_is_one_thing_with_its_code() -> None:
    text = "渝北区、渝北与重庆"
    assert _cards(text, ("LOC", "渝北区"), ("LOC", "渝北"), ("LOC", "重庆")) == [
        ("渝北区", ("渝北",), "500112"),
        ("重庆市", ("重庆",), "500000"),
    ]


def test_the_province_of_the_article_decides_between_namesakes() -> None:
    text = "长春朝阳区"
    assert _cards(text, ("LOC", "长春"), ("LOC", "朝阳区"))[1] == ("朝阳区", (), "220104")
    assert _cards("朝阳区", ("LOC", "朝阳区")) == [("朝阳区", (), None)]


def test_a_place_that_the_lexicon_does_not_know() -> None:
    text = "青溪县和青溪"
    assert _cards(text, ("LOC", "青溪县"), ("LOC", "青溪")) == [("青溪县", ("青溪",), None)]


def test_two_possible_full_forms_stay_apart() -> None:
    text = "江州市、江州区与江州"
    assert len(_cards(text, ("LOC", "江州市"), ("LOC", "江州区"), ("LOC", "江州"))) == 3


def test_a_short_form_that_the_article_introduces() -> None:
    text = "江南重型机械厂（以下简称“江重”）投产，江重称"
    names = (("ORG", "江南重型机械厂"), ("ORG", "江重"), ("ORG", "江重"))
    assert _cards(text, *names) == [("江南重型机械厂", ("江重",), None)]


def test_every_annotation_knows_its_entity_and_rejected_ones_have_none() -> None:
    text = "张三和李四"
    first, second = _annotations(text, ("PER", "张三"), ("PER", "李四"))
    grouping = group([first, second], text)
    assert grouping.by_annotation == {"a0": "e1", "a1": "e2"}


def test_traditional_forms_are_grouped_and_shown_as_written() -> None:
    text = "重慶市與重慶"
    assert _cards(text, ("LOC", "重慶市"), ("LOC", "重慶")) == [("重慶市", ("重慶",), "500000")]


SHORT = [
    ("ORG", "市发改委", "重庆市发展和改革委员会", True),
    ("ORG", "云雾茶业", "青溪县云雾茶业(集团)有限公司", True),
    ("ORG", "江南重工", "江南重工股份有限公司", True),
    ("ORG", "县医院", "城口县人民医院", True),
    ("ORG", "县医院", "江州市第一人民医院", False),
    ("ORG", "西南大学", "西南政法大学", False),
    ("ORG", "重庆市发改委", "重庆市发展和改革委员会", True),
    ("LOC", "江州", "江州大桥", False),
    ("PER", "王", "王强", False),
    ("PER", "老田", "田茂林", False),
]


@pytest.mark.parametrize(("label", "short", "full", "expected"), SHORT)
def test_short_forms(label: str, short: str, full: str, expected: bool) -> None:
    assert is_short_form(label, short, full) is expected
