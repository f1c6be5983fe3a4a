"""PDF files: columns, headers, paragraphs and divided words; what is refused."""

import importlib.util
from pathlib import Path

import pytest

from core.errors import NotText
from core.files.source import source_of
from core.reading import read

_spec = importlib.util.spec_from_file_location("pdf_writing", Path(__file__).parents[2] / "pdf_writing.py")
pdf_writing = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(pdf_writing)
column, pdf_of = pdf_writing.column, pdf_writing.pdf_of

TITLE = column(["重庆对口协同发展开局良好"], 150, 780, size=22)


def text_of(*pages):
    return read(source_of(pdf_of(pages), "a.pdf"))


def lines_of(*pages):
    return text_of(*pages).text.split("\n")


def test_broken_lines_are_mended_and_a_large_line_is_the_title():
    body = column(["  截至2021年11月底，协同单位落实", "资金4.24亿元，带动就业。", "  第二段。"], 60, 700)
    text = text_of(TITLE + body)
    assert text.text.split("\n") == [
        "重庆对口协同发展开局良好",
        "截至2021年11月底，协同单位落实资金4.24亿元，带动就业。",
        "第二段。",
    ]
    assert [(block.kind, block.span.of(text.text)) for block in text.known] == [
        ("title", "重庆对口协同发展开局良好")
    ]
    assert (text.reader, text.decoded.encoding) == ("pdf/1", "utf-8")


def test_paragraphs_without_indents_end_where_a_row_is_short():
    rows = ["第一段第一行一共有十四个字啊啊", "到这里完。", "第二段第一行一共有十四个字啊啊", "也完了。"]
    assert lines_of(column(rows, 60, 700)) == [rows[0] + rows[1], rows[2] + rows[3]]


def test_a_row_held_back_by_a_quotation_mark_ends_no_indented_paragraph():
    rows = [
        "  该县在去年年底之前围绕产业发展",
        "编制了“一核两翼”规划，明确了要",  # one sign short: the next row must not begin with its mark
        "求。",
        "  第二段的第一行也有这么多个字吧",
        "完。",
    ]
    assert lines_of(column(rows, 60, 700)) == ["".join(rows[:3]).strip(), "".join(rows[3:]).strip()]


def test_columns_are_read_one_after_the_other():
    left = [f"左栏第{n}行有十个字吧" for n in "一二三四"]
    right = [f"右栏第{n}行有十个字吧" for n in "一二三四"]
    page = TITLE + column(left, 60, 700) + column(right, 220, 700)
    assert lines_of(page) == ["重庆对口协同发展开局良好", "".join(left + right)]


def test_a_table_is_read_row_by_row():
    cells = [("名称", "产值", "增速"), ("甲县", "3亿", "5%"), ("乙县", "4亿", "6%"), ("丙县", "5亿", "7%")]
    page = [
        placed
        for number, row in enumerate(cells)
        for place, cell in enumerate(row)
        for placed in column([cell], 60 + 150 * place, 700 - 18 * number)
    ]
    assert " ".join(lines_of(page)).split() == [cell for row in cells for cell in row]


def test_headers_recur_and_page_numbers_go():
    def page(number, *rows):
        head = column([f"江州日报  2024年7月15日  第{number}版"], 60, 830, size=9)
        foot = column([f"— {number} —"], 280, 40, size=9)
        return head + column(rows, 60, 700) + foot

    pages = [
        page(1, "这个段落的文字写满了一行没有写完"),
        page(2, "于是在第二页上接着写，写到这里。"),
        page(3, "第三页。"),
    ]
    header, *rest = lines_of(*pages)
    assert header.startswith("江州日报")
    assert rest == ["这个段落的文字写满了一行没有写完于是在第二页上接着写，写到这里。", "第三页。"]


def test_a_divided_word_is_made_whole_and_latin_words_stay_apart():
    assert lines_of(column(["The county's develop-", "ment goes on and the", "rest."], 60, 700)) == [
        "The county's development goes on and the rest."
    ]


def test_letters_printed_twice_are_read_once():
    words = "重重庆要闻"  # the first two really stand there
    once, again = column([words], 60, 700), column([words], 60.4, 700)
    pairs = [placed for row, copy in zip(once, again, strict=True) for placed in (row, copy)]
    assert lines_of(pairs) == [words]


def test_radicals_are_read_as_the_characters_that_they_look_like():
    assert lines_of(column(["⼈民⽇报"], 60, 700)) == ["人民日报"]


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"%PDF-1.7", "a damaged .pdf"),
        (pdf_of([[]]), "without a text layer"),
        (pdf_of([TITLE])[:300], "a damaged .pdf"),
        (
            pdf_of([TITLE]).replace(
                b"/Root",
                b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <"
                + b"41" * 32
                + b"> /U <"
                + b"42" * 32
                + b"> >> /ID [<41> <41>] /Root",
            ),
            "locked with a password",
        ),
    ],
)
def test_refused(data, problem):
    with pytest.raises(NotText, match=problem):
        read(source_of(data, "a.pdf"))
