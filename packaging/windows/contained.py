"""Says whose work the shipped libraries contain, under which licences, with the text of each.

Most distributions bring such texts themselves; ``notices/contained.toml`` is about those that do not.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from product import HERE

COMMON = Path("/usr/share/common-licenses")
NOTICES = HERE / "notices"
_LINE = "=" * 78


def contained() -> dict[str, Any]:
    """The table: its parts, and the version of Qt that it was compared with."""
    return tomllib.loads((NOTICES / "contained.toml").read_text("utf-8"))


def contained_notice() -> bytes:
    """Every part with its copyright and the names of its licences, then each licence once."""
    parts = contained()["part"]
    lines = ["What others wrote of the shipped libraries. The text of each licence stands below."]
    for part in parts:
        lines += ["", f"{part['within']}: {part['name']}", f"    Copyright (C) {part['copyright']}"]
        lines += [f"    Licence: {part['license']}"]
    for license_id in sorted({found for part in parts for found in licenses_of(part["license"])}):
        lines += ["", "", _LINE, license_id, _LINE, "", license_text(license_id).rstrip()]
    return ("\n".join(lines) + "\n").encode()


def licenses_of(expression: str) -> list[str]:
    """The licences in an SPDX expression that only adds them up."""
    return expression.split(" AND ")


def license_text(license_id: str) -> str:
    """The text of a licence: from beside our notices, or Debian's."""
    own = NOTICES / "texts" / f"{license_id}.txt"
    return (own if own.exists() else COMMON / license_id).read_text("utf-8")
