"""The proof report: what it says, in each form and both languages."""

import io
from dataclasses import replace

import docx
import pytest
from lxml import etree

from core import edits, pipeline
from core.assets import load_toml, path_of
from core.edits import Author
from core.edits.questions import DECISIONS
from core.files.source import read_source, source_of
from core.overview import TimeRow
from core.report import as_docx, as_html, proof_sheet
from core.report.sheet import Question, Table, Timeline
from core.report.timeline import moments
from core.text.spans import Span

BY = Author("王编辑", "2024-07-15T09:30:00+08:00")
TRADE = """江州市上半年进出口85.2亿元
2024-07-15 09:30 来源：江州日报

江州市统计局昨日公布，上半年全市实现进出口总额85.2亿元，其中出口50.1亿元，进口31.5亿元。
"""


@pytest.fixture(scope="module")
def sample():
    return pipeline.annotate(read_source(path_of("samples/chongqing.txt")))


@pytest.fixture(scope="module")
def trade():
    return pipeline.annotate(source_of(TRADE.encode(), "trade.txt"))


def section(sheet, title):
    return next(each for each in sheet.sections if each.title == title)


def test_what_the_report_of_the_sample_says(sample):
    sheet = proof_sheet(sample, BY)
    assert sheet.title == "重庆：“一区两群”区县对口协同发展开局良好"
    assert dict(sheet.facts)["来源"] == "重庆日报"
    assert dict(sheet.facts)["校读人"] == "王编辑"
    assert [each.title for each in sheet.sections] == ["疑问", "名称", "数字", "时间", "修复", "待定"]
    assert "数读 10 项与正文一致" in section(sheet, "疑问").parts[-1].text
    figures = next(part for part in section(sheet, "数字").parts if isinstance(part, Table))
    assert ("4.24亿元", "对口帮扶资金", "4.24亿元", "2") in [row.cells for row in figures.rows]
    repairs = next(part for part in section(sheet, "修复").parts if isinstance(part, Table))
    assert repairs.rows[0].cells[0] == "注音"
    assert len(next(part for part in section(sheet, "待定").parts if isinstance(part, Table)).rows) == 7


def test_questions_come_with_their_sentences(trade):
    question = section(proof_sheet(trade, BY), "疑问").parts[0]
    assert isinstance(question, Question)
    assert (question.number, question.severity_words) == (1, "中")
    assert "81.6亿" in question.reason
    marked = [piece.text for quotation in question.quotations for piece in quotation if piece.is_marked]
    assert set(marked) == {"85.2亿元", "50.1亿元", "31.5亿元"}


def test_a_settled_question_tells_by_whom(trade):
    settled = edits.settle(trade, trade.findings[0].id, "mistake", BY)
    sheet = proof_sheet(settled, BY)
    question = section(sheet, "已有结论的疑问").parts[0]
    assert question.decision == "结论：确有差错（王编辑 2024-07-15）"
    assert dict(sheet.facts)["差错"].startswith("每万字 ")
    assert "若" not in dict(sheet.facts)["差错"]
    assert "没有要问的。" in [part.text for part in section(sheet, "疑问").parts if hasattr(part, "text")]


@pytest.mark.parametrize("decision", DECISIONS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_decision_has_words(trade, decision, language):
    settled = edits.settle(trade, trade.findings[0].id, decision, BY)
    sheet = proof_sheet(settled, BY, language=language)
    question = next(part for each in sheet.sections for part in each.parts if isinstance(part, Question))
    words = load_toml("report.toml")[language]
    assert words[decision] in question.decision
    assert ("（" in question.decision) == (language == "zh")


def test_a_reason_that_only_quotes_the_sentence_is_not_said_twice():
    wrong = pipeline.annotate(
        source_of("江州开会\n\n2024-07-15\n\n会议认为，政策布署及时。\n".encode(), "a.txt")
    )
    question = section(proof_sheet(wrong, BY), "疑问").parts[0]
    assert (question.question, question.reason) == ("“布署”应为“部署”？", "")
    assert "政策布署及时" in "".join(piece.text for piece in question.quotations[0])


def test_what_a_person_corrected_is_listed(trade):
    start = trade.text.index("昨日")
    corrected = edits.correct_text(trade, Span(start, start + 2), "今日", BY)
    table = section(proof_sheet(corrected, BY), "人工改正").parts[0]
    assert [row.cells[:2] for row in table.rows] == [("昨", "今")]


def test_the_report_in_english(trade):
    sheet = proof_sheet(trade, BY, language="en")
    assert [each.title for each in sheet.sections][:2] == ["Questions", "Names"]
    words = as_html(sheet).decode()
    assert '<html lang="en">' in words
    assert "Proof report" in words


def test_both_languages_have_the_same_words():
    table = load_toml("report.toml")
    assert table["zh"].keys() == table["en"].keys()
    assert table["zh"]["repair"].keys() == table["en"]["repair"].keys()


def test_the_page_is_whole_and_fetches_nothing(sample):
    page = as_html(proof_sheet(sample, BY)).decode()
    root = etree.fromstring(page.encode(), etree.HTMLParser())
    assert not root.xpath("//script | //link | //img | //iframe | //@src | //@href")
    assert "default-src 'none'" in page
    assert "http" not in page.replace("http-equiv", "")
    words = "".join(root.itertext())
    for part in ("疑问", "景园共建", "4.24亿元", "本文发布", "注音"):
        assert part in words


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", "\"'&<>", "\x00\x08\ud800\uffff", "𠮷\u2028"])
def test_odd_titles_do_no_harm(trade, words):
    odd = replace(trade, article=replace(trade.article, title=words))
    sheet = proof_sheet(odd, BY)
    root = etree.fromstring(as_html(sheet), etree.HTMLParser(encoding="utf-8"))
    assert not root.xpath("//script")
    assert as_docx(sheet, author="王", at=BY.now)[:2] == b"PK"


def test_the_word_document_holds_the_same(sample):
    sheet = proof_sheet(sample, BY)
    data = as_docx(sheet, author="王编辑", at=BY.now)
    assert data == as_docx(sheet, author="王编辑", at=BY.now)
    document = docx.Document(io.BytesIO(data))
    words = [paragraph.text for paragraph in document.paragraphs]
    assert words[:2] == ["校读单", sheet.title]
    assert any(words_.startswith("2\t一种说法，两种写法？") for words_ in words)
    headings = [p.text.split("\u3000")[0] for p in document.paragraphs if p.style.name.startswith("Heading")]
    assert headings == [each.title for each in sheet.sections]
    cells = [cell.text for table in document.tables[:4] for row in table.rows for cell in row.cells]
    assert {"重庆日报", "对口帮扶资金"} <= set(cells)


def test_moments_are_as_far_apart_as_in_time():
    rows = [
        (TimeRow("2021", "甲", True, ("a",)), "2021"),
        (TimeRow("01-01", "乙", True, ("b",)), "2021-01-01"),
        (TimeRow("01-02", "丙", True, ("c",)), "2021-01-02"),
        (TimeRow("2022-01-05", "来源", True, ("d",), True), "2022-01-05"),
    ]
    made = list(moments(rows, "本文发布"))
    assert [(each.year, each.day, each.about) for each in made] == [
        ("2021", "", "甲"),
        ("", "01-01", "乙"),
        ("", "01-02", "丙"),
        ("2022", "01-05", "本文发布"),
    ]
    assert 0 == made[0].gap == made[1].gap < made[2].gap < made[3].gap < 1


def test_questions_without_a_place_come_first(trade):
    placeless = replace(trade.findings[0], id="q9", places=())
    document = replace(trade, findings=(*trade.findings, placeless))
    asked = [part for part in section(proof_sheet(document, BY), "疑问").parts if isinstance(part, Question)]
    assert asked[0].quotations == ()
    assert len(asked) == len(document.findings)


def test_an_article_without_anything(tmp_path):
    empty = pipeline.annotate(source_of(b"", "a.txt"))
    sheet = proof_sheet(empty, Author(None, BY.now))
    assert sheet.title == "无标题"
    assert [each.title for each in sheet.sections] == ["疑问"]
    assert not any(isinstance(part, Timeline) for each in sheet.sections for part in each.parts)
    assert as_docx(sheet, author="", at=BY.now)
