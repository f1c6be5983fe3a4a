"""E-books and letters: what is read of them, and what is refused."""

import io
import zipfile

import pytest

from core.errors import NotText
from core.files.source import source_of
from core.pipeline import open_article
from core.reading import read

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OEBPS/content.opf"/></rootfiles></container>'
)
PAGE = '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body>%s</body></html>'


def package(*names):
    items = "".join(f'<item id="i{n}" href="{name}" {kind}/>' for n, (name, kind) in enumerate(names))
    refs = "".join(f'<itemref idref="i{n}"/>' for n in range(len(names)))
    space = 'xmlns="http://www.idpf.org/2007/opf"'
    return f"<package {space}><manifest>{items}</manifest><spine>{refs}</spine></package>"


XHTML = 'media-type="application/xhtml+xml"'


def epub(members, *names):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("META-INF/container.xml", CONTAINER)
        archive.writestr("OEBPS/content.opf", package(*names))
        for name, data in members.items():
            archive.writestr(name, data)
    return file.getvalue()


def test_chapters_in_the_order_of_the_spine():
    data = epub(
        {
            "OEBPS/二.xhtml": PAGE % "<h1>第二章的标题有这么长</h1><p>乙<script>x</script></p>",
            "OEBPS/text/1.xhtml": PAGE % "<h1>第一章的标题有这么长</h1><p>甲&#x20BB7;</p>",
            "OEBPS/nav.xhtml": PAGE % "<nav>目录</nav>",
            "OEBPS/cover.svg": "<svg/>",
        },
        ("nav.xhtml", f'{XHTML} properties="nav"'),
        ("cover.svg", 'media-type="image/svg+xml"'),
        ("text/1.xhtml", XHTML),
        ("%E4%BA%8C.xhtml#start", XHTML),
        ("gone.xhtml", XHTML),
    )
    text = read(source_of(data, "a.epub"))
    assert text.text == "第一章的标题有这么长\n甲𠮷\n第二章的标题有这么长\n乙"
    assert (text.reader, text.decoded.encoding) == ("epub/1", "utf-8")


RIGHTS = (
    '<encryption xmlns:e="http://www.w3.org/2001/04/xmlenc#"><e:EncryptedData><e:CipherData>'
    '<e:CipherReference URI="%s"/></e:CipherData></e:EncryptedData></encryption>'
)


def test_a_book_with_locked_fonts_is_read_and_one_with_locked_chapters_is_not():
    page = {"OEBPS/1.xhtml": PAGE % "<p>甲</p>"}
    fonts = epub(page | {"META-INF/encryption.xml": RIGHTS % "OEBPS/a.ttf"}, ("1.xhtml", XHTML))
    assert read(source_of(fonts, "a.epub")).text == "甲"
    locked = epub(page | {"META-INF/encryption.xml": RIGHTS % "OEBPS/1.xhtml"}, ("1.xhtml", XHTML))
    with pytest.raises(NotText, match="locked by its publisher"):
        read(source_of(locked, "a.epub"))


NESTED = "".join(f"<!ENTITY {chr(99 + n)} '{('&' + chr(98 + n) + ';') * 9}'>" for n in range(9))
LAUGHS = f"<!DOCTYPE a [<!ENTITY b 'ha'>{NESTED}]><a>&k;</a>"


@pytest.mark.parametrize(
    ("members", "problem"),
    [
        ({"OEBPS/1.xhtml": b" " * (40 << 20), "OEBPS/2.xhtml": b" " * (40 << 20)}, "unpacks to more than 64"),
        ({"META-INF/encryption.xml": "<a"}, "a damaged or locked .epub"),
    ],
)
def test_malicious_books_are_refused(members, problem):
    with pytest.raises(NotText, match=problem):
        read(source_of(epub(members, ("1.xhtml", XHTML), ("2.xhtml", XHTML)), "a.epub"))


def test_entities_of_a_book_are_not_expanded():
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("META-INF/container.xml", LAUGHS)
    with pytest.raises(NotText, match="damaged or locked"):
        read(source_of(data.getvalue(), "a.epub"))
    for broken in (b"PK\x03\x04", b"x", epub({})[:-30]):
        with pytest.raises(NotText, match="damaged or locked"):
            read(source_of(broken, "a.epub"))


def letter(*lines):
    return "\r\n".join(lines).encode("utf-8")


def test_a_letter_with_encoded_headers_a_page_and_enclosures():
    data = letter(
        "From: =?gb2312?B?va3W3cjVsag=?= <news@example.com>",
        "Date: Mon, 15 Jul 2024 09:30:00 +0800",
        "Subject: =?UTF-8?B?6YeN5bqG5a+55Y+j5Y2P5ZCM?=",
        " =?UTF-8?B?5Y+R5bGV5byA5bGA6Imv5aW9?=",
        "MIME-Version: 1.0",
        "Content-Type: multipart/mixed; boundary=m",
        "",
        "--m",
        "Content-Type: multipart/alternative; boundary=a",
        "",
        "--a",
        "Content-Type: text/plain; charset=utf-8",
        "",
        "纯文本",
        "--a",
        "Content-Type: text/html; charset=utf-8",
        "",
        '<p>今年上半年，<img src="http://example.com/x.png">一切正常。</p><script>alert(1)</script>',
        "--a--",
        "--m",
        'Content-Type: application/pdf; name="=?UTF-8?B?6KGoLnBkZg==?="',
        "Content-Disposition: attachment",
        "Content-Transfer-Encoding: base64",
        "",
        "JVBERi0=",
        "--m--",
    )
    text = read(source_of(data, "a.eml"))
    assert text.text.split("\n") == [
        "重庆对口协同发展开局良好",
        "今年上半年，一切正常。",
        "发信：江州日报 2024-07-15 09:30",
        "附件：表.pdf",
    ]
    assert [block.kind for block in text.known] == ["title", "credit", "boilerplate"]
    article = open_article(source_of(data, "a.eml")).article
    assert (article.title, article.published) == ("重庆对口协同发展开局良好", "2024-07-15T09:30")


def test_what_the_article_says_of_its_day_comes_before_what_the_letter_says():
    data = letter(
        "Subject: 重庆对口协同发展开局良好",
        "Date: Mon, 15 Jul 2024 09:30:00 +0800",
        "Content-Type: text/plain; charset=utf-8",
        "",
        "2022-01-05 08:40 来源：重庆日报",
        "前不久，记者在重庆看到，区县对口协同发展开局良好。",
    )
    assert open_article(source_of(data, "a.eml")).article.published == "2022-01-05T08:40"


def test_a_letter_inside_a_letter_is_an_enclosure():
    page = ("Subject: 旧稿", "Content-Type: text/html", "", "<p>旧稿。</p>")
    kind = ("Content-Type: message/rfc822", "Content-Disposition: attachment; filename=old.eml", "")
    enclosure = ("--m", *kind, *page)
    head = ("Subject: 新稿", "Content-Type: multipart/mixed; boundary=m", "")
    words = ("--m", "Content-Type: text/plain; charset=utf-8", "", "新稿。")
    both = read(source_of(letter(*head, *words, *enclosure, "--m--"), "a.eml"))
    assert both.text.split("\n") == ["新稿", "新稿。", "附件：old.eml"]
    alone = read(source_of(letter(*head, *enclosure, "--m--"), "a.eml"))
    assert alone.text.split("\n") == ["新稿", "旧稿。", "附件：old.eml"]


FLOWED = "Content-Type: text/plain; charset=utf-8; format=flowed; delsp=yes"


def test_plain_letters():
    bare = "Subject: 标题\nContent-Type: text/plain\n\n第一行\n第二行\n".encode("gbk")
    text = read(source_of(bare, "a.eml"))
    assert (text.text, text.decoded.encoding) == ("标题\n第一行\n第二行", "gb18030")
    flowed = read(source_of(letter(FLOWED, "", "第一行接着 ", "写下去。", "新的一段"), "a.eml"))
    assert flowed.text == "第一行接着写下去。\n新的一段"


@pytest.mark.parametrize(
    "header",
    [
        "Subject: =?utf-8?B?5?= =?x?Q?=?=",
        "Subject: =?nonsense?Q?=41?= x",
        "Subject: \udcff",
        "Date: Mon, 99 Foo 0 99:99:99 +9999",
        "From: <<<>>>,,",
        "Content-Type: text/plain; charset*=x''%ff",
        "Content-Type: text/plain; name*0*=nope'x'%zz; name*1=y",
    ],
)
def test_no_header_is_too_odd(header):
    data = f"{header}\nX: y\n\n文".encode("utf-8", "surrogateescape")
    assert "文" in read(source_of(data, "a.eml")).text


def test_letters_without_words_are_refused():
    nested = "".join(f"Content-Type: multipart/mixed; boundary={n}\n\n--{n}\n" for n in range(3000))
    for data in (b"", b"From: a@b\n", nested.encode()):
        with pytest.raises(NotText):
            read(source_of(data, "a.eml"))


@pytest.mark.parametrize("sender", ["," * 100_000, '("' * 3_000, ":;" * 9_000, '"a" <b>,' * 4_000])
def test_a_sender_of_lists_in_lists_costs_only_the_sender(sender: str) -> None:
    text = read(source_of(letter(f"From: {sender}", "Subject: 新稿", "", "新稿。"), "a.eml")).text
    assert text.split("\n")[:2] == ["新稿", "新稿。"]
