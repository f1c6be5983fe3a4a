"""Label schemes: the shipped one, and what is said of a broken one."""

import pytest

from core.errors import FileMissing, SchemeBroken
from core.schemes import default_scheme, load_scheme

NAMES = "PER LOC ORG WORK TERM DATE TIME DURATION SET MONEY PERCENT MEASURE COUNT ORDINAL NUMBER"


def test_the_default_scheme_holds_the_labels_of_the_guideline():
    scheme = default_scheme()
    assert sorted(label.name for label in scheme.labels) == sorted(NAMES.split())
    assert [label.key for label in scheme.labels[:10]] == [*"1234567890"]
    assert all(label.titles["zh"] and label.titles["en"] for label in scheme.labels)
    assert {label.name: label.shape for label in scheme.labels}["DATE"] == "ruler"
    assert len(scheme.record.sha256) == 64
    assert not scheme.nested


LABEL = 'name = "n"\nversion = 1\n[[labels]]\nname = "A"\n'


@pytest.mark.parametrize(
    ("toml", "problem"),
    [
        ("name =", "at end"),
        ('version = "1"', "a name and a version"),
        ('name = "n"\nversion = 1', "needs labels"),
        ('name = "n"\nversion = 1\nlabels = [1]', "needs labels"),
        (LABEL + 'hue = "red"', "hue of A"),
        (LABEL + 'group = "things"', "group of A"),
        (LABEL + 'title = "甲"', "title of A"),
        (LABEL + "key = 1", "key of A"),
        (LABEL + '[[labels]]\nname = "A"', "two labels have the name A"),
        (LABEL + '[[labels]]\nname = "B C"', "without spaces"),
        ('nested = "no"\n' + LABEL, "nested"),
    ],
)
def test_a_broken_scheme_says_what_is_wrong(tmp_path, toml, problem):
    path = tmp_path / "s.toml"
    path.write_text(toml, encoding="utf-8")
    with pytest.raises(SchemeBroken, match=problem):
        load_scheme(path)


def test_a_scheme_that_is_not_utf_8_or_not_there(tmp_path):
    path = tmp_path / "s.toml"
    path.write_bytes(b'name = "\xff"')
    with pytest.raises(SchemeBroken):
        load_scheme(path)
    with pytest.raises(FileMissing):
        load_scheme(tmp_path / "none.toml")


def test_a_label_needs_no_more_than_its_name(tmp_path):
    path = tmp_path / "s.toml"
    path.write_text(LABEL, encoding="utf-8")
    [label] = load_scheme(path).labels
    assert (label.hue, label.group, label.key, label.shape) == ("term", "names", "", "tint")
