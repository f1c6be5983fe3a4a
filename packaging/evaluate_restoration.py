"""Print how well restoration does: ``python packaging/evaluate_restoration.py [DATA]``.

Clean news (the gold articles, and the part of the corpora in DATA that training leaves out) is damaged
by the forward model with glosses, orders and splits drawn at random, which the inverse is not told.
Without DATA only the gold articles are measured.
"""

from __future__ import annotations

import random
import re
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from pathlib import Path

from core.repairs import LOST, applied, compose, in_reading
from core.restoration import codepage, restore
from core.restoration.damage import FOLDED, Chain, damage, split
from core.restoration.dropped import FILTERED
from core.restoration.readings import first_reading
from core.restoration.train import is_held_out, read_sentences
from core.script import HANS, HANT, convert, converter, only_in, to_machine_traditional

GOLD = Path(__file__).parents[1] / "tests" / "data" / "gold" / "a"
_MARK = re.compile(r"\[\[\w+\|((?:(?!\]\]).)*?)(?:\|\{(?:(?!\}\]\]).)*\})?\]\]")
_PAGE = 2000
SEED = 20260101


@dataclass(frozen=True)
class Traced:
    """A damaged page, and which characters of the clean one lost bytes on the way."""

    clean: str
    shown: str
    eaten: frozenset[int]
    halved: frozenset[int]
    vanished: tuple[tuple[int, int], ...]


@dataclass
class Score:
    """Counts over all pages."""

    characters: int = 0
    wrong: int = 0
    wrong_width: int = 0
    eaten: int = 0
    eaten_marked: int = 0
    halved: int = 0
    halved_right: int = 0
    halved_wrong: int = 0
    vanished: int = 0
    vanished_marked: int = 0
    shown: int = 0
    seconds: float = 0.0
    repairs: Counter[tuple[str, bool, str]] = field(default_factory=Counter)
    examples: list[tuple[str, str]] = field(default_factory=list)


def gold_articles() -> Iterator[str]:
    """The texts of the gold articles without their marks."""
    for file in sorted(GOLD.glob("*.txt")):
        text = file.read_text(encoding="utf-8")
        while _MARK.search(text):
            text = _MARK.sub(r"\1", text)
        yield re.sub(r"^#.*\n", "", text, flags=re.M).strip()


def held_out_pages(folder: Path, length: int = _PAGE) -> Iterator[str]:
    """Pages of some thousand characters from sentences that training leaves out."""
    page: list[str] = []
    for number, sentence in enumerate(read_sentences(folder)):
        if not is_held_out(number):
            continue
        page.append(_fold_alphanumerics(sentence))
        if sum(map(len, page)) > length:
            yield "\n".join(page)
            page = []


def _fold_alphanumerics(text: str) -> str:
    return re.sub("[０-９Ａ-Ｚａ-ｚ．％]", lambda m: unicodedata.normalize("NFKC", m[0]), text)


def random_chain(clean: str, random_source: random.Random) -> Chain:
    """Glosses of one level in random order, one set of split marks, some places left whole."""
    level = random_source.choice((0.2, 0.5, 0.8))
    characters = sorted(c for c in only_in(HANT) if first_reading(c) and len(codepage.encode(c)) == 2)
    on_page = sorted(set(clean) & only_in(HANT))
    glosses = [c for c in on_page if first_reading(c) and random_source.random() < level]
    glosses += random_source.sample(characters, 150)
    glosses = sorted(set(glosses))
    random_source.shuffle(glosses)
    share = random_source.choice((0.0, 0.0, 0.3))
    marks = random_source.choice(("，", "，！？"))
    unsplit = frozenset(i for i in range(len(clean)) if random_source.random() < share)
    return Chain("".join(glosses), marks, unsplit)


def trace(clean: str, chain: Chain) -> Traced:
    """Run the chain and keep account of every byte."""
    stream = codepage.encode(clean)
    owners = [i for i, c in enumerate(clean) for _ in codepage.encode(c)]
    for character in chain.glosses:
        stream, owners = _gloss(stream, owners, character)
    eaten: set[int] = set()
    halved: set[int] = set()
    vanished: list[tuple[int, int]] = []
    shown, place = [], 0
    for part in split(stream, chain.split_marks, chain.unsplit):
        shown.append(codepage.decode(part))
        _trace_part(part, owners[place : place + len(part)], eaten, halved, vanished)
        place += len(part)
    shown_text = damage(clean, chain)
    return Traced(clean, shown_text, frozenset(eaten), frozenset(halved), tuple(vanished))


def _gloss(stream: bytes, owners: list[int], character: str) -> tuple[bytes, list[int]]:
    pair = codepage.encode(character)
    insert = codepage.encode(f"({first_reading(character)})")
    pieces, new_owners, place = [], [], 0
    while (found := stream.find(pair, place)) >= 0:
        pieces += [stream[place : found + 2], insert]
        new_owners += [*owners[place : found + 2], *[-1] * len(insert)]
        place = found + 2
    return b"".join([*pieces, stream[place:]]), new_owners + owners[place:]


def _trace_part(
    part: bytes, owners: list[int], eaten: set[int], halved: set[int], vanished: list[tuple[int, int]]
) -> None:
    place = 0
    while place < len(part):
        byte = part[place]
        if byte < 0x81 or byte == 0xFF:
            place += 1
            continue
        pair = part[place : place + 2]
        if len(pair) == 2 and codepage.is_private(*pair):
            vanished.append((owners[place], owners[place + 1]))
        elif codepage.decode(pair) == "?" and pair != b"\xa3\xbf":
            if (len(pair) == 1 and owners[place] >= 0) or owners[min(place + 1, len(owners) - 1)] >= 0:
                halved.add(owners[place])
            if len(pair) == 2 and owners[place + 1] >= 0:
                (eaten if pair[1] < 0x80 else halved).add(owners[place + 1])
        place += 2


def score_page(score: Score, traced: Traced, *, keep: int = 0) -> None:
    """Restore one damaged page and count what came back."""
    start = time.process_time()
    restoration = restore(traced.shown)
    score.seconds += time.process_time() - start
    score.shown += len(traced.shown)
    score.repairs.update((r.kind, r.proved, r.status) for r in restoration.repairs)
    got = compose(traced.shown, applied(restoration.repairs), converter(restoration.script)).text
    expected = convert(traced.clean, to=HANS)
    result = _align(expected, got)
    apart = traced.eaten | traced.halved | {i for pair in traced.vanished for i in pair}
    for i, character in enumerate(expected):
        if i not in apart:
            score.characters += 1
            is_right = result[i].translate(FOLDED) == character.translate(FOLDED)
            score.wrong += not is_right
            score.wrong_width += is_right and result[i] != character
    score.eaten += len(traced.eaten)
    score.eaten_marked += sum(LOST in result[i] or result[i] == expected[i] for i in traced.eaten)
    for i in traced.eaten:
        if keep and LOST not in result[i]:
            print("    eaten", repr(expected[max(0, i - 8) : i + 8]), result[i])
    halved = [i for i in traced.halved if expected[i] != "。"]
    score.halved += len(halved)
    score.halved_right += sum(result[i] == expected[i] for i in halved)
    score.halved_wrong += sum(result[i] != expected[i] and LOST not in result[i] for i in halved)
    score.vanished += len(traced.vanished)
    score.vanished_marked += sum(_is_marked(expected, result, pair) for pair in traced.vanished)
    if len(score.examples) < keep:
        score.examples += _differences(expected.translate(FOLDED), got.translate(FOLDED), apart)


def _is_marked(expected: str, result: list[str], pair: tuple[int, int]) -> bool:
    return any(LOST in result[i] for i in pair) or all(result[i] == expected[i] for i in pair)


def _align(expected: str, got: str) -> list[str]:
    """What stands in ``got`` for every character of ``expected``."""
    result = [""] * len(expected)
    for tag, i1, i2, j1, j2 in SequenceMatcher(
        None, expected.translate(FOLDED), got.translate(FOLDED), autojunk=False
    ).get_opcodes():
        if tag == "equal" or (tag == "replace" and i2 - i1 == j2 - j1):
            result[i1:i2] = got[j1:j2]
        elif tag != "insert":
            result[i1:i2] = [got[j1:j2]] * (i2 - i1)
        elif i1 < len(result):
            result[i1] += got[j1:j2]
    return result


def _differences(expected: str, got: str, apart: frozenset[int] | set[int]) -> Iterator[tuple[str, str]]:
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, expected, got, autojunk=False).get_opcodes():
        if tag != "equal" and not apart.issuperset(range(i1, i2)):
            yield expected[max(0, i1 - 6) : i2 + 6], got[max(0, j1 - 6) : j2 + 6]


def measure_damaged(pages: Iterable[str], *, keep: int = 0) -> Score:
    """Damage and restore pages."""
    random_source = random.Random(SEED)
    score = Score()
    for page in pages:
        clean = to_machine_traditional(page)
        score_page(score, trace(clean, random_chain(clean, random_source)), keep=keep)
    return score


def measure_undamaged(pages: Iterable[str]) -> tuple[int, int, float]:
    """Characters, repairs and seconds on text that needs none, in both scripts."""
    characters = repairs = 0
    seconds = 0.0
    for page in pages:
        for text in (page, convert(page, to=HANT)):
            start = time.process_time()
            repairs += len(restore(text).repairs)
            seconds += time.process_time() - start
            characters += len(text)
    return characters, repairs, seconds


@dataclass
class Filtered:
    """Suggestions of missing characters with whether they are right, and how many there were to find."""

    missing: int = 0
    suggestions: list[tuple[float, bool]] = field(default_factory=list)

    def at(self, confidence: float) -> tuple[float, float]:
        """Recall and precision of the suggestions from a confidence on."""
        right = [is_right for share, is_right in self.suggestions if share >= confidence]
        return sum(right) / max(1, self.missing), sum(right) / max(1, len(right))


def measure_filtered(pages: Iterable[str]) -> Filtered:
    """Pages without 平 近 性 习, and what is suggested on them."""
    random_source = random.Random(SEED)
    filtered = FILTERED + to_machine_traditional(FILTERED)
    result = Filtered()
    for page in pages:
        clean = to_machine_traditional(page)
        chain = replace(random_chain(clean, random_source), filtered=filtered)
        shown = damage(clean, chain)
        restoration = restore(shown)
        dropped = {r.id for r in restoration.repairs if r.kind == "dropped"}
        taken = [r for r in restoration.repairs if r.is_applied or r.id in dropped]
        text = compose(shown, taken, converter(restoration.script)).text
        expected = convert(clean, to=HANS)
        result.missing += sum(c in FILTERED for c in expected)
        right = _right_places(expected, text)
        for repair, span in in_reading([replace(r, status="applied") for r in taken]):
            if repair.id in dropped:
                result.suggestions.append((repair.confidence, span.start in right))
    return result


def _right_places(expected: str, text: str) -> set[int]:
    """Places of filtered characters of ``text`` that the clean page has there too."""
    matcher = SequenceMatcher(None, expected.translate(FOLDED), text.translate(FOLDED), autojunk=False)
    blocks = matcher.get_matching_blocks()
    return {j + k for i, j, n in blocks for k in range(n) if text[j + k] in FILTERED}


def report_filtered(filtered: Filtered) -> None:
    """Recall and precision at some confidences."""
    print(f"filtered characters: {filtered.missing} missing, {len(filtered.suggestions)} suggested")
    for confidence in (0.5, 0.7, 0.9, 0.95, 0.99):
        recall, precision = filtered.at(confidence)
        print(f"  from {confidence}: recall {recall:.1%}, precision {precision:.1%}")


def report(name: str, score: Score) -> None:
    """One block of figures."""
    print(f"{name}: {score.characters:,} characters")
    print(f"  character error rate   {score.wrong / max(1, score.characters):.4%}  ({score.wrong})")
    print(f"  half for full width    {score.wrong_width}")
    print(f"  eaten, marked as lost  {score.eaten_marked} of {score.eaten}")
    print(f"  half eaten             {score.halved}: {score.halved_right} right, {score.halved_wrong} wrong")
    print(f"  vanished, marked       {score.vanished_marked} of {score.vanished}")
    print(f"  speed                  {score.shown / score.seconds:,.0f} characters/s")
    for key, number in sorted(score.repairs.items()):
        print(f"  {key}: {number}")
    for expected, got in score.examples:
        print("   ", repr(expected), repr(got))


def main(arguments: list[str]) -> int:
    """Print all figures."""
    keep = 60 if "--examples" in arguments else 0
    folders = [Path(a) for a in arguments if not a.startswith("--")]
    report("gold articles, damaged", measure_damaged(gold_articles(), keep=keep))
    if not folders or not folders[0].is_dir():
        print("No corpora: name their folder to measure on held-out text and on undamaged pages.")
        return 0
    report("held-out corpora, damaged", measure_damaged(held_out_pages(folders[0]), keep=keep))
    report_filtered(measure_filtered(held_out_pages(folders[0], 3200)))
    characters, repairs, seconds = measure_undamaged(_whole_corpora(folders[0]))
    print(
        f"undamaged: {characters:,} characters, {repairs} repairs, {characters / seconds:,.0f} characters/s"
    )
    return 0


def _whole_corpora(folder: Path) -> Iterator[str]:
    page: list[str] = []
    for sentence in read_sentences(folder):
        page.append(sentence)
        if len(page) == 60:
            yield "\n".join(page)
            page = []
    yield "\n".join(page)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
