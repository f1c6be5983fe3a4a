"""Pages of many shapes, in ``tests/data/pages``: ``# field: value`` lines, then ``kind<TAB>paragraph`` lines.

A ``+`` before the kind sets the block on the line of the one above; ``\\n`` in a paragraph is a line break.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.language.script import convert
from core.structure import read_structure

DATA = Path(__file__).parents[2] / "data"
PAGES = sorted((DATA / "pages").glob("*.tsv"))


def _read_page(path: Path) -> tuple[str, list[tuple[str, str]], dict[str, str]]:
    text, blocks, facts = "", [], {}
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.startswith("# "):
            name, _, value = line[2:].partition(": ")
            facts[name] = value
            continue
        kind, _, words = line.partition("\t")
        words = words.replace("\\n", "\n")
        text += ("  " if kind.startswith("+") else "\n") + words
        if words:
            blocks.append((kind.lstrip("+"), words))
    return text[1:], blocks, facts


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_page(path: Path) -> None:
    text, blocks, facts = _read_page(path)
    article = read_structure(text, convert(text, to="hans"))
    assert [(block.kind, block.span.of(text)) for block in article.blocks] == blocks
    found = {
        "title": article.title,
        "published": article.published,
        "publisher": article.publisher,
        "authors": "、".join(article.authors),
        "editor": article.editor,
    }
    assert {name: value for name, value in found.items() if value} == facts


def test_sample_article() -> None:
    folder = DATA / "articles" / "chongqing"
    text = (folder / "restored.txt").read_text(encoding="utf-8")
    article = read_structure(text, text)
    wanted = [
        tuple(line.split("\t"))
        for line in (folder / "structure.txt").read_text(encoding="utf-8").split("\n")
        if line
    ]
    found = [(block.kind, block.span.of(text)[:12]) for block in article.blocks]
    assert [(kind, words.strip()) for kind, words in found] == [(k, w.strip()) for k, w in wanted]
    assert article.title == "重庆：“一区两群”区县对口协同发展开局良好"
    assert (article.published, article.publisher) == ("2022-01-05T08:40:36", "重庆日报")
    assert (article.authors, article.editor) == (("彭瑜",), "ruirui")


def test_contacts_inside_the_article_are_text() -> None:
    text = "年报发布\n公司营收增长。\n投资者咨询电话：021-5566 1288。目前，总市值逾80亿元。\n（编辑：许诺）"
    kinds = [block.kind for block in read_structure(text, text).blocks]
    assert kinds == ["title", "body", "body", "credit"]


LINES = (
    "重庆：开局良好",
    "2022-01-05 来源：重庆日报  分享",
    "本报讯（记者 彭瑜）昨日。",
    "　　正文一段。",
    "",
    "版权所有",
    "上一篇：甲",
)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.one_of(st.sampled_from(LINES), st.text(" \n\u3000甲，。>|（）", max_size=20)), max_size=12)
)
def test_every_character_has_one_block(lines: list[str]) -> None:
    text = "\n".join(lines)
    covered: list[int] = []
    for block in read_structure(text, text).blocks:
        words = block.span.of(text)
        assert words == words.strip()
        covered += range(block.span.start, block.span.end)
    assert covered == sorted(set(covered))
    assert all(text[i].isspace() for i in set(range(len(text))) - set(covered))


def test_a_chronicle_below_the_text_is_no_dateline() -> None:
    text = "桥梁专家逝世\n他设计了许多座桥。\n【生平】\n1938年3月5日 出生\n1998年 退休\n2025年7月25日 逝世"
    article = read_structure(text, text)
    assert "dateline" not in [block.kind for block in article.blocks]
    assert article.published is None


@pytest.mark.parametrize("name", ["提要", "摘要", "导语", "核心提示", "核心阅读", "内容提要", "要点"])
def test_a_paragraph_that_opens_with_its_name_in_brackets_is_a_digest(name: str) -> None:
    text = f"卒中中心运行一年\n【{name}】一年溶栓252人；用时缩短到36分钟。\n一年来，中心溶栓252人，占两成。"
    assert [block.kind for block in read_structure(text, text).blocks] == ["title", "digest", "body"]


def test_a_sentence_that_begins_with_the_same_characters_is_none() -> None:
    text = "大会开幕\n代表们发言踊跃。\n提要求、谈打算，会场上气氛热烈。"
    assert [block.kind for block in read_structure(text, text).blocks] == ["title", "body", "body"]


def test_facts_below_a_title_in_brackets_are_a_digest() -> None:
    text = "水位回落\n全县转移4862人。\n【最新数据】（截至18时）\n转移群众：4862人\n塌方：37处\n图①：安置点。"
    kinds = [block.kind for block in read_structure(text, text).blocks]
    assert kinds == ["title", "body", "digest", "digest", "digest", "caption"]
