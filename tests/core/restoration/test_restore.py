"""Restoring: what is found on damaged pages, what is left alone on others."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.language.script import HANS, convert, converter, to_machine_traditional
from core.repairs import LOST, applied, compose
from core.restoration import Restoration, restore
from core.restoration.damage import Chain, damage

# A damaged page around the row in question, so that the words decide as on a real one.
PAGE = "去年以來，各地區縣圍繞產業發展，{}。這個項目讓當地農業、經濟都有了發展。"
GLOSSES = "個來區縣圍發產經濟業農當讓項這"


def read(source: str) -> tuple[Restoration, str]:
    restoration = restore(source)
    return restoration, compose(source, applied(restoration.repairs), converter(restoration.script)).text


# What stands for the damaged text, by DESIGN's table: source, reading, kind.
TABLE = [
    ("發(fā)", "发", "gloss"),
    ("運(yùn)輸?shù)榷鄠€(gè)", "运输等多个", "straddle"),
    ("日?qǐng)?bào)", "日报", "straddle"),
    ("域?qū)崿F(xiàn)", "域实现", "straddle"),
    ("資源?,F(xiàn)在", "资源。现在", "split"),
    ("。現(xiàn)", "。现", "gloss"),
]
# Clean text, further glosses, what is read, the kind; {} of PAGE.
FOUND = [
    ("類似的資源。現在已經有了", "", "类似的资源。现在已经有了", "split", "cut in front of a comma's bytes"),
    ("有了資源。可現在還不夠", "現", "有了资源。可现在还不够", "split", "a run of drift"),
    ("大家的生活。看到祖祖輩輩種地", "", "大家的生活。看到祖祖辈辈种地", "drift", "a longer run"),
    ("運輸等多個領域實現了", "數驅", "运输等多个领域实现了", "straddle", "glosses across characters"),
    ("這是f-35戰機", "莊", "这是f-35战机", "straddle", "a gloss across a character and a letter"),
]


@pytest.mark.parametrize(("source", "reading", "kind"), TABLE)
def test_rows_of_the_table(source: str, reading: str, kind: str) -> None:
    restoration, text = read(source)
    assert text == reading
    assert kind in {repair.kind for repair in restoration.repairs}


@pytest.mark.parametrize(("clean", "glosses", "reading", "kind", "comment"), FOUND)
def test_found_in_context(clean: str, glosses: str, reading: str, kind: str, comment: str) -> None:
    page = PAGE.format(clean)
    restoration, text = read(damage(page, Chain(glosses + GLOSSES)))
    assert text == convert(page, to=HANS), comment
    assert reading in text
    assert kind in {repair.kind for repair in restoration.repairs}


def test_what_is_eaten_is_lost_and_never_invented() -> None:
    page = PAGE.format("改善了生活。看到動力0.55千瓦的機器")
    restoration, text = read(damage(page, Chain(GLOSSES)))
    assert f"{LOST}.55千瓦" in text
    assert "0.55" not in text
    lost = [repair for repair in restoration.repairs if repair.kind == "lost"]
    assert [(repair.proved, repair.reason) for repair in lost] == [(False, "lost")]


def test_a_vanished_pair_is_lost() -> None:
    page = PAGE.format("都改善了。看到他們的行動，善於做事的個人很多")
    _, text = read(damage(page, Chain(GLOSSES, split_marks="？")))
    assert LOST in text
    assert "于做事的个人很多" in text


def test_entities_and_doubled_marks_of_a_damaged_page() -> None:
    page = PAGE.format("做好工作，&#xff0c;大家充滿喜悅&#xff0c;。我們#xff0c;都好")
    _, text = read(damage(page, Chain(GLOSSES)))
    assert "做好工作，大家充满喜悦。我们，都好" in text


def test_half_width_stays_in_numbers_times_and_addresses() -> None:
    page = PAGE.format("上午8:30有1,000人（約占三成）看了www.a.com和QQ(992 5835)，對嗎？好！")
    _, text = read(damage(page, Chain(GLOSSES)))
    assert "上午8:30有1,000人（约占三成）看了www.a.com和QQ(992 5835)，对吗？好！" in text


LEFT_ALONE = [
    ("重庆(Chóngqìng)位于中国西南，简称渝(yú)。", "a textbook with readings"),
    ("饕(tāo)餮(tiè)是传说中的神兽。饕字难写，餮字也难写。", "a dictionary"),
    ("春(chūn)天(tiān)到(dào)了(le)，花(huā)开(kāi)了。", "a children's reader"),
    ("怎么办??我也不知道,谁来帮帮我?!急!!", "a forum"),
    ("if (a?b:c) { return f(x, y); } // 三元运算符?,不难", "code"),
    ("E = mc^2, f(x) = ax + b?", "a formula"),
    ("Is it? Yes, it is (really)!", "English"),
    ("好开心😀👨‍👩‍👧！明天见~", "emoji with their joiners"),
    ("臺灣大學與香港大學共同發表了研究報告，內容涉及氣候變遷。", "an article from Taiwan"),
    ("子曰：「學而時習之，不亦說乎？」", "an ancient text"),
    ("价格是€20，合人民币160元?", "a euro and a question"),
]


@pytest.mark.parametrize(("text", "comment"), LEFT_ALONE)
def test_left_alone(text: str, comment: str) -> None:
    restoration = restore(text)
    assert restoration.repairs == (), comment
    assert not restoration.is_damaged
    assert restoration.script.source == restoration.script.reading


CLEAN = st.text(
    st.sampled_from("發展經濟區縣現實。，可看到的祖輩種個億數日報資源請驅域"), min_size=1, max_size=30
)


@settings(max_examples=40, deadline=None)
@given(CLEAN, st.permutations("發經區現個數報請"))
def test_no_source_breaks_the_inverse(clean: str, glosses: list[str]) -> None:
    source = damage(PAGE.format(clean), Chain("".join(glosses) + GLOSSES))
    restoration, text = read(source)
    ends = [repair.span.end for repair in restoration.repairs]
    assert ends == sorted(ends)
    for repair in restoration.repairs:
        assert repair.span.of(source) == repair.original
        if repair.proved:
            assert repair.confidence == 1.0
    again, _ = read(text)
    assert all(repair.status == "suggested" for repair in again.repairs)


NEWS = st.lists(
    st.sampled_from(
        [
            "推動產業發展",
            "前不久",
            "總投資10億元",
            "實現全方位對接",
            "現在",
            "可持續發展",
            "領域",
            "重慶日報",
            "看到了成果",
        ]
    ),
    min_size=1,
    max_size=8,
)


@settings(max_examples=30, deadline=None)
@given(NEWS, st.sampled_from(["，", "，！？", ""]))
def test_damage_comes_back_or_is_flagged(phrases: list[str], marks: str) -> None:
    clean = PAGE.format("。".join(phrases))
    restoration, text = read(damage(clean, Chain(GLOSSES + "現實對報", split_marks=marks)))
    flagged = any(not r.proved for r in restoration.repairs)
    assert text == convert(clean, to=HANS) or flagged


def test_a_character_chosen_among_many_that_fit_is_not_proved() -> None:
    """The pair FB A1 vanishes out of 果。: 成功 explains the bytes as well as 成果。, and is likelier."""
    clean = PAGE.format("推動產業發展。看到了成果。實現全方位對接")
    restoration, text = read(damage(clean, Chain(GLOSSES + "現實對報")))
    assert "成功" not in text
    assert "。看到了成▯" in text
    repair = next(r for r in restoration.repairs if "成▯" in r.replacement)
    assert (repair.kind, repair.proved) == ("lost", False)
    assert "成功" in repair.evidence


def test_simplified_input_of_the_chain() -> None:
    clean = to_machine_traditional("重庆市发展经济。现在，各区县推动产业发展，实现目标！")
    _, text = read(damage(clean, Chain("發經濟區縣現實產業動標")))
    assert text == "重庆市发展经济。现在，各区县推动产业发展，实现目标！"


def test_a_character_that_ends_as_the_full_stop_does_is_not_taken_for_one() -> None:
    """海 BAA3 and 。 A1A3 leave the same half in front of a cut: 上海“ is not 上。“."""
    clean = PAGE.format("沉舟側畔。公司遷到上海“中路”一帶。現在")
    restoration, text = read(damage(clean, Chain(GLOSSES)))
    assert "上。" not in text
    assert "上海“" in text or "上▯“" in text
    assert restoration.is_damaged
