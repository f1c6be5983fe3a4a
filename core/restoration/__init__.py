"""Restoration: a source text and the repairs that make it readable, each explained and some proved.

``restore`` looks at the page first: what the damaging chain has not touched stays as it is.
"""

from __future__ import annotations

from dataclasses import dataclass

from core.document import ScriptChoice
from core.repairs import Repair
from core.restoration.page import examine
from core.restoration.restored import repair_page
from core.script import HANS, detect_script


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
    script = detect_script(source_text)
    if page is None:
        return Restoration((), ScriptChoice(script, script), is_damaged=False)
    return Restoration(repair_page(page), ScriptChoice(script, HANS), is_damaged=True)
