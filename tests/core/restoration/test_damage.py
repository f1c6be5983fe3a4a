"""The forward model, on every row of DESIGN's table of damage."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.language.script import to_machine_traditional
from core.restoration import codepage
from core.restoration.damage import Chain, damage, extract, gloss
from core.restoration.readings import first_reading

SPLIT_OFF = ""
ROWS = [
    ("發", Chain("發"), "發(fā)", "gloss after a whole character"),
    ("運輸等多個", Chain("運數個"), "運(yùn)輸?shù)榷鄠€(gè)", "94B5 stands across 輸 and 等"),
    ("日報", Chain("報請"), "日?qǐng)?bào)", "D588 stands across 日 and 報, both halves eaten"),
    ("域實現", Chain("驅實現"), "域?qū)崿F(xiàn)", "F28C stands across 域 and 實"),
    ("資源。現在", Chain("現"), "資源?,F(xiàn)在", "A3AC stands across 。 and 現"),
    ("。可現實", Chain("現實"), "??涩F(xiàn)實(shí)", "a run of drift until an ASCII byte"),
    ("。看到祖祖輩輩種", Chain(), "??吹阶孀孑呡叿N", "a longer one; N is the trail byte of 種"),
    ("。看到個", Chain(split_marks=SPLIT_OFF), "。看到個", "no split, no drift"),
    ("。看到功能個", Chain(), "??吹焦δ軅€", "a lone 80"),
    ("。可動力0.55千瓦", Chain(), "??蓜恿?.55千瓦", "the run's end eats a digit"),
    ("。看行動，善于做個", Chain(split_marks="？"), "??葱袆樱朴谧鰝€", "ACC9 is private: two bytes gone"),
    ("工作，&#xff0c;做", Chain(), "工作,，做", "doubled punctuation from an entity"),
    ("喜悅&#xff0c;。", Chain(), "喜悅，。", "the same before a full stop"),
    ("。可行&#xff0c;他", Chain(), "??尚?#xff0c;他", "an entity that lost its ampersand"),
    ("。可行</strong>他", Chain(), "??尚?/strong>他", "a tag that lost its bracket"),
    ("服務平臺就近良性", Chain(filtered="平近性习"), "服務臺就良", "filtered characters"),
    ("（一：二）", Chain(), "(一:二)", "full-width forms are folded"),
    ("前，後。現在。可以", Chain(unsplit=frozenset({1, 2})), "前,後。現在。可以", "not split at every place"),
]


@pytest.mark.parametrize(("clean", "chain", "expected", "comment"), ROWS)
def test_the_table(clean: str, chain: Chain, expected: str, comment: str) -> None:
    assert damage(clean, chain) == expected, comment


def test_bytes_of_the_table() -> None:
    assert codepage.encode("輸等") == bytes.fromhex("dd94 b5c8")
    assert codepage.encode("數") == bytes.fromhex("94b5")
    assert codepage.encode("，！？") == bytes.fromhex("a3ac a3a1 a3bf")
    assert codepage.encode("種") == bytes.fromhex("b74e")
    assert codepage.decode(bytes.fromhex("acc9 f8a1 a140")) == ""
    assert codepage.decode(bytes.fromhex("80 28 ff")) == "€(?"


def test_a_gloss_inside_a_gloss_list_goes_by_order() -> None:
    assert damage("日報", Chain("請報")) == "日?qǐng)?"


@given(
    st.lists(st.sampled_from("日報請運輸等數個運磏玭"), unique=True),
    st.text("日報請運輸等數個運磏玭a，"),
    st.data(),
)
def test_glosses_go_one_after_another(order: list[str], clean: str, data: st.DataObject) -> None:
    stream = codepage.encode(clean)
    stream = stream[data.draw(st.integers(0, 1)) :]
    expected = stream
    for character in order:
        pair = codepage.encode(character)
        expected = expected.replace(pair, pair + codepage.encode(f"({first_reading(character)})"))
    assert gloss(stream, "".join(order)) == expected


def test_extraction_leaves_residue() -> None:
    assert extract("a<p>b</p>/p>&amp;#xff0c;") == "ab/p>&#xff0c;"


def test_the_machine_table_leaves_what_it_leaves() -> None:
    assert to_machine_traditional("后里于系制干采云余并占着") == "后里于系制干采云余并占著"
