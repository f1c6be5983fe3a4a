"""How well names are grouped into things: ``python packaging/evaluate_entities.py``, some seconds.

The articles of ``tests/data/entities`` say of every name which thing it names, and of divisions their code.
B³ is the mean over names of how much of the thing's card is right (precision) and how much of the thing is on
the card (recall); once with the names as they are marked there, once with those that recognition finds.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from core.document import Annotation, Entity  # noqa: E402
from core.entities.gathering import Grouping, group  # noqa: E402
from core.files.source import source_of  # noqa: E402
from core.pipeline import annotate  # noqa: E402
from tests.gold_format import Gold, load_gold  # noqa: E402

FOLDER = ROOT / "tests" / "data" / "entities"

Place = tuple[int, int]


def things_of(gold: Gold) -> dict[Place, str]:
    """The thing that each marked name names."""
    return {(m.span.start, m.span.end): (m.value or {}).get("is", m.span.of(gold.text)) for m in gold.marks}


def codes_of(gold: Gold) -> dict[str, str]:
    """The codes of its divisions and countries."""
    return dict(pair.split("=") for pair in gold.headers.get("codes", "").split())


def as_marked(gold: Gold) -> dict[Place, Entity]:
    """The entity of each name, with the names as they are marked."""
    marks = [
        Annotation(f"a{number}", m.label, m.span, m.span.of(gold.text), m.span)
        for number, m in enumerate(gold.marks)
    ]
    return _entities(group(marks, gold.text), marks)


def as_opened(gold: Gold) -> dict[Place, Entity]:
    """The entity of each name that is found in the opened file."""
    document = annotate(source_of(gold.text.encode(), f"{gold.name}.txt"))
    marks = [mark for mark in document.annotations if mark.is_live and mark.entity]
    by_id = {entity.id: entity for entity in document.entities}
    return {(m.span.start, m.span.end): by_id[m.entity] for m in marks if m.entity}


def _entities(grouping: Grouping, marks: Iterable[Annotation]) -> dict[Place, Entity]:
    by_id = {entity.id: entity for entity in grouping.entities}
    return {(m.span.start, m.span.end): by_id[grouping.by_annotation[m.id]] for m in marks}


def b_cubed(things: Mapping[Place, str], cards: Mapping[Place, str]) -> Iterator[tuple[float, float]]:
    """Precision and recall of each name that is in both."""
    both = [place for place in things if place in cards]
    of_thing, of_card = _members(things, both), _members(cards, both)
    for place in both:
        shared = len(of_thing[things[place]] & of_card[cards[place]])
        yield shared / len(of_card[cards[place]]), shared / len(of_thing[things[place]])


def _members(groups: Mapping[Place, Hashable], places: Iterable[Place]) -> dict[Hashable, set[Place]]:
    members: dict[Hashable, set[Place]] = defaultdict(set)
    for place in places:
        members[groups[place]].add(place)
    return members


def main() -> None:
    """Print a row for each way to come by the names."""
    golds = [load_gold(path) for path in sorted(FOLDER.glob("*.txt"))]
    for title, entities_of in (("names as marked", as_marked), ("names as found", as_opened)):
        scores: list[tuple[float, float]] = []
        codes: Counter[str] = Counter()
        for gold in golds:
            things, cards = things_of(gold), entities_of(gold)
            scores += b_cubed(things, {place: entity.id for place, entity in cards.items()})
            for mark in gold.marks:
                place = (mark.span.start, mark.span.end)
                if mark.label == "LOC" and place in cards:
                    codes[_verdict(codes_of(gold).get(things[place]), cards[place].code)] += 1
        precision, recall = (sum(column) / len(scores) for column in zip(*scores, strict=True))
        print(f"{title}: {len(scores)} of {sum(len(g.marks) for g in golds)} names, ", end="")
        print(f"precision {precision:.1%}, recall {recall:.1%}, codes {dict(codes)}")


def _verdict(wanted: str | None, given: str | None) -> str:
    """What is to be said of a code; those of towns are not asked for."""
    given = given if given and len(given) <= 6 else None
    if wanted == given:
        return "right" if wanted else "rightly none"
    return "missing" if given is None else "wrong"


if __name__ == "__main__":
    main()
