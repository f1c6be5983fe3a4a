"""Whatever an article says, the checks answer, and quote what stands there."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from core.checks import agreements, find_findings
from core.checks.material import Material
from core.language.script import convert
from tests.planted import document_of, load_sound

PIECES = re.findall(
    "[^|]+",
    "0|1|12|86|2025|9999|0.5|1,484|２０|100%|45.0%|0.3个百分点|三成|一半|3:2|三分之一|约300人|至少5家|零下28摄氏度"
    "|4.62万人次|2.36亿元|7200元|每人|每亩|其中|合计|共|其余|分别为|占|率为|比去年的|增长|下降|由|增至|相差|历时|为期"
    "|周年|岁|出生|1978年|2月30日|13月1日|31日|25时70分|（星期三）|五月初五|卅一|端午节|除夕|（|）|“|”|《|》|，|。|；|：|、"
    "|\n|\n\n|世纪|19|末|至|—|-|截止|布署|的的|全长全长|臺|&nbsp;|\ufffd|李慕青|李慕清|湖北省荆州市秭归县|今年底|去年|已",
)


@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
@settings(max_examples=60, deadline=None)
def test_no_words_stop_the_checks(body):
    document = document_of(f"标题\n\n2025年6月18日　星期三\n\n{body}\n", "any")
    for finding in find_findings(document):
        assert finding.places
        assert all(place.span.of(document.text) == place.quote for place in finding.places)
        assert [place.span for place in finding.places] == sorted(place.span for place in finding.places)
    agreements(document)


def test_an_empty_article_raises_nothing():
    assert find_findings(document_of("", "empty")) == ()


def test_a_traditional_article_is_asked_the_same_questions():
    body = "6月17日（星期三），全縣共有學校86所，其中小學51所，中學25所，職業學校15所。"
    document = document_of(f"海豐縣召開會議\n\n2025年6月18日　星期三\n\n{body}\n", "hant")
    assert [finding.rule for finding in document.findings] == ["weekday", "sum"]


def test_sound_articles_are_sound_in_traditional_characters_too():
    texts = list(load_sound("first").values())[:6]
    documents = [document_of(convert(text, to="hant"), "hant") for text in texts]
    assert [f.message for d in documents for f in d.findings if f.severity != "low"] == []


def test_a_paragraph_without_end_is_compared_in_pieces():
    sentence = "全县12个乡镇共有学校86所，其中小学51所，中学25所，占比分别为59.3%、29.1%，户均3000元，"
    material = Material(document_of("标题\n\n2025年6月18日\n\n" + sentence * 200, "endless"))
    paragraphs = [material.paragraph(number) for number in {each.paragraph for each in material.sentences}]
    assert max(len(each.span) for each in material.sentences) <= 500
    assert max(sum(len(material.sentences[place].span) for place in each) for each in paragraphs) <= 2500
