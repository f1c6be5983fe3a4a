"""Everyday damage of office files: suggested with its reason, never applied; sound text is left alone."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from core.language.script import HANS, HANT, convert
from core.repairs import LOST, compose
from core.restoration import restore

ARTICLE = (
    "江州市临泽县白鹭镇昨日举行春季农产品推介会，来自全国各地的一百二十多家企业到场洽谈。\n"
    "据了解，今年以来全镇新增茶园三千余亩，带动当地农民人均增收两千多元，产业发展势头良好。\n"
    "镇党委书记表示，下一步将继续完善基础设施，吸引更多企业投资，让群众得到更多实惠。\n"
    "记者在现场看到，前来咨询的客商络绎不绝，不少人当场签订了采购合同，总金额超过一亿元。"
)

FOUND = [
    ("他说，鎴戜滑閮芥槸学生。", "鎴戜滑閮芥槸", "我们都是", "encoding"),
    ("鎴戜滑閮芥槸涓\ue15e浗浜恒€�\n", "鎴戜滑閮芥槸涓\ue15e浗浜恒€�", "我们都是中国人。", "encoding"),
    ("来自 æˆ‘ä»¬æ˜¯ä¸­å›½äºº 的信", "æˆ‘ä»¬æ˜¯ä¸­å›½äºº", "我们是中国人", "encoding"),
    ("作者：ÎÒÃÇÊÇÖÐ¹úÈË", "ÎÒÃÇÊÇÖÐ¹úÈË", "我们是中国人", "encoding"),
    ("作者说：扂蠅岆笢弊ㄐ", "扂蠅岆笢弊ㄐ", "我们是中国！", "encoding"),
    ("标题锟斤拷锟斤拷内容", "锟斤拷锟斤拷", LOST, "encoding"),
    ("标题锟劫匡拷锟斤拷讯", "锟劫匡拷锟斤拷", LOST, "encoding"),
    ("����Ѷ 内容", "����Ѷ", LOST, "encoding"),
    ("作者：§Ú­Ì¬O¤¤°ê¤H", "§Ú\xadÌ¬O¤¤°ê¤H", "我們是中國人", "encoding"),
    ("重庆\u200b市发\ufeff展", "\u200b", "", "invisible"),
    ("重庆\uf0b7市发展", "\uf0b7", "", "invisible"),
    ("\ue5e5\ue5e5重庆市发展", "\ue5e5\ue5e5", "", "invisible"),
    ("他说&amp;quot;好&amp;quot;\n", "&amp;quot;", '"', "entity"),
]


@pytest.mark.parametrize(("text", "original", "replacement", "kind"), FOUND)
def test_it_is_suggested(text: str, original: str, replacement: str, kind: str) -> None:
    first = restore(text).repairs[0]
    assert (first.original, first.replacement, first.kind) == (original, replacement, kind)
    assert first.status == "suggested"
    assert first.evidence


LEFT_ALONE = [
    ("她颤颤巍巍地掏出一捆皱巴巴的钞票，嗫嚅着说不出话来。", "rare characters that are meant"),
    ("喀喇昆仑山麓的垃圾填埋场，蝙蝠、蜥蜴、蟑螂、蚯蚓俱全。", "many of them in a row"),
    ("ПравдаはロシアのしんぶんですГазета", "Russian and Japanese"),
    ("他来自\ue12f，是本地人。", "an old emoji in the private area"),
    ("看到这里就哭了\ufffd\ufffd\ufffd\ufffd", "an emoji that a forum lost"),
    ("复制之前先拷贝，严刑拷打之后招了。", "words with a character of 锟斤拷"),
    ("Le café où la déléguée a été élue est fermé", "French"),
    ("Ärzte ÄÖÜäöüß für Größe", "German"),
    ("床前明月光\n疑是地上霜\n举头望明月\n低头思故乡", "verse"),
    ("图片\n图片\n图片\n图片", "a short line again and again"),
    (ARTICLE, "an article"),
]


@pytest.mark.parametrize(("text", "comment"), LEFT_ALONE)
def test_sound_text_is_left_alone(text: str, comment: str) -> None:
    assert restore(text).repairs == (), comment


def _accepted(shown: str) -> str:
    repairs = [replace(repair, status="applied") for repair in restore(shown).repairs]
    return compose(shown, repairs, str).text


@pytest.mark.parametrize(
    ("written", "read"),
    [("utf-8", "gb18030"), ("utf-8", "latin-1"), ("utf-8", "cp1252"), ("gbk", "latin-1"), ("gbk", "cp1252")],
)
def test_a_page_in_a_wrong_encoding_comes_back(written: str, read: str) -> None:
    got = _accepted(ARTICLE.encode(written).decode(read, "replace"))
    wrong = sum(a not in (b, LOST) for a, b in zip(got, ARTICLE, strict=False))
    assert len(got) == len(ARTICLE)
    assert wrong == 0
    assert got.count(LOST) <= len(ARTICLE) // 20


@pytest.mark.parametrize("read", ["gb18030", "latin-1"])
def test_a_traditional_page_in_big5_comes_back(read: str) -> None:
    clean = convert(ARTICLE, to=HANT)
    assert _accepted(clean.encode("big5").decode(read)) == clean


def test_a_page_whose_utf8_was_read_as_latin_twice_comes_back() -> None:
    assert _accepted(ARTICLE.encode().decode("latin-1").encode().decode("latin-1")) == ARTICLE


@pytest.mark.parametrize(("written", "read"), [("gbk", "utf-8"), ("big5", "utf-8")])
def test_a_page_that_no_bytes_are_left_of_is_told(written: str, read: str) -> None:
    """Nothing is made up: all that is said is what was lost and what to do about it."""
    shown = convert(ARTICLE, to=HANT).encode(written).decode(read, "replace")
    repairs = restore(shown).repairs
    assert "\N{REPLACEMENT CHARACTER}" not in _accepted(shown)
    assert {repair.replacement for repair in repairs} == {LOST}
    assert all("换编码重新打开" in repair.evidence for repair in repairs)


def test_a_page_in_gbk_read_as_big5_comes_back() -> None:
    """Without the characters that Big5 has no place for."""
    clean = "".join(c for c in ARTICLE if len(c.encode("gbk").decode("big5hkscs", "replace")) == 1)
    assert _accepted(clean.encode("gbk").decode("big5hkscs", "replace")) == clean


@pytest.mark.parametrize("unit", ["é" + "\N{REPLACEMENT CHARACTER}" * 9, "é\N{REPLACEMENT CHARACTER}"])
def test_thousands_of_replacement_characters_beside_letters_take_no_time(unit: str) -> None:
    began = time.process_time()
    restore(unit * 5_000)
    assert time.process_time() - began < 2


@pytest.mark.parametrize(
    ("written", "read", "script", "most_lost"),
    [
        ("gbk", "cp950", HANS, 0.1),
        ("gbk", "big5", HANS, 0.1),
        ("big5", "gbk", HANT, 0.15),
        ("gbk", "cp949", HANS, 0.05),
        ("gbk", "euc_kr", HANS, 0.05),
    ],
)
def test_single_bytes_that_are_lost_put_nothing_out_of_step(
    written: str, read: str, script: str, most_lost: float
) -> None:
    """Where a pair has no character only its first byte goes; the words tell which it was, or it is lost."""
    clean = convert(ARTICLE, to=script)
    got = _accepted(clean.encode(written).decode(read, "replace"))
    assert len(got) == len(clean)
    assert got.count(LOST) <= most_lost * len(clean)
    assert sum(a not in (b, LOST) for a, b in zip(got, clean, strict=True)) <= 0.01 * len(clean)


@pytest.mark.parametrize(
    ("written", "read", "told"),
    [("gbk", "cp949", "以GBK写成，误作韩文"), ("big5", "gb18030", "以Big5写成，误作GBK")],
)
def test_which_encodings_were_taken_for_each_other_is_told(written: str, read: str, told: str) -> None:
    shown = convert(ARTICLE, to=HANT if written == "big5" else HANS).encode(written).decode(read, "replace")
    assert all(told in repair.evidence for repair in restore(shown).repairs)


@pytest.mark.parametrize("read", ["big5", "big5hkscs", "cp950", "cp949", "euc_kr"])
def test_utf8_of_which_too_little_is_left_is_told_line_by_line(read: str) -> None:
    shown = ARTICLE.encode().decode(read, "replace")
    repairs = [repair for repair in restore(shown).repairs if repair.kind == "encoding"]
    assert len(repairs) == len(ARTICLE.split("\n"))
    assert set(_accepted(shown)) <= set(ARTICLE) | {LOST}
    assert all("以UTF-8写成" in repair.evidence for repair in repairs)


def test_a_long_line_that_is_misread_here_and_there_takes_no_longer_for_each_of_its_parts() -> None:
    line = ARTICLE.replace("\n", "")
    part = convert(line, to=HANT).encode("big5").decode("gbk", "replace") + line
    began = time.process_time()
    repairs = restore(part * 20).repairs
    assert len(repairs) >= 20
    assert time.process_time() - began < 5


def _in_columns(text: str, count: int) -> str:
    return "\n".join(line[i : i + count] for line in text.split("\n") for i in range(0, len(line), count))


def test_hard_line_breaks_are_taken_out() -> None:
    broken = _in_columns(ARTICLE, 18)
    assert {repair.kind for repair in restore(broken).repairs} == {"linebreak"}
    assert _accepted(broken) == ARTICLE


def test_running_heads_are_taken_out_with_the_breaks_around_them() -> None:
    lines = _in_columns(ARTICLE, 18).split("\n")
    head = "江州日报 第{}版 要闻"
    sheets = (lines[i : i + 4] for i in range(0, len(lines), 4))
    shown = "".join(
        f"{head.format(n)}\n" * (n > 1) + "\n".join(sheet) + "\n" for n, sheet in enumerate(sheets, 1)
    )
    got = _accepted(shown)
    assert "江州日报" not in got
    assert got.strip() == ARTICLE


def test_a_paragraph_that_stands_twice_is_told() -> None:
    lines = ARTICLE.split("\n")
    (repair,) = restore("\n".join([*lines, lines[1], "（完）"])).repairs
    assert (repair.kind, repair.original, repair.replacement) == ("duplicate", lines[1] + "\n", "")
    assert "整行重出" in repair.evidence
