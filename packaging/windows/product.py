"""Names, versions and places that every step of the Windows build shares."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
BUILD = ROOT / "build" / "windows"

NAME = "Danqian"
TITLE = "丹铅"
PUBLISHER = "The Danqian developers"
WINDOW_PROGRAM, CONSOLE_PROGRAM = "danqian-gui", "danqian"
ARCHIVE = "danqian.zip"
"""Beside ``resources``: all modules in plain Python, ours and those of the libraries."""

EPOCH = 1767225600
"""2026-01-01: the time of every file in the installer, so that the same input gives the same bytes."""


def version() -> str:
    """The product's version, from ``core``."""
    found = re.search(r'^__version__ = "(.+)"$', (ROOT / "core" / "__init__.py").read_text("utf-8"), re.M)
    if found is None:
        raise ValueError("core/__init__.py names no version")
    return found[1]


def contents() -> dict[str, Any]:
    """What the installer holds, as ``contents.toml`` tells."""
    return tomllib.loads((HERE / "contents.toml").read_text("utf-8"))
