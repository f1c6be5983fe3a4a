from __future__ import annotations

import pytest

from core.document import Annotation
from core.entities.abbreviations import is_short_form
from core.entities.gathering import group
from core.text.spans import Span


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


def test_the_place_before_decides_between_namesakes() -> None:
    text = "长春市朝阳区与北京市朝阳区；长春朝阳区"
    names = [("LOC", words) for words in ("长春市", "朝阳区", "北京市", "朝阳区", "长春", "朝阳区")]
    marks = _annotations(text, *names)
    grouping = group(marks, text)
    assert [e.code for e in grouping.entities] == ["220100", "220104", "110000", "110105"]
    assert grouping.by_annotation["a1"] == grouping.by_annotation["a5"] != grouping.by_annotation["a3"]


HOLDERS = [
    # text, who stands behind the last name (its words), comment
    ("市长王守信到会。王市长说", "王守信", "the only one of that office"),
    ("市长王守信、副市长王强到会。王市长说", "王守信", "the office itself before its deputy's"),
    ("副市长王强到会。王市长说", "王强", "deputies are called without 副"),
    ("市长王守信到会。王先生说", "王", "another of that family name"),
    ("县长王强、县长王守信到会。王县长说", "王", "two of them: apart"),
]


@pytest.mark.parametrize(("text", "whole", "comment"), HOLDERS)
def test_a_family_name_with_an_office(text: str, whole: str, comment: str) -> None:
    people = sorted((words for words in ("王守信", "王强") if words in text), key=text.index)
    span = Span(text.rindex("王"), text.rindex("王") + 1)
    marks = [
        *_annotations(text, *(("PER", words) for words in people)),
        Annotation("b", "PER", span, "王", span),
    ]
    grouping = group(marks, text)
    names = {entity.id: entity.name for entity in grouping.entities}
    assert names[grouping.by_annotation["b"]] == whole, comment


RESOLVED = [
    # places of a text, the code of the last, comment
    (("徐州市", "鼓楼区"), "320302", "the city decides within a province"),
    (("湘西土家族苗族自治州", "湘西"), "433100", "its own full form"),
    (("江南",), None, "a region as well"),
    (("安徽", "安庆", "太湖"), "340825", "a lake as well, but its city is named"),
    (("太湖",), None, "a lake"),
    (("彭水县",), "500243", "an autonomous county without its peoples"),
    (("芜湖经济技术开发区",), None, "a zone is no division"),
    (("中国", "中"), "CN", "one character"),
    (("香港", "港"), "810000", "one character, the last"),
]


@pytest.mark.parametrize(("places", "code", "comment"), RESOLVED)
def test_codes(places: tuple[str, ...], code: str | None, comment: str) -> None:
    text = "、".join(places)
    marks = _annotations(text, *(("LOC", place) for place in places))
    grouping = group(marks, text)
    found = {e.id: e.code for e in grouping.entities}
    assert found[grouping.by_annotation[marks[-1].id]] == code, comment


def test_what_is_known_by_itself_is_not_short_for_another_country_s() -> None:
    assert len(_cards("商务部与美国商务部", ("ORG", "商务部"), ("ORG", "美国商务部"))) == 2


SHORT = [
    ("ORG", "市发改委", "重庆市发展和改革委员会", True),
    ("ORG", "云雾茶业", "青溪县云雾茶业(集团)有限公司", True),
    ("ORG", "江南重工", "江南重工股份有限公司", True),
    ("ORG", "县医院", "城口县人民医院", True),
    ("ORG", "县医院", "江州市第一人民医院", False),
    ("ORG", "西南大学", "西南政法大学", False),
    ("ORG", "重庆市发改委", "重庆市发展和改革委员会", True),
    ("ORG", "西南交大", "西南交通大学", True),
    ("ORG", "西南交通大学", "西南交通大学希望学院", False),
    ("ORG", "市中院", "江州市中级人民法院", True),
    ("ORG", "陆海冷链", "重庆陆海冷链物流有限公司", True),
    ("ORG", "松岩热力", "松岩市热力集团有限公司", True),
    ("ORG", "海牛队", "青岛海牛足球俱乐部", True),
    ("ORG", "江州队", "江州医药集团", False),
    ("ORG", "中国足协", "中国足球协会", True),
    ("ORG", "重庆农商行", "重庆农村商业银行股份有限公司", True),
    ("ORG", "重庆银行", "重庆农村商业银行股份有限公司", False),
    ("ORG", "中国银行", "中国人民银行", False),
    ("ORG", "重庆", "重庆钢铁股份有限公司", False),
    ("ORG", "市人社局", "松岩市人力资源和社会保障局", True),
    ("ORG", "江州医院", "江州中医院", False),
    ("LOC", "芜湖经开区", "芜湖经济技术开发区", True),
    ("LOC", "经开区", "芜湖经济技术开发区", True),
    ("LOC", "新区", "江北区", False),
    ("LOC", "江州", "江州大桥", False),
    ("PER", "王", "王强", False),
    ("PER", "老田", "田茂林", False),
]


@pytest.mark.parametrize(("label", "short", "full", "expected"), SHORT)
def test_short_forms(label: str, short: str, full: str, expected: bool) -> None:
    assert is_short_form(label, short, full) is expected
