"""TERM: found, left alone, known failures."""

from __future__ import annotations

import pytest

from core.article import ReadingText
from core.recognition.terms import find_terms

FOUND = [
    ("推进“一区两群”协调发展", ["“一区两群”"], "numbers and what they count"),
    ("“十四五”开局之年", ["“十四五”"], "a plan's period"),
    ("“碳达峰、碳中和”目标", ["“碳达峰、碳中和”"], "parallel parts"),
    ("探索“研发在渝北、生产在云阳”模式", ["“研发在渝北、生产在云阳”"], "parallel parts with places"),
    ("开展“飞地建园”“景园共建”等领域合作", ["“飞地建园”", "“景园共建”"], "the follower counts for the row"),
    ("“‘资源+市场’供需合作”", ["‘资源+市场’"], "marks inside marks"),
    ("围绕“五个振兴”，加快", ["“五个振兴”"], ""),
    ("推行“一案双查”机制。另据“一案双查”办", ["“一案双查”", "“一案双查”"], "a term once is one everywhere"),
    ("“双减”政策", ["“双减”"], ""),
    ("十四五规划和一带一路", ["十四五", "一带一路"], "known without marks"),
    ("「一國兩制」", ["「一國兩制」"], "corner marks; read in Simplified"),
]
LEFT_ALONE = [
    ("“输血”与“造血”并重", "irony"),
    ("“三管齐下”，联手", "an idiom"),
    ("“教育是社会进步的基石。”他说", "speech"),
    ("“我们一定行”", "speech without a full stop"),
    ("建设“渝北云阳产业协作孵化园”", "the name of an institution"),
    ("签订“对口协作框架协议”", "a document"),
    ("增强“造血功能”；", "two words of four characters without company"),
    ("“", "a lone mark"),
]


def _terms(text: str) -> list[str]:
    simplified = text.replace("國", "国").replace("兩", "两")
    mentions = find_terms(ReadingText.of_body(text, simplified))
    return [m.span.of(text) for m in sorted(mentions, key=lambda m: m.span)]


@pytest.mark.parametrize(("text", "terms", "comment"), FOUND)
def test_found(text: str, terms: list[str], comment: str) -> None:
    assert _terms(text) == terms, comment


@pytest.mark.parametrize(("text", "comment"), LEFT_ALONE)
def test_left_alone(text: str, comment: str) -> None:
    assert _terms(text) == [], comment
