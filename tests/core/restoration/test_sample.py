"""The article that started the project."""

from __future__ import annotations

from pathlib import Path

from core.assets import load_text
from core.language.script import converter
from core.repairs import applied, compose
from core.restoration import restore

EXPECTED = Path(__file__).parents[2] / "data" / "articles" / "chongqing" / "restored.txt"
SOURCE = load_text("samples/chongqing.txt")


def test_the_sample_reads_as_a_careful_human_restores_it() -> None:
    restoration = restore(SOURCE)
    text = compose(SOURCE, applied(restoration.repairs), converter(restoration.script)).text
    assert text == EXPECTED.read_text(encoding="utf-8")
    assert restoration.is_damaged
    assert (restoration.script.source, restoration.script.reading) == ("hant", "hans")


def test_all_glosses_and_torn_glosses_of_the_sample_are_proved() -> None:
    repairs = restore(SOURCE).repairs
    assert all(repair.proved for repair in repairs if repair.kind in {"gloss", "straddle", "width"})


def test_restoring_twice_changes_nothing() -> None:
    restoration = restore(SOURCE)
    text = compose(SOURCE, applied(restoration.repairs), converter(restoration.script)).text
    assert restore(text).repairs == ()
