"""Word documents, saved pages and Markdown: what is read, and what is refused."""

import io
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import NotText
from core.files.source import source_of
from core.reading import read
from core.reading.markdown import words_of_markdown

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
STYLES = f"""<w:styles {W}><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="Title"/></w:style></w:styles>"""


def paragraph(words, style=""):
    kind = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{kind}<w:r><w:t>{words}</w:t></w:r></w:p>"


def docx(body, **members):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
        archive.writestr("word/styles.xml", STYLES)
        for name, data in members.items():
            archive.writestr(name, data)
    return file.getvalue()


def kinds(text):
    return [(block.kind, block.span.of(text.text)) for block in text.known]


def test_a_word_document_with_title_and_headings():
    body = (
        paragraph("重庆对口协同发展开局良好", "a3") + paragraph("提升", "1") + paragraph("前不久&amp;，𠮷。")
    )
    text = read(source_of(docx(body), "a.docx"))
    assert text.text == "重庆对口协同发展开局良好\n提升\n前不久&，𠮷。"
    assert kinds(text) == [("title", "重庆对口协同发展开局良好"), ("heading", "提升")]
    assert (text.reader, text.decoded.undecodable) == ("docx/1", 0)


def test_what_a_word_document_shows_and_what_it_does_not():
    body = (
        "<w:p><w:r><w:t>一</w:t><w:tab/><w:t xml:space='preserve'> 二</w:t><w:br/><w:t>三</w:t></w:r>"
        "<w:del><w:r><w:delText>删</w:delText></w:r></w:del><w:ins><w:r><w:t>增</w:t></w:r></w:ins>"
        "<w:r><w:instrText>PAGE</w:instrText></w:r>"
        "<w:r><w:ruby><w:rt><w:r><w:t>yin</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>音</w:t></w:r></w:rubyBase>"
        "</w:ruby></w:r></w:p>"
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        "<mc:Choice><w:p><w:r><w:t>框</w:t></w:r></w:p></mc:Choice>"
        "<mc:Fallback><w:p><w:r><w:t>框</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent>"
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>格</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    )
    assert read(source_of(docx(body), "a.docx")).text == "一 二\n三增音\n框\n格"


BILLION = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">%s]>'
LAUGHS = BILLION % "".join(f'<!ENTITY {chr(99 + i)} "{("&" + chr(98 + i) + ";") * 9}">' for i in range(9))


def member(data):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", data)
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"PK\x03\x04", "damaged"),
        (docx("x")[:-30], "damaged"),
        (member(b"<a>"), "damaged"),
        (member(b""), "damaged"),
        (member(f"{LAUGHS}<a><p><t>&k;</t></p></a>"), "damaged"),
        (member(b"<a>" + b" " * (65 << 20) + b"</a>"), "unpacks to more than 64 MB"),
    ],
)
def test_damaged_and_malicious_documents_are_refused(data, problem):
    with pytest.raises(NotText, match=problem):
        read(source_of(data, "a.docx"))


def test_no_file_is_drawn_into_a_document(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("secret words")
    dtd = f'<!DOCTYPE a [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    text = read(source_of(member(f"{dtd}<a><p><t>一&x;二</t></p></a>"), "a.docx")).text
    assert text.startswith("一")
    assert "secret" not in text


def test_a_document_nested_without_end():
    data = member(b"<p>" * 100_000 + b"<t>x</t>" + b"</p>" * 100_000)
    with suppress(NotText):
        assert read(source_of(data, "a.docx")).text == "x"


SAVED = """From: <Saved by Blink>
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="b"

--b
Content-Type: text/html; charset=%s
Content-Transfer-Encoding: %s

%s
--b
Content-Type: image/png
Content-Transfer-Encoding: base64

iVBORw0KGgo=
--b--
"""


def test_a_saved_page_is_read_as_the_page_in_it():
    from base64 import encodebytes
    from quopri import encodestring

    page = "<nav>首页</nav><h1>重庆对口协同发展开局良好</h1><p>前不久。<img src=cid:1>"
    quoted = encodestring(page.encode("utf-8")).decode()
    text = read(source_of((SAVED % ("utf-8", "quoted-printable", quoted)).encode(), "a.mhtml"))
    assert text.text == "首页\n重庆对口协同发展开局良好\n前不久。"
    assert kinds(text) == [("navigation", "首页"), ("title", "重庆对口协同发展开局良好")]
    coded = encodebytes(page.encode("gbk")).decode()
    text = read(source_of((SAVED % ("gb2312", "base64", coded)).encode(), "a.mht"))
    assert (text.text[:2], text.decoded.encoding, text.reader) == ("首页", "gb18030", "mhtml/1")


def test_saved_pages_without_a_page_are_refused():
    nested = "".join(f"Content-Type: multipart/mixed; boundary={n}\n\n--{n}\n" for n in range(3000))
    for data in (
        b"",
        b"\x00\x01",
        (SAVED.replace("text/html;", "text/css;") % ("x", "y", "z")).encode(),
        nested.encode(),
    ):
        with pytest.raises(NotText):
            read(source_of(data, "a.mhtml"))


MARKDOWN = [
    ("# 题 #\n\n文", "题\n文", "a heading"),
    ("题\n===\n文\n---\n", "题\n文", "underlined headings"),
    ("一\n二\n\n三", "一二\n三", "lines of a paragraph"),
    ("one\ntwo", "one two", "Latin lines of a paragraph"),
    ("一  \n二\\\n三", "一\n二\n三", "hard breaks"),
    ("**“一区两群”**区县*重点*~~删~~`码`", "“一区两群”区县重点删码", "emphasis beside Chinese"),
    ('[重庆](http://x "t")、[日报][1]![图](a.png)\n\n[1]: http://y', "重庆、日报", "links and pictures"),
    ("- 一\n- [x] 二\n1. 三", "一\n二 1. 三", "lists; numbers stay"),
    ("> 一\n> 二\n\n三", "一二\n三", "quotations"),
    ("| 一 | 二 |\n|---|:-:|\n| 三 | 四 |", "一 二\n三 四", "tables"),
    ("***\n一\n- - -\n二", "一\n二", "rules"),
    ("```\n# 码\n```\n文", "# 码\n文", "code"),
    ("---\ntitle: t\n---\n文", "文", "front matter"),
    ("一<br>二<!-- 注 --> &amp; 5 < 6", "一二 & 5 < 6", "HTML in between"),
    ("\\*一\\* 2\\.", "*一* 2.", "escapes"),
    ("#话题# 3.5%*2 snake_case_name", "#话题# 3.5%*2 snake_case_name", "signs that are no marks"),
    ("", "", "nothing"),
]


@pytest.mark.parametrize(("source", "words", "comment"), MARKDOWN, ids=[row[2] for row in MARKDOWN])
def test_words_of_markdown(source, words, comment):
    assert words_of_markdown(source).text() == words


def test_what_markdown_says_of_its_lines():
    data = "# 重庆对口协同发展开局良好\n## 提升\n文\n> 引\n".encode("gb18030")
    text = read(source_of(data, "a.md"))
    assert kinds(text) == [("title", "重庆对口协同发展开局良好"), ("heading", "提升"), ("quote", "引")]
    assert text.decoded.encoding == "gb18030"


@given(st.text(st.sampled_from("#*_`>-|[]()!\\<&;~= \n\t甲a1"), max_size=80))
@settings(max_examples=200, deadline=None)
def test_any_markdown_is_read(source):
    lines = words_of_markdown(source).text().split("\n")
    assert lines == [""] or all(lines)


@pytest.mark.parametrize("piece", ["[", "*", "`", "<a ", "![", "> ", "#", "\\", "&", "**a ", "---\n", "a|"])
def test_no_markdown_takes_long(piece):
    words_of_markdown(piece * 20_000)
