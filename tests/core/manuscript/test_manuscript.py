"""Manuscripts: what is written is read back the same, and tracked changes lead both ways."""

import io
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from core import edits, pipeline
from core.article import Article, Block
from core.assets import path_of
from core.document import Document, Finding, Place, ScriptChoice, SourceRecord
from core.edits import Author
from core.files.source import read_source, source_of
from core.language.script import converter
from core.manuscript import (
    MANUSCRIPTS,
    as_docx,
    as_fragment,
    as_html,
    as_markdown,
    as_tracked_docx,
    paragraphs_of,
    plain_text,
)
from core.reading import read
from core.repairs import Repair, applied, compose
from core.schemes import default_scheme
from core.text.spans import Span
from core.word import for_xml

BY = Author("王编辑", "2024-07-15T09:30:00+08:00")
SCHEME = default_scheme()
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def sample():
    return pipeline.annotate(read_source(path_of("samples/chongqing.txt")))


def document_of(source, repairs=(), blocks=(), findings=(), *, script=None):
    choice = script or ScriptChoice("hans", "hans")
    text = compose(source, applied(repairs), converter(choice)).text
    return Document(
        source=SourceRecord("a.txt", len(source), "", "utf-8", "lf", "plain/1"),
        source_text=source,
        script=choice,
        text=text,
        repairs=tuple(repairs),
        article=Article(blocks=tuple(blocks)),
        findings=tuple(findings),
    )


FORMS = {
    "a.md": lambda paragraphs: as_markdown(paragraphs),
    "a.html": lambda paragraphs: as_html(paragraphs, "题", SCHEME),
    "a.docx": lambda paragraphs: as_docx(paragraphs, "题", SCHEME, author="", at=BY.now),
}


@pytest.mark.parametrize("name", FORMS)
def test_the_sample_is_read_back_as_it_was_written(sample, name):
    paragraphs = list(paragraphs_of(sample))
    text = read(source_of(FORMS[name](paragraphs), name))
    assert text.text == plain_text(paragraphs)
    assert ("title", "重庆：“一区两群”区县对口协同发展开局良好") in [
        (block.kind, block.span.of(text.text)) for block in text.known
    ]
    assert sum(block.kind == "heading" for block in text.known) >= 3


@pytest.mark.parametrize("name", ["a.html", "a.docx"])
def test_marks_change_no_word(sample, name):
    marked = list(paragraphs_of(sample, marked=True))
    assert plain_text(marked) == plain_text(paragraphs_of(sample))
    assert read(source_of(FORMS[name](marked), name)).text == plain_text(marked)


def test_navigation_is_left_out_even_in_the_middle_of_a_line(sample):
    text = plain_text(paragraphs_of(sample))
    assert "您当前的位置" not in text
    assert "分享到搜狐微博" not in text
    assert text.split("\n")[1].split() == ["2022-01-05", "08:40:36", "来源：重庆日报"]


def test_what_marks_look_like(sample):
    marked = list(paragraphs_of(sample, marked=True))
    assert "[10亿元]{.MONEY}".encode() in as_markdown(marked)
    assert '<mark class="MONEY" title="金额">10亿元</mark>' in as_fragment(marked, SCHEME)


@pytest.mark.parametrize(
    ("name", "selector"),
    [("甲_A", "mark.甲_A"), ("1A", r"mark.\31 A"), ("a</style>", r"mark.a\3c \2f style\3e ")],
)
def test_any_name_of_a_label_is_one_in_the_styles(name, selector):
    scheme = replace(SCHEME, labels=(replace(SCHEME.labels[0], name=name),))
    page = as_html([], "题", scheme).decode()
    assert f"{selector} {{" in page
    assert page.count("</style>") == 1


TRICKY = [
    "# 不是标题",
    "1. 不是列表",
    "2021年1月",
    "- 不是列表",
    "> 不是引文",
    "*星*_线_`码`[x](y)<b>&amp;",
    "a\\b | c",
    "=== 不是标题",
    "~~~ 不是代码",
    "#话题#",
]


@pytest.mark.parametrize("line", TRICKY)
def test_words_that_look_like_markdown_stay_words(line):
    document = document_of(f"前一段\n{line}\n后一段")
    assert read(source_of(as_markdown(paragraphs_of(document)), "a.md")).text == document.text


LINES = st.text(st.sampled_from("甲乙丙，。ab1 .-#*_[]<>&`\\|~+=!"), max_size=12)


@given(st.lists(LINES, max_size=5))
@settings(max_examples=80, deadline=None)
def test_any_text_comes_back_from_every_form(lines):
    """But for runs of blanks, which markup does not keep."""
    wanted = [" ".join(line.split()) for line in lines if line.strip()]
    paragraphs = list(paragraphs_of(document_of("\n".join(lines))))
    for name, write in FORMS.items():
        got = read(source_of(write(paragraphs), name), encoding="utf-8").text
        assert got.split("\n") == (wanted or [""]), name


# Tracked changes


def text_without(data, dropped):
    """The text of a .docx after all its changes were accepted or rejected; what Word does, on the XML."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    text = []
    for paragraph in root.iter(f"{W}p"):
        text += [
            "\t" if element.tag == f"{W}tab" else element.text
            for element in paragraph.iter(f"{W}t", f"{W}delText", f"{W}tab")
            if not any(parent.tag == f"{W}{dropped}" for parent in element.iterancestors())
        ]
        if paragraph.find(f"{W}pPr/{W}rPr/{W}{dropped}") is None:
            text.append("\n")
    return "".join(text).removesuffix("\n")


def accepted(data):
    return text_without(data, "del")


def rejected(data):
    return text_without(data, "ins")


def test_the_sample_with_tracked_changes(sample):
    data = as_tracked_docx(sample, BY)
    assert accepted(data) == sample.text
    assert rejected(data) == sample.source_text
    assert data == as_tracked_docx(sample, BY)


def test_who_changed_what_and_what_is_asked(sample):
    start = sample.text.index("开局良好")
    corrected = edits.correct_text(sample, Span(start, start + 2), "局面", BY)
    data = as_tracked_docx(corrected, BY)
    assert (accepted(data), rejected(data)) == (corrected.text, corrected.source_text)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        body, comments = (etree.fromstring(archive.read(f"word/{n}.xml")) for n in ("document", "comments"))
    authors = {each.get(f"{W}author") for each in body.iter(f"{W}ins", f"{W}del")}
    assert authors == {"丹铅", "王编辑"}
    assert {each.get(f"{W}date") for each in body.iter(f"{W}ins")} == {BY.now}
    ids = [each.get(f"{W}id") for each in comments.iter(f"{W}comment")]
    places = sum(len(finding.places) for finding in corrected.findings)
    assert len(ids) == places > 0
    for name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        assert sorted(each.get(f"{W}id") for each in body.iter(f"{W}{name}")) == sorted(ids)


def test_a_comment_stands_around_the_words_that_it_asks_about():
    finding = Finding(
        "f1", "sum", "high", "对吗？\n1 + 1", (Place(Span(1, 4), "乙丙丁"), Place(Span(6, 7), "庚"))
    )
    document = document_of("甲乙丙丁\n戊庚", findings=[finding])
    with zipfile.ZipFile(io.BytesIO(as_tracked_docx(document, BY))) as archive:
        body = etree.fromstring(archive.read("word/document.xml"))
    inside, words = set(), {}
    for element in body.iter():
        if element.tag == f"{W}commentRangeStart":
            inside.add(element.get(f"{W}id"))
        elif element.tag == f"{W}commentRangeEnd":
            inside.discard(element.get(f"{W}id"))
        elif element.tag == f"{W}t":
            for comment in inside:
                words[comment] = words.get(comment, "") + element.text
    assert sorted(words.values()) == sorted(["乙丙丁", "庚"])


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [
        ("zh", "疑问 1：年龄之差不符？76 + 3 = 79，不是78", "疑问 1：同上"),
        (
            "en",
            "Question 1: Does the difference of the ages not fit?76 + 3 = 79, not 78",
            "Question 1: as above",
        ),
    ],
)
def test_comments_come_in_the_language_of_the_rest(language, first, second):
    message = "年龄之差不符？\n76 + 3 = 79，不是78"
    finding = Finding("f1", "age", "medium", message, (Place(Span(0, 2), "76"), Place(Span(3, 5), "78")))
    document = document_of("76，78", findings=[finding])
    data = MANUSCRIPTS["changes"][".docx"](document, BY, SCHEME, language)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        comments = etree.fromstring(archive.read("word/comments.xml"))
    said = ["".join(each.itertext(f"{W}t")) for each in comments.iter(f"{W}comment")]
    assert said == [first, second]


@st.composite
def changed_documents(draw):
    source = draw(st.text(st.sampled_from("發展开a\n\t，\x00"), max_size=30))
    repairs, place = [], 0
    while place < len(source) and len(repairs) < 6:
        start = draw(st.integers(place, len(source)))
        end = draw(st.integers(start, min(len(source), start + 4)))
        words = draw(st.text(st.sampled_from("发展\n开，"), max_size=4))
        if (start, end, words) != (start, start, ""):
            kind = draw(st.sampled_from(["gloss", "manual", "linebreak"]))
            repairs.append(Repair(f"r{len(repairs)}", Span(start, end), source[start:end], words, kind))
        place = end + 1
    script = draw(st.sampled_from([ScriptChoice("hant", "hans"), ScriptChoice("hans", "hans")]))
    document = document_of(source, repairs, script=script)
    places = draw(st.lists(st.integers(0, max(0, len(document.text) - 1)), max_size=3))
    spans = [Span(place, min(len(document.text), place + 3)) for place in places if document.text]
    findings = [Finding("f", "sum", "low", "？", (Place(span, span.of(document.text)),)) for span in spans]
    blocks = [Block("title", Span(0, 2))] if len(document.text) > 2 else []
    return replace(document, findings=tuple(findings), article=Article(blocks=tuple(blocks)))


@given(changed_documents())
@settings(max_examples=80, deadline=None)
def test_all_changes_accepted_or_rejected(document):
    data = as_tracked_docx(document, BY)
    assert accepted(data) == for_xml(document.text)
    assert rejected(data) == for_xml(document.source_text)
