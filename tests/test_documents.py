"""The documents that ship or that a newcomer reads say what is so."""

import re

from core.assets import load_text
from core.schemes import default_scheme

GUIDELINE = "guidelines/news.zh.md"
CASES = 58


def table_rows(markdown):
    """Every table's rows as cells, the line under the head left out."""
    for line in markdown.splitlines():
        cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line)][1:-1]
        if cells and not all(set(cell) <= {"-"} for cell in cells):
            yield cells


def test_the_guideline_numbers_its_cases_in_order():
    numbers = [int(number) for number in re.findall(r"^\| \*\*(\d+)\*\*", load_text(GUIDELINE), re.MULTILINE)]
    assert numbers == list(range(1, CASES + 1))


def test_the_guideline_explains_every_label_under_the_name_that_the_window_shows():
    rows = [tuple(cells[:2]) for cells in table_rows(load_text(GUIDELINE))]
    for label in default_scheme().labels:
        assert (label.name, label.titles["zh"]) in rows


def test_the_guideline_is_of_the_version_of_its_scheme():
    scheme = default_scheme().record
    assert f"`{scheme.name}`，规范版本 {scheme.version}" in load_text(GUIDELINE)


def test_the_guideline_fits_a_narrow_window():
    assert {len(cells) for cells in table_rows(load_text(GUIDELINE))} == {3}
