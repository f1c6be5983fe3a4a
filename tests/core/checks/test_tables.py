"""The tables of the checks: sorted, without doubles, not at odds with themselves."""

from __future__ import annotations

from core.assets import load_text, load_toml
from core.checks.times.anniversaries import events
from core.checks.times.lunar_days import festivals
from core.language.lexicon import read_rows


def test_wrong_words_are_sorted_and_no_right_word_is_called_wrong():
    rows = list(read_rows("wrong_words.tsv"))
    wrong = [row[0] for row in rows]
    assert wrong == sorted(set(wrong))
    assert not {row[1] for row in rows} & set(wrong)
    assert all(len(row[0]) > 1 and row[0] != row[1] for row in rows)


def test_a_wrong_word_is_no_part_of_a_right_one():
    rows = list(read_rows("wrong_words.tsv"))
    rights = "\n".join({row[1] for row in rows})
    assert [row[0] for row in rows if row[0] in rights] == []


def test_look_alikes_are_groups_of_different_characters():
    groups = [row for row in load_text("lexicons/look_alikes.txt").splitlines() if not row.startswith("#")]
    assert all(len(group) == len(set(group)) >= 2 for group in groups)


def test_replaced_names_have_three_columns():
    rows = list(read_rows("replaced_names.tsv"))
    assert all(len(row) == 3 and row[0] != row[1] and row[2].isdigit() for row in rows)
    assert len({row[0] for row in rows}) == len(rows)


def test_known_years_and_festivals():
    assert events()["建党"] == 1921
    assert festivals()["中秋节"] == (8, 15)
    assert "除夕" not in festivals()


def test_words_of_a_company_hold_their_character():
    rows = load_toml("lexicons/word_rules.toml")["company"]
    assert [w for row in rows for w in row["words"].split() if row["character"] not in w] == []


def test_unlawful_units_are_named_once_and_have_another_unit():
    rows = list(read_rows("unlawful_units.tsv"))
    assert all(len(row) == 2 and row[0] != row[1] for row in rows)
    assert len({row[0] for row in rows}) == len(rows)
