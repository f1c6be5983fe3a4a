"""The word lists behind quantities, times and figures: sources named, nothing twice, nothing out of order."""

import pytest

from core.assets import load_lines, load_text, load_toml
from core.recognition.quantities.vocabulary import load_vocabulary
from core.recognition.times.words import load_words

LISTS = [
    "lexicons/numeral_words.txt",
    "lexicons/time_words.txt",
    "lexicons/no_nouns.txt",
    "lexicons/verbs.txt",
]
TABLES = [
    "lexicons/quantities.toml",
    "lexicons/times.toml",
    "lexicons/figures.toml",
    "units.toml",
    "currencies.toml",
]


@pytest.mark.parametrize("name", LISTS + TABLES)
def test_the_file_names_its_source(name):
    assert "Source" in "".join(line for line in load_text(name).split("\n") if line.startswith("#"))


@pytest.mark.parametrize("name", LISTS)
def test_lists_are_sorted_and_have_no_entry_twice(name):
    entries = load_lines(name)
    assert entries == sorted(set(entries))


@pytest.mark.parametrize("name", ["classifiers", "not_units", "fragile", "attributes"])
def test_words_of_quantities_stand_once(name):
    words = load_toml("lexicons/quantities.toml")[name].split()
    assert sorted({word for word in words if words.count(word) > 1}) == []


def test_fragile_forms_are_units_of_one_character():
    vocabulary = load_vocabulary()
    assert all(len(form) == 1 and vocabulary.units.longest(form, 0) for form in vocabulary.fragile)


def test_no_word_of_time_is_listed_as_two_kinds():
    words = load_toml("lexicons/times.toml")["words"]
    listed = [
        word for kind in ("year", "part_of_year", "month", "week", "day", "part") for word in words[kind]
    ]
    assert len(listed) == len(set(listed))
    assert set(load_words().fields) == set(listed)


def test_reigns_end_after_they_begin():
    table = load_toml("lexicons/times.toml")
    assert all(table["eras"][era] <= last for era, last in table["last_years"].items())
