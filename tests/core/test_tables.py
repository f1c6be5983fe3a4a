"""Tables: the same cells in three shapes, and nothing that a spreadsheet would run."""

import csv
import io
import zipfile

import pytest
from lxml import etree

from core.tables import as_csv, as_text, as_workbook

ROWS = [["𠮷镇", 3, "12.5"], ['a,"b"\n二', None, "-3"]]
COLUMNS = ("quote", "n", "amount")


def test_csv_has_a_mark_and_line_feeds_and_is_read_back():
    data = b"".join(as_csv(COLUMNS, ROWS))
    assert data.startswith(b"\xef\xbb\xbfquote,n,amount\n")
    assert b"\r" not in data
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    assert rows == [list(COLUMNS), ["𠮷镇", "3", "12.5"], ['a,"b"\n二', "", "-3"]]


@pytest.mark.parametrize("cell", ["=1+1", "+1-1", "-1+1", "@SUM(A1)", "\t=1", "-3亩"])
def test_what_would_be_a_formula_is_escaped(cell):
    rows = list(csv.reader(io.StringIO(b"".join(as_csv(["c"], [[cell]])).decode("utf-8-sig"))))
    assert rows[1] == [f"'{cell}"]


def cells(data):
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        sheet = etree.fromstring(book.read("xl/worksheets/sheet1.xml"))
        strings = etree.fromstring(book.read("xl/sharedStrings.xml"))
    words = ["".join(item.itertext()) for item in strings]
    for cell in sheet.iterfind(".//{*}c"):
        value = cell.findtext("{*}v")
        yield words[int(value)] if cell.get("t") == "s" else float(value)
        assert cell.find("{*}f") is None


def test_a_workbook_holds_words_as_words_and_amounts_as_numbers():
    data = as_workbook(COLUMNS, [*ROWS, ["=1+1", 0, "1/3"], ["http://x", 1, "9" * 40]], amounts=("amount",))
    found = list(cells(data))
    assert found[:6] == ["quote", "n", "amount", "𠮷镇", 3.0, 12.5]
    assert found[6:] == ['a,"b"\n二', -3.0, "=1+1", 0.0, "1/3", "http://x", 1.0, "9" * 40]


def test_the_same_rows_give_the_same_workbook():
    assert as_workbook(COLUMNS, ROWS) == as_workbook(COLUMNS, ROWS)


def test_columns_in_a_terminal_count_wide_characters_twice_and_cut_long_cells():
    table = as_text(["a", "b"], [["重庆", "x"], ["e\u0301", "y"], ["长" * 50, "z\nz"]])
    lines = table.split("\n")
    widest = 39 * 2 + 1  # 39 characters and the ellipsis
    assert lines[1].index("x") == len("重庆") + widest - 4 + len("  ")
    assert lines[2].endswith("y")
    assert "长" * 39 + "…" in lines[3]
    assert lines[3].endswith("z z")


def test_an_empty_table():
    assert as_text(["a", "bc"], []) == "a  bc\n"
    assert list(cells(as_workbook(["a"], []))) == ["a"]
