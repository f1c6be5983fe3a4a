"""Filtered characters: suggested on filtered pages, never applied, and none on others."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from core.assets import load_text
from core.language.script import convert, converter, to_machine_traditional
from core.repairs import compose
from core.restoration import restore
from core.restoration.damage import Chain, damage
from core.restoration.dropped import FILTERED
from core.restoration.filtered import MOST_OTHERS, find_missing, suspected
from core.restoration.language import normalized
from tests.gold_format import load_gold

DATA = Path(__file__).parents[2] / "data"
FOLDER, GOLD = DATA / "articles" / "chongqing", DATA / "gold"
SOURCE = load_text("samples/chongqing.txt")
EXPECTED = (FOLDER / "suggested.txt").read_text(encoding="utf-8").splitlines()
# A compound that the dictionary has without the character, words too rare for the corpora, one not told.
UNKNOWN = {0, 8, 9, 10}


def _with_suggestions(form: str = "[{}]") -> str:
    """The sample as it reads with every suggestion, in brackets."""
    restoration = restore(SOURCE)
    repairs = [
        replace(repair, replacement=form.format(repair.replacement)) if repair.kind == "dropped" else repair
        for repair in restoration.repairs
        if repair.is_applied or repair.kind == "dropped"
    ]
    return compose(SOURCE, repairs, converter(restoration.script)).text


@pytest.mark.parametrize("number", range(len(EXPECTED)))
def test_the_sample(number: int, request: pytest.FixtureRequest) -> None:
    if number in UNKNOWN:
        request.applymarker(pytest.mark.xfail(strict=True, reason="not told from what the network has seen"))
    assert EXPECTED[number] in _with_suggestions()


def test_suggestions_wait_and_say_why() -> None:
    dropped = [repair for repair in restore(SOURCE).repairs if repair.kind == "dropped"]
    assert dropped
    for repair in dropped:
        assert (repair.status, repair.proved, repair.reason) == ("suggested", False, "filtered")
        assert 0.5 <= repair.confidence < 1.0
        assert [row.partition("：")[0] for row in repair.evidence.split("；")] == ["页内", "词语", "正演"]


def test_evidence_keeps_its_parts_beside_a_semicolon() -> None:
    text = "建设国家和人民的城市，发展经济社会事业。" * 150 + "建设10万方米；生产发展。提高生活水；建设。"
    found = find_missing(text)
    assert found
    assert all(missing.evidence.count("；") == 2 for missing in found)


def test_none_inside_words_younger_than_the_corpora() -> None:
    shown = {missing.place for missing in find_missing(convert(_with_suggestions(""), to="hans"))}
    text = convert(_with_suggestions(""), to="hans")
    for word in ("经开区", "碳中和"):
        start = text.index(word)
        assert not shown & set(range(start + 1, start + len(word) + 1))


def test_none_where_the_characters_occur() -> None:
    clean = to_machine_traditional("平均水平提高，学习的积极性很高，近日发展很快。" * 40)
    repairs = restore(damage(clean, Chain("發學習積極"))).repairs
    assert not [repair for repair in repairs if repair.kind == "dropped"]


def test_none_on_a_short_text() -> None:
    assert find_missing("他们的水高。") == []


def test_none_on_the_same_article_unfiltered() -> None:
    assert restore(convert(_with_suggestions("{}"), to="hant")).repairs == ()


def test_any_very_frequent_character_that_a_page_lacks() -> None:
    articles = [load_gold(path).text for path in sorted(GOLD.glob("[abc]/*.txt"))]
    clean = "\n".join(text for text in articles if text.count("国") > 3)
    places = {len(clean[:place].replace("国", "")) for place, c in enumerate(clean) if c == "国"}
    found = find_missing(clean.replace("国", ""))
    right = [missing for missing in found if missing.characters == "国" and missing.place in places]
    assert len(right) >= 0.3 * len(places)
    assert len(right) >= 0.9 * len(found)


def test_a_text_of_few_words_is_looked_through_for_a_few_characters_only() -> None:
    """One that repeats its lines lacks scores of frequent characters: each was looked for everywhere."""
    text = normalized("江州市举行会议，研究今年工作安排。" * 400)
    others = [absent for absent, _ in suspected(text) if absent[0] not in FILTERED]
    assert len(others) == MOST_OTHERS
