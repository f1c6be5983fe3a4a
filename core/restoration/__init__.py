"""Restoration: a source text and the repairs that make it readable, each explained and some proved.

``restore`` looks at the page first. One that the damaging chain went through is read in Simplified and
its sure repairs are applied. Any other page stays in its script and as it is; what everyday damage it
shows is suggested.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from core.document import ScriptChoice
from core.language.script import HANS, detect_script
from core.repairs import Repair
from core.restoration.encodings import find_wrong_encodings
from core.restoration.everyday import find_entities, find_invisible
from core.restoration.evidence import explain
from core.restoration.lines import find_stray_lines
from core.restoration.page import examine
from core.restoration.restored import as_repair, repair_page
from core.restoration.stretches import find_stretches
from core.text.spans import reading_order


@dataclass(frozen=True, slots=True)
class Restoration:
    """The repairs of a source text, ordered and apart, suggested ones among them, and its scripts.

    ``is_damaged``: the page went through the damaging chain of mirror sites.
    """

    repairs: tuple[Repair, ...]
    script: ScriptChoice
    is_damaged: bool


def restore(source_text: str) -> Restoration:
    """Find what can be repaired in a source text.

    >>> [(r.original, r.replacement, r.kind) for r in restore("推動(dòng)重慶日?qǐng)?bào)").repairs]
    [('動(dòng)', '动', 'gloss'), ('日?qǐng)?bào)', '日报', 'straddle')]
    """
    page = examine(source_text)
    script = page.script if page else detect_script(source_text)
    torn = find_stretches(page) if page else ()
    if page is None or not torn:
        return Restoration(tuple(_everyday(source_text)), ScriptChoice(script, script), is_damaged=False)
    return Restoration(tuple(repair_page(page, torn)), ScriptChoice(script, HANS), is_damaged=True)


def _everyday(text: str) -> Iterator[Repair]:
    """Suggestions for a page that the chain has not touched; of two that overlap the earlier stays."""
    finders = (find_wrong_encodings, find_entities, find_invisible, find_stray_lines)
    end, number = -1, 0
    for stretch in reading_order([stretch for find in finders for stretch in find(text)]):
        if stretch.span.start >= end:
            end, number = stretch.span.end, number + 1
            evidence = explain(stretch, {}, is_proved=False)
            repair = as_repair(text, stretch, stretch.text, evidence, f"r{number}")
            yield replace(repair, status="suggested")
