"""Clean pages to measure with: the gold articles, and what training leaves out of the corpora."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from core.restoration.train import is_held_out, read_sentences

GOLD = Path(__file__).parents[2] / "tests" / "data" / "gold"
_MARK = re.compile(r"\[\[\w+\|((?:(?!\]\]).)*?)(?:\|\{(?:(?!\}\]\]).)*\})?\]\]")
_SENTENCES = 60


def gold_articles(name: str) -> Iterator[str]:
    """The texts of a gold set without their marks."""
    for file in sorted((GOLD / name).glob("*.txt")):
        text = file.read_text(encoding="utf-8")
        while _MARK.search(text):
            text = _MARK.sub(r"\1", text)
        yield re.sub(r"^#.*\n", "", text, flags=re.M).strip()


def held_out_pages(folder: Path, length: int) -> Iterator[str]:
    """Pages of some thousand characters from sentences that training leaves out."""
    page: list[str] = []
    for number, sentence in enumerate(read_sentences(folder)):
        if not is_held_out(number):
            continue
        page.append(_fold_alphanumerics(sentence))
        if sum(map(len, page)) > length:
            yield "\n".join(page)
            page = []


def whole_corpora(folder: Path) -> Iterator[str]:
    """Everything, in pages of some sentences."""
    page: list[str] = []
    for sentence in read_sentences(folder):
        page.append(sentence)
        if len(page) == _SENTENCES:
            yield "\n".join(page)
            page = []
    yield "\n".join(page)


def _fold_alphanumerics(text: str) -> str:
    return re.sub("[０-９Ａ-Ｚａ-ｚ．％]", lambda m: unicodedata.normalize("NFKC", m[0]), text)
