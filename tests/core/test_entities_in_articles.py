"""Articles that say of every name which thing it names, and the codes of divisions."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.document import Annotation
from core.entities.gathering import group
from tests.gold_format import load_gold

ARTICLES = sorted((Path(__file__).parents[1] / "data" / "entities").glob("*.txt"))


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_no_card_holds_two_things_and_no_code_is_wrong(path: Path) -> None:
    gold = load_gold(path)
    codes = dict(pair.split("=") for pair in gold.headers.get("codes", "").split())
    marks = [
        Annotation(f"a{n}", m.label, m.span, m.span.of(gold.text), m.span) for n, m in enumerate(gold.marks)
    ]
    grouping = group(marks, gold.text)
    given = {entity.id: entity.code for entity in grouping.entities}
    things: dict[str, set[str]] = {}
    for mark, annotation in zip(gold.marks, marks, strict=True):
        entity = grouping.by_annotation[annotation.id]
        thing = (mark.value or {}).get("is", annotation.quote)
        things.setdefault(entity, set()).add(thing)
        if thing in codes:
            assert given[entity] == codes[thing], annotation.quote
    assert all(len(named) == 1 for named in things.values()), things
