"""Script: detection, and conversion that keeps its length."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.document import ScriptChoice
from core.language.script import convert, converter, detect_script, find_other_script, weigh_script

TO_HANS = [
    ("一區兩群區縣對口協同發展", "一区两群区县对口协同发展", "one to one"),
    ("后里于系制干采云余并占", "后里于系制干采云余并占", "leftovers of machine tables stay"),
    ("朝著目標，著眼長遠，看著窗外", "朝着目标，着眼长远，看着窗外", "machine tables write 著 for 着"),
    ("著名作家的著作成效顯著", "著名作家的著作成效显著", "words that keep 著"),
    ("拿著名單，寫著作業", "拿着名单，写着作业", "they only look like those words"),
    ("乾隆年間的乾坤，乾淨的乾糧", "乾隆年间的乾坤，干净的干粮", "乾 stays in names"),
    ("瞭望塔，瞭解", "瞭望塔，了解", "phrase against character"),
    ("Danqian 2.0 €😀", "Danqian 2.0 €😀", "nothing to convert"),
]
TO_HANT = [
    ("皇后在后面", "皇后在後面", "phrases decide"),
    ("头发发展", "頭髮發展", "two characters in one form"),
    ("干部擦干", "幹部擦乾", "three characters in one form"),
    ("山峰下的人群", "山峰下的人群", "the forms in use, not OpenCC's own standard"),
]


@pytest.mark.parametrize(("text", "expected", "comment"), TO_HANS)
def test_to_simplified(text: str, expected: str, comment: str) -> None:
    assert convert(text, to="hans") == expected, comment


@pytest.mark.parametrize(("text", "expected", "comment"), TO_HANT)
def test_to_traditional(text: str, expected: str, comment: str) -> None:
    assert convert(text, to="hant") == expected, comment


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("发後乾隆著着名后面里裡台臺湾瞭解A1，\n😀"), max_size=40))
def test_conversion_keeps_the_length(text: str) -> None:
    assert len(convert(text, to="hans")) == len(convert(text, to="hant")) == len(text)


def test_detection() -> None:
    assert detect_script("重庆市发展") == "hans"
    assert detect_script("重慶市發展") == "hant"
    assert detect_script("2022 English only") == "hans"
    assert weigh_script("这个项目發展重慶").is_mixed
    assert not weigh_script("後里于系，重慶發展").is_mixed


def test_other_script_is_found_in_runs() -> None:
    text = "这个项目屬於重庆，發展很快的地区经济"
    assert [span.of(text) for span in find_other_script(text)] == ["屬", "發"]


def test_no_conversion_where_the_scripts_are_one() -> None:
    assert converter(ScriptChoice("hans", "hans"))("畢昇与毕昇") == "畢昇与毕昇"
    assert converter(ScriptChoice("hant", "hans"))("發展") == "发展"
