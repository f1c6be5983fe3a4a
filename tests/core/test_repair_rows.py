"""Repairs as rows: what is one row, and where it stands in the reading text."""

from dataclasses import replace

from core.document import Document, ScriptChoice, SourceRecord
from core.repair_rows import alike, in_line, repaired_forms, repairs_by_kind, suggestions
from core.repairs import Repair
from core.text.spans import Span

SOURCE = SourceRecord("a.txt", 1, "0" * 64, "utf-8", "lf", "plain/1")


def repair(number: int, start: int, original: str, text: str, kind: str, status: str = "applied") -> Repair:
    return Repair(f"r{number}", Span(start, start + len(original)), original, text, kind, status=status)


REPAIRED = Document(
    SOURCE,
    "發(fā)展平臺(tái)發(fā)達服务台",
    ScriptChoice("hant", "hans"),
    "发展平台发达服务台",
    repairs=(
        repair(1, 0, "發(fā)", "发", "gloss"),
        repair(2, 7, "臺(tái)", "台", "gloss"),
        repair(3, 13, "發(fā)", "发", "gloss"),
        repair(4, 21, "", "平", "dropped", "suggested"),
        repair(5, 22, "", "平", "dropped", "rejected"),
    ),
)


def test_a_kind_shows_its_most_frequent_form() -> None:
    (row,) = repairs_by_kind(REPAIRED)
    assert (row.example.original, row.ids) == ("發(fā)", ("r1", "r2", "r3"))


def test_a_kind_of_many_forms_is_one_row() -> None:
    assert [len(row.ids) for row in repaired_forms(REPAIRED)] == [2, 1]
    assert [(row.original, len(row.ids)) for row in repaired_forms(REPAIRED, most=1)] == [("發(fā)", 3)]


def test_a_suggestion_stands_in_the_reading_text() -> None:
    (row,) = suggestions(REPAIRED)
    assert (row.before[-2:], row.repair.replacement, row.after) == ("服务", "平", "台")


def test_an_applied_repair_stands_between_what_is_around_it() -> None:
    row = in_line(REPAIRED, "r3")
    assert row is not None
    assert (row.before, row.after) == ("发展平台", "达服务台")
    assert in_line(REPAIRED, "r9") is None


def test_only_undecided_ones_are_alike() -> None:
    assert [other.id for other in alike(REPAIRED, REPAIRED.repairs[3])] == ["r4"]


def test_repairs_that_have_no_like_are_decided_by_kind() -> None:
    kinds = ("encoding", "encoding", "linebreak", "linebreak", "encoding")
    texts = ("我们", "都是", "", "", "都是")
    rows = [repair(i, i, "x", t, k, "suggested") for i, (t, k) in enumerate(zip(texts, kinds, strict=True))]
    document = replace(REPAIRED, repairs=tuple(rows))
    found = [[other.id for other in alike(document, each)] for each in rows]
    assert found == [["r0", "r1", "r4"], ["r1", "r4"], ["r2", "r3"], ["r2", "r3"], ["r1", "r4"]]
