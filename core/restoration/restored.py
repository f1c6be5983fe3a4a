"""From the damaged stretches of a page to its repairs: the clean text in between, width, script, proof."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from core.language.script import HANS, convert
from core.repairs import LOST, Repair
from core.restoration.doubt import SURE
from core.restoration.everyday import find_duplicates, find_entities
from core.restoration.evidence import explain, gloss_counts
from core.restoration.filtered import Missing, find_missing
from core.restoration.hypotheses import Gloss
from core.restoration.page import Page
from core.restoration.proof import infer_order, reproduces, unproved_stretches
from core.restoration.punctuation import FULL_WIDTH, find_folded
from core.restoration.stretches import Stretch
from core.text.spans import Span

# A reading that is worse by so many nats does not count against a proof.
_NO_RIVAL = 9.0
# Clean characters on either side of a stretch that its own forward run takes along.
_AROUND = 2
# Kinds that wait for the editor however sure they are.
_SUGGESTED = frozenset({"dropped", "encoding", "invisible", "linebreak"})


@dataclass(frozen=True, slots=True)
class _Restored:
    """The stretches, width included, with the clean text of the whole page and where each stands in it."""

    source: str
    clean: str
    stretches: tuple[Stretch, ...]
    places: tuple[int, ...]

    def source_place(self, place: int) -> int | None:
        """Where a place of the clean text is in the source; None inside a stretch."""
        i = bisect_left(self.places, place) - 1
        if i < 0:
            return place
        end = self.places[i] + len(self.stretches[i].text)
        return None if place < end else place - end + self.stretches[i].span.end


def repair_page(page: Page, torn: tuple[Stretch, ...]) -> Iterator[Repair]:
    """All repairs of a damaged page with its torn stretches, in order."""
    restored = _with_width(_compose(page.source, _with_residue(page.source, torn)))
    proved = _proved(page, restored)
    reading = convert(restored.clean, to=HANS)
    counts = gloss_counts(torn)
    missing = deque(_missing(restored, reading))
    ids = (f"r{number}" for number in count(1))
    for number, (stretch, place) in enumerate(zip(restored.stretches, restored.places, strict=True)):
        while missing and missing[0][0] <= stretch.span.start:
            yield _as_insertion(*missing.popleft(), next(ids))
        is_proved = number in proved
        replacement = reading[place : place + len(stretch.text)]
        evidence = explain(stretch, counts, is_proved=is_proved)
        yield as_repair(page.source, stretch, replacement, evidence, next(ids), is_proved=is_proved)
    while missing:
        yield _as_insertion(*missing.popleft(), next(ids))


def _missing(restored: _Restored, reading: str) -> Iterator[tuple[int, Missing]]:
    """Filtered characters with their places in the source, between the other repairs."""
    for missing in find_missing(reading):
        place = restored.source_place(missing.place)
        if place is not None:
            yield place, missing


def _as_insertion(place: int, missing: Missing, repair_id: str) -> Repair:
    return Repair(
        id=repair_id,
        span=Span(place, place),
        original="",
        replacement=missing.characters,
        kind="dropped",
        confidence=round(min(0.999, missing.probability), 3),
        status="suggested",
        evidence=missing.evidence,
        reason="filtered",
    )


def _with_residue(source: str, torn: Sequence[Stretch]) -> list[Stretch]:
    """Residue of markup and doubled punctuation, wherever no torn stretch stands."""
    taken = [stretch.span for stretch in torn]
    residue = [s for s in (*find_duplicates(source), *find_entities(source)) if _is_free(s.span, taken)]
    return sorted([*torn, *residue], key=_start)


def _start(stretch: Stretch) -> int:
    """Stretches are apart, so that they stand in the order of their starts."""
    return stretch.span.start


def _is_free(span: Span, taken: Sequence[Span]) -> bool:
    i = bisect_right(taken, span)
    return not any(span.overlaps(other) for other in taken[max(0, i - 1) : i + 1])


def _compose(source: str, stretches: Sequence[Stretch]) -> _Restored:
    pieces: list[str] = []
    places: list[int] = []
    end, length = 0, 0
    for stretch in stretches:
        start = stretch.span.start
        pieces += (source[end:start], stretch.text)
        places.append(length + start - end)
        length = places[-1] + len(stretch.text)
        end = stretch.span.end
    return _Restored(source, "".join([*pieces, source[end:]]), tuple(stretches), tuple(places))


def _with_width(restored: _Restored) -> _Restored:
    """Folded punctuation made full-width again, inside the stretches and between them."""
    clean, stretches, starts = restored.clean, list(restored.stretches), restored.places
    added: list[Stretch] = []
    for place in find_folded(clean):
        full = FULL_WIDTH[clean[place]]
        i = bisect_right(starts, place) - 1
        if i >= 0 and place < starts[i] + len(stretches[i].text):
            text = stretches[i].text
            at = place - starts[i]
            stretches[i] = stretches[i]._replace(text=text[:at] + full + text[at + 1 :])
            continue
        start = place if i < 0 else place - starts[i] - len(stretches[i].text) + stretches[i].span.end
        added.append(Stretch(Span(start, start + 1), full, "width"))
    return _compose(restored.source, sorted([*stretches, *added], key=_start))


def _proved(page: Page, restored: _Restored) -> frozenset[int]:
    """Numbers of the stretches that the forward model gives back and no other reading does."""
    glosses: dict[int, list[Gloss]] = {}
    for stretch, place in zip(restored.stretches, restored.places, strict=True):
        for gloss in stretch.glosses:
            glosses.setdefault(place + gloss.place, []).append(gloss)
    order = infer_order(restored.clean, glosses, page.glossed)
    return frozenset(_reproduced(restored, order, [*unproved_stretches(restored.clean, page.source, order)]))


def _reproduced(restored: _Restored, order: str, unproved: Sequence[Span]) -> Iterator[int]:
    """Stretches apart from all that differs, and those whose own forward run gives what stands there."""
    following = 0
    for number, (stretch, place) in enumerate(zip(restored.stretches, restored.places, strict=True)):
        while following < len(unproved) and unproved[following].end + _AROUND < stretch.span.start:
            following += 1
        if stretch.kind == "lost" or (stretch.rivals and stretch.rivals[0][1] < _NO_RIVAL):
            continue
        is_apart = following == len(unproved) or stretch.span.end + _AROUND < unproved[following].start
        if is_apart or _is_reproduced(restored, number, place, order):
            yield number


def _is_reproduced(restored: _Restored, number: int, place: int, order: str) -> bool:
    stretch = restored.stretches[number]
    before = min(_AROUND, _gap_before(restored, number))
    after = min(_AROUND, _gap_after(restored, number))
    clean = restored.clean[place - before : place + len(stretch.text) + after]
    source = restored.source[stretch.span.start - before : stretch.span.end + after]
    return reproduces(clean, source, order)


def _gap_before(restored: _Restored, number: int) -> int:
    end = restored.stretches[number - 1].span.end if number else 0
    return restored.stretches[number].span.start - end


def _gap_after(restored: _Restored, number: int) -> int:
    last = number + 1 == len(restored.stretches)
    start = len(restored.source) if last else restored.stretches[number + 1].span.start
    return start - restored.stretches[number].span.end


def as_repair(
    source: str, stretch: Stretch, replacement: str, evidence: str, repair_id: str, *, is_proved: bool = False
) -> Repair:
    """The repair of a stretch, applied where it is sure."""
    confidence = 1.0 if is_proved else min(0.999, round(stretch.confidence, 3))
    return Repair(
        id=repair_id,
        span=stretch.span,
        original=stretch.span.of(source),
        replacement=replacement,
        kind=stretch.kind,
        confidence=confidence,
        proved=is_proved,
        status="applied" if confidence >= SURE and stretch.kind not in _SUGGESTED else "suggested",
        evidence=evidence,
        reason=_reason(stretch, is_proved=is_proved),
    )


def _reason(stretch: Stretch, *, is_proved: bool) -> str | None:
    """What the proof leaves aside, or why there is none."""
    if stretch.kind == "width":
        return "width"
    if is_proved:
        return None
    return "lost" if LOST in stretch.text else "rivals" if stretch.rivals else "model"
