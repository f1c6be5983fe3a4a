from __future__ import annotations

import pytest

from core.language.lexicon import Lexicon, Name, load_lexicon, read_rows
from core.text.spans import Span

SHORT_FORMS = [
    ("渝北", "500112", False),
    ("云阳", "500235", False),
    ("秀山", "500241", False),
    ("黔东南", "522600", False),
    ("内蒙古", "150000", False),
    ("重庆", "500000", False),
    ("合作", "623001", True),
    ("和平", "120101", True),
]


@pytest.mark.parametrize(("short", "code", "is_ambiguous"), SHORT_FORMS)
def test_short_forms_of_divisions(short: str, code: str, is_ambiguous: bool) -> None:
    found = {name.code: name.is_ambiguous for name in load_lexicon().named(short)}
    assert found.get(code) is is_ambiguous


def test_the_longest_name_wins_and_hits_do_not_overlap() -> None:
    text = "秀山土家族苗族自治县与秀山"
    hits = list(load_lexicon().find(text))
    assert [hit.span.of(text) for hit in hits] == ["秀山土家族苗族自治县", "秀山"]


def test_a_span_limits_the_search() -> None:
    lexicon = Lexicon([Name("渝北区", "LOC", "渝北区")])
    assert list(lexicon.find("渝北区", Span(0, 2))) == []


def test_same_words_keep_all_things_that_they_name() -> None:
    assert {name.code for name in load_lexicon().named("朝阳区")} == {"110105", "220104"}


@pytest.mark.parametrize("table", ["divisions.tsv", "countries.tsv", "names.tsv", "terms.txt", "towns.tsv"])
def test_tables_hold_no_row_twice(table: str) -> None:
    rows = ["\t".join(row) for row in read_rows(table)]
    assert rows
    assert len(rows) == len(set(rows))
