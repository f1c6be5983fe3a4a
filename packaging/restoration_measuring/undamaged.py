"""What is repaired on text that needs nothing, in both scripts."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass, field

from core.language.script import HANT, convert
from core.repairs import Repair
from core.restoration import restore


@dataclass
class Undamaged:
    """Characters, seconds and the repairs, each of them a mistake."""

    characters: int = 0
    seconds: float = 0.0
    repairs: list[Repair] = field(default_factory=list)


def measure_undamaged(pages: Iterable[str]) -> Undamaged:
    """Every page as it stands and in Traditional."""
    result = Undamaged()
    for page in pages:
        for text in (page, convert(page, to=HANT)):
            start = time.process_time()
            result.repairs += restore(text).repairs
            result.seconds += time.process_time() - start
            result.characters += len(text)
    return result


def report_undamaged(result: Undamaged, *, examples: int = 0) -> None:
    """Repairs and speed."""
    million = len(result.repairs) / result.characters * 1e6
    print(f"undamaged: {result.characters:,} characters")
    print(f"  repairs {len(result.repairs)}, {million:.2f} per million")
    print(f"  speed   {result.characters / result.seconds:,.0f} characters/s")
    for repair in result.repairs[:examples]:
        print(f"    {repair.kind} {repair.confidence} {repair.original!r} → {repair.replacement!r}")
