"""The questions that an office has settled for good: asked no more in any article below the folder."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from core.document import Finding

HEADER = "# Questions that are asked no more: rule, question, the words concerned, by whom, when.\n"
_BETWEEN = "\u3000"


@dataclass(frozen=True, slots=True)
class SettledQuestion:
    """A question by its rule, its first line and the words that it is about; who settled it, and when."""

    rule: str
    question: str
    quotes: str
    by: str = ""
    at: str = ""

    @property
    def question_key(self) -> tuple[str, str, str]:
        """What makes it the same question, by whomever it was settled."""
        return self.rule, self.question, self.quotes

    def is_about(self, finding: Finding) -> bool:
        """Whether it is this question."""
        return self.question_key == key_of(finding)


def key_of(finding: Finding) -> tuple[str, str, str]:
    """What makes a question the same in another article: not where it stands, nor its reckoning."""
    quotes = dict.fromkeys(_plain(place.quote) for place in finding.places)
    return finding.rule, _plain(finding.message.partition("\n")[0]), _BETWEEN.join(sorted(quotes))


def settled_of(finding: Finding, by: str | None, at: str) -> SettledQuestion:
    """A finding as the folder remembers it."""
    return SettledQuestion(*key_of(finding), by or "", at)


def parse_settled(text: str) -> tuple[SettledQuestion, ...]:
    """The settled questions of a file; lines that are none are passed over."""
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return tuple(SettledQuestion(*(cell.strip() for cell in row[:5])) for row in rows if len(row) > 2)


def as_text(settled: Iterable[SettledQuestion]) -> str:
    """The file that holds them, in order and each once.

    >>> settled = SettledQuestion("word", "“帐户”应为“账户”？", "帐户", "甲", "2026-01-01")
    >>> parse_settled(as_text([settled, settled])) == (settled,)
    True
    """
    rows = {each.question_key: (each.by, each.at) for each in settled}
    return HEADER + "".join("\t".join((*key, *rows[key])) + "\n" for key in sorted(rows))


def _plain(words: str) -> str:
    return " ".join(words.split())
