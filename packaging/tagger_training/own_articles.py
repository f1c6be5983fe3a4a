"""Our own marked articles as sentences to learn from, again and again with other names in them."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from tagger_training.corpora import Parts, Sentence

from core.recognition.name_words import surnames
from core.recognition.tagger import LABELS, sentence_places
from core.text.spans import Span
from tests.gold_format import load_gold

SETS = ("a", "b", "d", "g")
"""The gold sets whose articles the people who write rules work with; no other one is learnt from."""

LONGEST_NAME = 24
OWN_WEIGHT = 3
"""How often a name of our articles is drawn for one of a corpus."""

_PLACE_LETTERS = "省市县区镇乡村州旗路街山河江湖岛桥站湾港海峡沟寺"
_BODY = re.compile(
    "(?<=..)(?:有限公司|公司|集团|大学|学院|医院|中学|小学|学校|委员会|局|法院|银行|协会|研究院|研究所|中心|俱乐部"
    "|队|厅|部|委|政府|社|报|厂|馆|站|办)$"
)
_SHORT = re.compile(r"[\u4e00-\u9fff]{2,8}")

Pools = Mapping[str, list[str]]


def own_sentences(gold: Path) -> Iterator[Sentence]:
    """The sentences of our own sets below the folder ``gold``, with their names."""
    for path in (path for folder in SETS for path in sorted((gold / folder).glob("*.txt"))):
        article = load_gold(path)
        marks = [m for m in article.marks if m.label in LABELS]
        for start, end in sentence_places(article.text, [Span(0, len(article.text))]):
            names = ((m.span.start - start, m.span.end - start, m.label) for m in marks)
            inside = tuple(name for name in names if name[0] >= 0 and name[1] <= end - start)
            yield Sentence(article.text[start:end], inside)


def pools_of(parts: Iterable[Parts], own: Iterable[Sentence]) -> Pools:
    """Names by what they look like; the newspaper of 1998 gives none, for its organizations are cut."""
    pools: dict[str, list[str]] = defaultdict(list)
    corpora = ((s, 1) for p in parts if p.corpus.name != "pku" for s in p.train)
    for sentence, weight in (*corpora, *((s, OWN_WEIGHT) for s in own)):
        for start, end, label in sentence.names:
            words = re.sub("[•．]", "·", sentence.text[start:end])
            if len(words) <= LONGEST_NAME and (kind := kind_of(words, label)):
                pools[kind] += [words] * weight
    return pools


def kind_of(words: str, label: str) -> str:
    """What a name looks like, so that another such may stand in its place; empty where none may.

    >>> kind_of("临泽县", "LOC"), kind_of("市医院", "ORG"), kind_of("张某", "PER")
    ('LOC县', 'ORG3', '')
    """
    if label == "PER":
        return _kind_of_person(words)
    if label == "LOC" and len(words) > 2 and words[-1] in _PLACE_LETTERS:
        return label + words[-1]
    if label == "ORG" and (body := _BODY.search(words)):
        return label + body[0]
    return f"{label}{min(len(words), 3)}" if _SHORT.fullmatch(words) else ""


def _kind_of_person(words: str) -> str:
    if "·" in words:
        return "PER·"
    if len(words) == 1 or "某" in words or (len(words) == 2 and words[0] in "老小阿"):
        return ""
    is_chinese = len(words) <= 3 and re.match(surnames(), words)
    return f"PER{len(words)}" if is_chinese else "PER" * (len(words) > 3)


def with_other_names(sentence: Sentence, pools: Pools, draw: random.Random, share: float) -> Sentence:
    """The sentence with so many of its names replaced; a name that stands in it twice stays one name."""
    text, names, place = "", [], 0
    chosen: dict[str, str] = {}
    for start, end, label in sorted(sentence.names):
        text += sentence.text[place:start]
        words = sentence.text[start:end]
        pool = pools.get(kind_of(words, label), [])
        if pool and draw.random() < share:
            words = chosen.setdefault(words, draw.choice(pool))
        names.append((len(text), len(text) + len(words), label))
        text += words
        place = end
    return Sentence(text + sentence.text[place:], tuple(names))
