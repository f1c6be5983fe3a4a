"""The words of reports, from ``resources/report.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from core.assets import load_toml
from core.wording.times import Language


@cache
def report_words(language: Language) -> Mapping[str, str]:
    """The words by their names; those of a kind of repair are under ``repair.KIND``."""
    table: dict[str, Any] = load_toml("report.toml")[language]
    kinds: dict[str, str] = table["repair"]
    words = {name: words for name, words in table.items() if name != "repair"}
    return words | {f"repair.{kind}": title for kind, title in kinds.items()}
