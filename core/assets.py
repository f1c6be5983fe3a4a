"""The data files of the product: in ``resources`` beside ``core``, or beside the archive that holds it."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

RESOURCES = next(
    folder / "resources" for folder in Path(__file__).resolve().parents[1:] if not folder.is_file()
)


def path_of(name: str) -> Path:
    """Where the resource ``name`` (with forward slashes) is stored."""
    return RESOURCES / name


def load_text(name: str) -> str:
    """A resource as text, UTF-8."""
    return path_of(name).read_text(encoding="utf-8")


def load_lines(name: str) -> list[str]:
    """The entries of a list of words: its lines but for empty ones and comments (#)."""
    return [line for line in load_text(name).split("\n") if line and not line.startswith("#")]


def load_toml(name: str) -> dict[str, Any]:
    """A resource as the tables of its TOML."""
    return tomllib.loads(load_text(name))


@cache
def model_version(name: str) -> str:
    """What a sidecar calls ``models/NAME.npz``: the first 12 digits of its SHA-256."""
    from hashlib import sha256  # not at the top: the window waits for this module

    return sha256(path_of(f"models/{name}.npz").read_bytes()).hexdigest()[:12]
