"""What each reader makes of a file."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import pipeline
from core.errors import NotText
from core.files.source import source_of
from core.reading import READERS, read
from core.reading.html import visible_lines


def test_plain_text_is_normalized_and_nothing_else():
    source = source_of("\ufeff 一\r\n二\r三\x85四\u2028五\u2029六\xa0\u3000七 \n".encode(), "a.txt")
    text = read(source)
    assert text.text == " 一\n二\n三\n四\n五\n六\xa0\u3000七 \n"
    assert (text.reader, text.decoded.newlines) == ("plain/1", "mixed")


def test_what_a_text_widget_would_drop_is_shown():
    source = source_of("一\ufdd0二".encode() * 9 + b"\xed\xa0\x80", "a.txt")
    assert set(read(source).text) == {"一", "二", "\ufffd"}


def test_binary_data_is_refused_unless_a_person_insists():
    source = source_of(bytes(range(256)) * 8, "a.txt")
    with pytest.raises(NotText, match="binary"):
        read(source)
    assert read(source, encoding="latin-1").text


def test_an_empty_file():
    assert read(source_of(b"", "a.txt")).text == ""


PAGES = [
    ("<p>一<p>二", "一\n二", "paragraphs left open"),
    ("<p>一<br>二<br/>三</p>", "一\n二\n三", "line breaks"),
    ("<div><h1>题</h1><span>甲</span><b>乙</b></div>丙", "题\n甲乙\n丙", "blocks and what runs in line"),
    ("<title>t</title><style>p{}</style><script>alert('<p>x')</script><p>文", "文", "what is not shown"),
    (
        "<body><noscript>请启用</noscript><template>t</template>文<select><option>选</select>",
        "文",
        "nor that",
    ),
    ("<table><tr><td>一</td><td>二</td></tr><tr><td>三</table>", "一 二\n三", "cells and rows"),
    ("<ruby>漢<rp>(</rp><rt>hàn</rt><rp>)</rp></ruby>字", "漢字", "readings above the characters"),
    ("<p>江&amp;河&nbsp;&#19968;&#x4e8c;&hellip;", "江&河\xa0一二…", "entities"),
    ("<p>中文\n   换行\nand English\n words", "中文换行 and English words", "breaks inside a paragraph"),
    ("<p>中　文  x", "中　文 x", "an ideographic space stays"),
    ("<pre>一\n  二\n</pre>三", "一\n二\n三", "preformatted lines"),
    ("一<!-- 注 --><?php echo ?>二", "一二", "comments and instructions"),
    ("&#xD800;&#0;一", "\ufffd\ufffd一", "entities for what is no character"),
    (
        "<nav>首页 &gt; 要闻</nav><article>文</article><footer>版权</footer>",
        "首页 > 要闻\n文\n版权",
        "all parts",
    ),
    ("< 5 且 a<b", "< 5 且 a", "a sign that is no tag"),
    ("", "", "nothing"),
]


@pytest.mark.parametrize(("page", "text", "comment"), PAGES, ids=[row[2] for row in PAGES])
def test_visible_text(page, text, comment):
    assert visible_lines(page).text() == text


def test_a_page_in_its_declared_encoding():
    page = '<html><meta charset="gb2312"><p>彧</p>'.encode("gbk")
    text = read(source_of(page, "a.html"))
    assert (text.text, text.decoded.encoding, text.reader) == ("彧", "gb18030", "html/1")


def test_nothing_is_fetched_or_expanded():
    page = (
        '<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
        '<link rel=stylesheet href="http://x.invalid/"><img src="http://x.invalid/">&b;一'
    )
    assert "root" not in visible_lines(page).text()


@pytest.mark.parametrize("opening", ["<div>", "<b>", "<table><tr><td>", "<ul><li>", "<font>", "<pre>"])
def test_deep_nesting_is_just_a_page(opening):
    assert visible_lines(opening * 50_000 + "深").text() == "深"


@given(st.sampled_from(sorted(READERS)), st.binary(max_size=300))
@settings(max_examples=200, deadline=None)
def test_any_bytes_are_read_or_refused(kind, data):
    try:
        text = read(source_of(data, f"a.{kind}")).text
    except NotText:
        return
    text.encode("utf-8")
    assert not any(c in text for c in "\r\x85\u2028\u2029\ufdd0\ufdd1")


@given(st.text(st.sampled_from("<>/&;#pbrdivtdscript ='\"!-甲\n\0"), max_size=60))
@settings(max_examples=200, deadline=None)
def test_any_page_is_read(page):
    lines = visible_lines(page).text().split("\n")
    assert lines == [""] or all(lines)


PAGE = """<nav><a href=/>首页</a> &gt; <a href=/n>要闻</a></nav><h1>重庆对口协同发展开局良好</h1>
<p>来源：<a href=x>重庆日报</a> 2022-01-05</p><h2>提升链条</h2>
<p>前不久，中心建成。详见<a href=y>全文</a>。</p><figure><img><figcaption>图为现场</figcaption></figure>
<ul><li><a href=1>相关新闻一</a><li><a href=2>相关新闻二</a></ul>
<footer>版权所有</footer>"""


def test_what_the_markup_says_of_its_lines():
    text = read(source_of(PAGE.encode(), "a.html"))
    assert [(block.kind, block.span.of(text.text)) for block in text.known] == [
        ("navigation", "首页 > 要闻"),
        ("title", "重庆对口协同发展开局良好"),
        ("heading", "提升链条"),
        ("caption", "图为现场"),
        ("navigation", "相关新闻一"),
        ("navigation", "相关新闻二"),
        ("boilerplate", "版权所有"),
    ]


def test_a_main_heading_is_the_title_only_if_it_can_be_one():
    for page in ("<h1>重庆日报网</h1>", "<h1>第一个主要的大标题</h1><h1>第二个主要的大标题</h1>"):
        assert visible_lines(page).known() == ()


def test_the_markup_counts_in_the_document():
    document = pipeline.open_article(source_of(PAGE.encode(), "a.html"))
    assert document.article.title == "重庆对口协同发展开局良好"
    assert [block.kind for block in document.article.blocks][:2] == ["navigation", "title"]
    assert document.article.blocks[-1].kind in {"boilerplate", "navigation"}
    assert (document.article.publisher, document.article.published) == ("重庆日报", "2022-01-05")
