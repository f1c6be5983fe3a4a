"""Slips of the pen in sentences of their own, and whether the checks ask about one and know what is meant."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from core.document import Finding
from core.text.spans import Span

FOLDER = Path(__file__).parent / "data" / "checks"
TABLES = ("slips", "slips_second")
"""Two tables, each written before the check of words had seen it."""
_SLIP = re.compile(r"\[(.+?)\|(.+?)\]")


@dataclass(frozen=True)
class Slip:
    """The kind of a slip, the sentence around it, what is written and what is meant."""

    kind: str
    before: str
    written: str
    meant: str
    behind: str

    @property
    def sentence(self) -> str:
        """As it is written."""
        return self.before + self.written + self.behind

    @property
    def sound(self) -> str:
        """As it is meant."""
        return self.before + self.meant + self.behind

    @property
    def span(self) -> Span:
        """Where the slip stands in the sentence."""
        return Span(len(self.before), len(self.before) + len(self.written))


def load_slips(table: str) -> list[Slip]:
    """All slips of a table."""
    lines = (FOLDER / f"{table}.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line[:1] != "#")
    slips = []
    for kind, sentence in rows:
        found = _SLIP.search(sentence)
        assert found, sentence
        slips.append(Slip(kind, sentence[: found.start()], *found.groups(), sentence[found.end() :]))
    return slips


def verdict(slip: Slip, start: int, findings: Iterable[Finding]) -> str:
    """``right`` where what is meant is named, ``asked`` where the place alone is, else ``missed``.

    ``start`` is where the sentence begins in the document.
    """
    span = slip.span.shifted(start)
    asked = [finding for finding in findings if any(p.span.overlaps(span) for p in finding.places)]
    if any(slip.meant in finding.message.partition("\n")[0] for finding in asked):
        return "right"
    return "asked" if asked else "missed"
